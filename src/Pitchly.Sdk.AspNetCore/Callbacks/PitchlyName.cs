namespace Pitchly.AspNetCore.Callbacks;

/// <summary>Names that strangers send, as far as they are told.</summary>
internal static class PitchlyName
{
    private const int MaximumLength = 100;

    public static string Cut(string name) => name.Length <= MaximumLength ? name : name[..MaximumLength];
}
