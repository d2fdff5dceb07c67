// Some of these do not compile either; the message of the analyzer is more specific.
using Pitchly;
using Pitchly.Channels;

internal sealed class Right : IPitchlyAppCallbacks // silent: implements what it needs
{
    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken) => default;

    public ValueTask OnSelectionAsync(IReadOnlyList<RowId> selection, CancellationToken cancellationToken) => default; // silent: the exact signature

    ValueTask IPitchlyAppCallbacks.OnShowSelectedAsync(bool showSelected, CancellationToken cancellationToken) => default; // silent: an explicit implementation

    public void OnSelectionChanged(string text) => Console.WriteLine(text); // silent: another name

    private static ValueTask OnSelection(string helper) => default; // silent: OnSelectionAsync is implemented
}

internal sealed class WrongCase : IPitchlyAppCallbacks
{
    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken) => default;

    public ValueTask onSelectionAsync(IReadOnlyList<RowId> selection, CancellationToken cancellationToken) => default; // PITCHLY2001: case
}

internal sealed class WrongParameters : IPitchlyAppCallbacks
{
    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken) => default;

    public ValueTask OnSelectionAsync(string[] selection, CancellationToken cancellationToken) => default; // PITCHLY2001: the type of a parameter

    public ValueTask OnShowSelectedAsync(bool showSelected) => default; // PITCHLY2001: a parameter is missing
}

internal sealed class WrongReturn : IPitchlyAppCallbacks
{
    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken) => default;

    public Task OnSelectionAsync(IReadOnlyList<RowId> selection, CancellationToken cancellationToken) => Task.CompletedTask; // PITCHLY2001: Task is not ValueTask

    public async void OnShowSelectedAsync(bool showSelected, CancellationToken cancellationToken) => await Task.Yield(); // PITCHLY2001: async void
}

internal sealed class WrongName : IPitchlyAppCallbacks
{
    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken) => default;

    public ValueTask OnSelectonAsync(IReadOnlyList<RowId> selection, CancellationToken cancellationToken) => default; // PITCHLY2001: a letter is missing

    public ValueTask OnShowSelected(bool showSelected, CancellationToken cancellationToken) => default; // PITCHLY2001: no Async

    ValueTask IPitchlyAppCallbacks.OnFiltrAsync(Filter? filter, CancellationToken cancellationToken) => default; // PITCHLY2001: a typo in an explicit implementation
}

internal sealed class NotPublic : IPitchlyAppCallbacks
{
    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken) => default;

    internal ValueTask OnSelectionAsync(IReadOnlyList<RowId> selection, CancellationToken cancellationToken) => default; // PITCHLY2001: not public
}

internal sealed class Empty : IPitchlyAppCallbacks // PITCHLY2002: implements no callback
{
}

internal abstract class Base : IPitchlyAppCallbacks // silent: for others to derive from
{
    public abstract ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken);
}

internal sealed class Derived : Base // silent: inherits its callbacks
{
    public override ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken) => default;
}

internal static class Delegates
{
    public static PitchlyAppCallbacks Make() => new()
    {
        OnConnect = (_, _) => default, // silent: a lambda with the signature
        OnSelection = Names, // PITCHLY2003: other parameters
        OnFilter = Void, // PITCHLY2003: returns nothing
        OnShowSelected = Shown, // silent: the signature
    };

    private static ValueTask Names(string[] names, CancellationToken cancellationToken) => default;

    private static void Void(Filter? filter, CancellationToken cancellationToken) => Console.WriteLine(filter);

    private static ValueTask Shown(bool shown, CancellationToken cancellationToken) => default;
}
