namespace Pitchly.AspNetCore.Callbacks;

/// <summary>Shortens names that senders provide, for messages and logs.</summary>
internal static class PitchlyName
{
    private const int MaximumLength = 100;

    public static string Cut(string name) => name.Length <= MaximumLength ? name : name[..MaximumLength];
}
