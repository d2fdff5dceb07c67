using Pitchly.Generators.Schema;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits the description of how the sender signs callbacks.</summary>
internal static class CallbackSignatureCode
{
    /// <summary>Emits the member of a callback interface that describes the signature, if the schema declares one.</summary>
    public static void EmitMember(CodeWriter code, string interfaceName, SignatureDeclaration? signature)
    {
        if (signature is null)
        {
            return;
        }

        var head = $"static {Known.CallbackSignature} {CallbackSwitch.Base(interfaceName)}.Signature => new({Literal(signature.Header)})";
        var members = Members(signature).ToList();
        code.Line();
        if (members.Count == 0)
        {
            code.Line(head + ";");
            return;
        }

        code.Block(head, () => members.ForEach(member => code.Line(member + ",")), ";");
    }

    /// <summary>Returns the initializers of the members that differ from their defaults.</summary>
    private static IEnumerable<string> Members(SignatureDeclaration signature)
    {
        if (signature.IsSha512)
        {
            yield return $"Algorithm = {Known.SignatureAlgorithm}.HmacSha512";
        }

        if (signature.IsBase64)
        {
            yield return $"Encoding = {Known.SignatureEncoding}.Base64";
        }

        (string Name, string Text, string Default)[] texts =
        [
            ("Prefix", signature.Prefix, ""), ("Separator", signature.Separator, ""), ("SignedText", signature.Signed, "{body}"),
            ("IdHeader", signature.IdHeader, ""),
        ];
        foreach (var member in texts.Where(member => member.Text != member.Default))
        {
            yield return $"{member.Name} = {Literal(member.Text)}";
        }

        if (signature.HasBase64Secrets)
        {
            yield return "HasBase64Secrets = true";
        }

        if (signature.Timestamp is { } timestamp)
        {
            yield return $"Timestamp = new() {{ {string.Join(", ", Members(timestamp))} }}";
        }
    }

    private static IEnumerable<string> Members(SignatureTimestampDeclaration timestamp)
    {
        yield return timestamp.Header.Length > 0 ? $"Header = {Literal(timestamp.Header)}" : $"Prefix = {Literal(timestamp.Prefix)}";
        if (timestamp.IsInMilliseconds)
        {
            yield return "IsInMilliseconds = true";
        }

        yield return $"Tolerance = {Known.TimeSpan}.FromSeconds({timestamp.Tolerance})";
    }
}
