using System.Runtime.CompilerServices;

namespace Pitchly.Browser.Tests;

/// <summary>Sets bUnit's time-out to that of the other tests. The default is one second.</summary>
internal static class BunitTimeout
{
    [ModuleInitializer]
    internal static void Extend() => Bunit.BunitContext.DefaultWaitTimeout = TestTimeout.Longest;
}
