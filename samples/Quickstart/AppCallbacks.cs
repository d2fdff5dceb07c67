using Pitchly;
using Pitchly.Channels;

namespace Quickstart;

/// <summary>The App's callbacks. The compiler requires OnConnectAsync; the others are optional.</summary>
internal sealed class AppCallbacks(Report report, RowNames names) : IPitchlyAppCallbacks
{
    /// <summary>Gets the signal that notifies the tour of events, so that it shows its steps in order.</summary>
    public Signal Signal { get; } = new();

    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken)
    {
        connect.Switch(
            success => report.Event(
                "OnConnectAsync", $"token #{success.AccessToken.ShortHash}, valid until {success.AccessTokenExpiresAt:u}"),
            failure => report.Event("OnConnectAsync", failure.Error.ToString()));
        return default;
    }

    public ValueTask OnSelectionAsync(IReadOnlyList<RowId> selection, CancellationToken cancellationToken)
    {
        report.Event("OnSelectionAsync", selection.Count == 0 ? "no rows" : string.Join(", ", selection.Select(names.Of)));
        Signal.Set("selection");
        return default;
    }

    public ValueTask OnFilterAsync(Filter? filter, CancellationToken cancellationToken)
    {
        report.Event("OnFilterAsync", filter is { } set ? set.ToString() : "no filter");
        Signal.Set("filter");
        return default;
    }

    public ValueTask OnShowSelectedAsync(bool showSelected, CancellationToken cancellationToken)
    {
        report.Event("OnShowSelectedAsync", showSelected ? "ticked" : "not ticked");
        Signal.Set("showSelected");
        return default;
    }

    public ValueTask OnUnknownMessageAsync(PitchlyMessage message, CancellationToken cancellationToken)
    {
        report.Event("OnUnknownMessageAsync", $"'{message}', which is not in Pitchly's schema");
        Signal.Set(message.Type);
        return default;
    }
}
