using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits the names of the members of a channel's messages, if they differ from Pitchly's names.</summary>
internal static class EnvelopeCode
{
    /// <summary>Emits the member of a callback interface that returns the envelope.</summary>
    public static void EmitMember(CodeWriter code, ChannelModel channel)
    {
        if (channel.Envelope is { } envelope)
        {
            var owner = CallbackSwitch.Base(channel.CallbacksInterfaceName);
            code.Line().Line($"static {Known.MessageEnvelope} {owner}.Envelope => {Creation(envelope)};");
        }
    }

    /// <summary>Emits the field of the channel's client that holds the envelope.</summary>
    public static void EmitField(CodeWriter code, ChannelModel channel)
    {
        if (channel.Envelope is { } envelope)
        {
            code.Line($"private static readonly {Known.MessageEnvelope} _envelope = {Creation(envelope)};").Line();
        }
    }

    /// <summary>Emits the property for the latest sequence number, if the messages are numbered.</summary>
    public static void EmitSequence(CodeWriter code, ChannelModel channel)
    {
        if (channel.Envelope?.Sequence is null)
        {
            return;
        }

        code.Line();
        code.Summary("Gets the sequence number of the latest numbered message, or null before the first one.");
        code.Line("public new long? LatestSequence => base.LatestSequence;");
    }

    private static string Creation(EnvelopeDeclaration envelope)
    {
        (string Name, string? Value, string? Default)[] members =
        [
            ("Type", envelope.Type, "type"), ("Data", envelope.Data, "data"), ("Id", envelope.Id, "id"),
            ("Error", envelope.Error, "error"), ("Sequence", envelope.Sequence, null),
        ];
        var set = members.Where(member => member.Value != member.Default).Select(member => $"{member.Name} = {Literal(member.Value!)}");
        return $"new {Known.MessageEnvelope} {{ {string.Join(", ", set)} }}";
    }
}
