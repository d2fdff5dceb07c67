namespace Pitchly.Browser.Tests;

/// <summary>
/// The time-out of all waits. A machine with two cores that also runs builds can be slow, and only a failing test waits this long.
/// </summary>
internal static class TestTimeout
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
}
