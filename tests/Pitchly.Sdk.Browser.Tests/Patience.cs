namespace Pitchly.Browser.Tests;

/// <summary>
/// How long anything awaited may take. Two cores beside other builds take their time, and only a test that would fail waits so long.
/// </summary>
internal static class Patience
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
}
