namespace Pitchly.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what ran again and what was cached.</summary>
internal static class StepNames
{
    public const string Text = "Text";
    public const string Read = "Read";
    public const string Library = "Library";
    public const string Bind = "Bind";
    public const string Set = "Set";
    public const string References = "References";
    public const string Sound = "Sound";
    public const string Model = "Model";
    public const string Language = "Language";
    public const string Emit = "Emit";
    public const string Diagnostics = "Diagnostics";

    public static readonly IReadOnlyList<string> All =
    [
        Text, Read, Library, Bind, Set, References, Sound, Model, Language, Emit, Diagnostics
    ];
}
