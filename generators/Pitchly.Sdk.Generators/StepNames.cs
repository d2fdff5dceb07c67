namespace Pitchly.Generators;

/// <summary>The names of the pipeline steps. Tests use them to check which steps ran again and which were cached.</summary>
internal static class StepNames
{
    public const string Text = "Text";
    public const string Read = "Read";
    public const string Library = "Library";
    public const string Bind = "Bind";
    public const string Set = "Set";
    public const string References = "References";
    public const string Valid = "Valid";
    public const string Model = "Model";
    public const string Language = "Language";
    public const string Emit = "Emit";
    public const string Diagnostics = "Diagnostics";

    public static readonly IReadOnlyList<string> All =
    [
        Text, Read, Library, Bind, Set, References, Valid, Model, Language, Emit, Diagnostics
    ];
}
