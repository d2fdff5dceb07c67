namespace Pitchly.Emulator.Page;

/// <summary>What happens on the server while the page is shown, for the page to list.</summary>
internal sealed class PageNews
{
    /// <summary>Occurs when there is something to list.</summary>
    public event Action<PageEvent>? Told;

    public void Tell(PageEvent news) => Told?.Invoke(news);
}

/// <summary>One thing to list. It holds no header, query or body, since those may hold tokens.</summary>
/// <param name="At">When, by the emulator's clock.</param>
/// <param name="Method">The request's method.</param>
/// <param name="Path">The request's path.</param>
internal abstract record PageEvent(DateTimeOffset At, string Method, string Path)
{
    /// <summary>Gets the name of the server-sent event.</summary>
    public abstract string Name { get; }
}

/// <summary>An HTTP call was answered with a status, or with none because its connection was lost.</summary>
internal sealed record HttpCall(DateTimeOffset At, string Method, string Path, string? Operation, int? Status, long Milliseconds)
    : PageEvent(At, Method, Path)
{
    public override string Name => "call";
}

/// <summary>A fault struck a request.</summary>
internal sealed record Strike(DateTimeOffset At, string Method, string Path, string Fault) : PageEvent(At, Method, Path)
{
    public override string Name => "struck";
}
