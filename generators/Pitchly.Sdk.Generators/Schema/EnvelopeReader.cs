using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads the names of the members of a channel's messages.</summary>
internal sealed class EnvelopeReader(DiagnosticBag diagnostics)
{
    private static readonly string[] Members = ["type", "data", "id", "error", "sequence"];

    /// <summary>Reads <c>envelope</c>. Returns <see langword="null"/> if there is none.</summary>
    public EnvelopeDeclaration? Read(SchemaObject channel)
    {
        if (channel.Get("envelope") is not { } node
            || SchemaObject.Of(node, "envelope", Keywords.Envelope, diagnostics) is not { } envelope)
        {
            return null;
        }

        CheckNames(envelope);
        return new EnvelopeDeclaration(
            envelope.GetText("type") ?? "type",
            envelope.GetText("data") ?? "data",
            envelope.GetText("id") ?? "id",
            envelope.GetText("error") ?? "error",
            envelope.GetText("sequence"));
    }

    /// <summary>Checks that each member has a unique name. Members that are not written have their default names.</summary>
    private void CheckNames(SchemaObject envelope)
    {
        var defaults = Members.Where(member => member != "sequence" && !envelope.Has(member));
        var taken = defaults.ToDictionary(member => member, member => $"it is the default name of '{member}'");
        foreach (var member in Members)
        {
            if (envelope.GetName(member) is not { } name)
            {
                continue;
            }

            if (name.Text.Length == 0)
            {
                diagnostics.Add(SchemaDescriptors.WrongValue, name.At, $"'{member}'", "the name of a member", "empty");
            }
            else if (taken.TryGetValue(name.Text, out var why))
            {
                diagnostics.Add(
                    SchemaDescriptors.WrongValue, name.At, $"'{member}'", $"a name that no other member has ({why})", $"'{name.Text}'");
            }
            else
            {
                taken.Add(name.Text, $"'{member}' has it too");
            }
        }
    }
}
