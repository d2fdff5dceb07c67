using System.Runtime.CompilerServices;

namespace Pitchly.Browser.Tests;

/// <summary>Gives bUnit the patience of the other tests; its default is one second.</summary>
internal static class BunitPatience
{
    [ModuleInitializer]
    internal static void Extend() => Bunit.BunitContext.DefaultWaitTimeout = Patience.Longest;
}
