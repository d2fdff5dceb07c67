namespace Pitchly.Generators.Emit;

/// <summary>Emits a struct that is one text on the wire, with what .NET needs to take it where it takes a number or a string.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="ToWire">An expression for the text to send.</param>
/// <param name="FromWire">Statements that make the value <c>value</c> of the text <c>text</c>, and return whether that can be done.</param>
/// <param name="IsId">It has no members with names of the schema, so that those for parsing can be public.</param>
internal sealed record WireStruct(string Name, string ToWire, IReadOnlyList<string> FromWire, bool IsId)
{
    public void Emit(CodeWriter code, Action members)
    {
        code.Line($"[JsonConverter(typeof(PitchlyTextConverter<{Name}>))]");
        code.Block($"public readonly partial record struct {Name} : IPitchlyText<{Name}>, IComparable<{Name}>, IComparable", () =>
        {
            members();
            code.Line($"int IComparable.CompareTo(object? obj) => PitchlyText.Compare(this, obj);").Line();
            code.Line($"string IPitchlyText<{Name}>.ToWire() => {ToWire};").Line();
            code.Block($"static bool IPitchlyText<{Name}>.TryFromWire(string? text, out {Name} value)", () =>
            {
                foreach (var line in FromWire)
                {
                    code.Line(line);
                }
            }).Line();
            EmitParse(code, "IParsable", "string s", "s");
            code.Line();
            EmitTryParse(code, "IParsable", "[NotNullWhen(true)] string? s", "s");
            code.Line();
            EmitParse(code, "ISpanParsable", "ReadOnlySpan<char> s", "s.ToString()");
            code.Line();
            EmitTryParse(code, "ISpanParsable", "ReadOnlySpan<char> s", "s.ToString()");
        });
    }

    private void EmitParse(CodeWriter code, string owner, string parameter, string text)
    {
        EmitStart(code);
        code.Line($"{Access(Name, owner)}Parse({parameter}, IFormatProvider? provider) => PitchlyText.Parse<{Name}>({text});");
    }

    private void EmitTryParse(CodeWriter code, string owner, string parameter, string text)
    {
        EmitStart(code);
        code.Line($"{Access("bool", owner)}TryParse({parameter}, IFormatProvider? provider, out {Name} result) =>");
        code.Indented(() => code.Line($"PitchlyText.TryParse({text}, out result);"));
    }

    private void EmitStart(CodeWriter code)
    {
        if (IsId)
        {
            code.Line("/// <inheritdoc/>");
        }
    }

    private string Access(string result, string owner) => IsId ? $"public static {result} " : $"static {result} {owner}<{Name}>.";
}
