namespace Pitchly.Emulator;

/// <summary>Why a GraphQL field can't be had, in v1's words.</summary>
/// <param name="error">A kebab-case code; only "not-authorized" is Pitchly's own.</param>
/// <param name="reason">The reason, for people.</param>
internal sealed class PitchlyFault(string error, string reason) : Exception(reason)
{
    public string Error { get; } = error;
}
