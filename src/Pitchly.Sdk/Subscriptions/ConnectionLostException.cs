namespace Pitchly.Subscriptions;

/// <summary>The connection of a subscription can't be had, or was lost, in a way that passes.</summary>
internal sealed class ConnectionLostException(string reason, Exception? innerException = null) : Exception(reason, innerException)
{
    public PitchlyError Error { get; } = new(PitchlyErrorNames.CouldNotConnect, PitchlyError.Cut(reason.TrimEnd('.') + "."), 0);
}
