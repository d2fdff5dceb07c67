namespace Pitchly.Emulator.Page;

/// <summary>Raises events for calls and faults on the server, which the page lists.</summary>
internal sealed class PageEvents
{
    /// <summary>Occurs when there is a new entry for the list.</summary>
    public event Action<PageEvent>? Raised;

    public void Raise(PageEvent pageEvent) => Raised?.Invoke(pageEvent);
}

/// <summary>An entry of the list. It contains no header, query or body, because they may contain tokens.</summary>
/// <param name="At">The time, by the emulator's clock.</param>
/// <param name="Method">The request's method.</param>
/// <param name="Path">The request's path.</param>
internal abstract record PageEvent(DateTimeOffset At, string Method, string Path)
{
    /// <summary>Gets the name of the server-sent event.</summary>
    public abstract string Name { get; }
}

/// <summary>An HTTP call. The status is <see langword="null"/> if the connection was lost before the response.</summary>
internal sealed record HttpCall(DateTimeOffset At, string Method, string Path, string? Operation, int? Status, long Milliseconds)
    : PageEvent(At, Method, Path)
{
    public override string Name => "call";
}

/// <summary>A fault was applied to a request.</summary>
internal sealed record InjectedFault(DateTimeOffset At, string Method, string Path, string Fault) : PageEvent(At, Method, Path)
{
    public override string Name => "struck";
}
