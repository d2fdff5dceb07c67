namespace Pitchly.Subscriptions;

/// <summary>The connection of a subscription can't be opened or was lost, for a reason that is temporary.</summary>
internal sealed class ConnectionLostException(string reason, Exception? innerException = null) : Exception(reason, innerException)
{
    public PitchlyError Error { get; } = new(PitchlyErrorNames.CouldNotConnect, PitchlyError.Cut(reason.TrimEnd('.') + "."), 0);
}
