namespace Pitchly.Generators.Emit;

/// <summary>
/// Emits a struct that is a single string on the wire, with the members that .NET needs to accept it wherever it accepts a number or a
/// string.
/// </summary>
/// <param name="Name">The type's name.</param>
/// <param name="ToWire">An expression for the string to send.</param>
/// <param name="FromWire">Statements that set <c>value</c> from the string <c>text</c>, and return whether the string is valid.</param>
/// <remarks>
/// The parsing members are public, because ASP.NET Core does not find explicit implementations of an interface that is written with
/// <c>global::</c>.
/// </remarks>
internal sealed record WireStruct(string Name, string ToWire, IReadOnlyList<string> FromWire)
{
    public void Emit(CodeWriter code, Action members)
    {
        code.Line($"[{Known.JsonConverterAttribute}(typeof({Known.PitchlyTextConverter}<{Name}>))]");
        code.Block($"{code.Access} readonly partial record struct {Name} : {Known.IPitchlyText}<{Name}>, {Known.IComparable}<{Name}>, "
            + $"{Known.IComparable}", () =>
        {
            members();
            code.Line($"int {Known.IComparable}.CompareTo(object? obj) => {Known.PitchlyText}.Compare(this, obj);").Line();
            code.Line($"string {Known.IPitchlyText}<{Name}>.ToWire() => {ToWire};").Line();
            code.Block($"static bool {Known.IPitchlyText}<{Name}>.TryFromWire(string? text, out {Name} value)", () =>
            {
                foreach (var line in FromWire)
                {
                    code.Line(line);
                }
            }).Line();
            EmitParse(code, "string s", "s");
            EmitTryParse(code, $"[{Known.NotNullWhenAttribute}(true)] string? s", "s");
            code.Line();
            EmitParse(code, $"{Known.ReadOnlySpan}<char> s", "s.ToString()");
            EmitTryParse(code, $"{Known.ReadOnlySpan}<char> s", "s.ToString()");
        });
    }

    private void EmitParse(CodeWriter code, string parameter, string text)
    {
        code.Line("/// <inheritdoc/>");
        code.Line($"public static {Name} Parse({parameter}, {Known.IFormatProvider}? provider) =>");
        code.Indented(() => code.Line($"{Known.PitchlyText}.Parse<{Name}>({text});")).Line();
    }

    private void EmitTryParse(CodeWriter code, string parameter, string text)
    {
        code.Line("/// <inheritdoc/>");
        code.Line($"public static bool TryParse({parameter}, {Known.IFormatProvider}? provider, out {Name} result) =>");
        code.Indented(() => code.Line($"{Known.PitchlyText}.TryParse({text}, out result);"));
    }
}
