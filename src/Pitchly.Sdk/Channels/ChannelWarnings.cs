using Microsoft.Extensions.Logging;

namespace Pitchly.Channels;

/// <summary>
/// Counts the messages that were dropped, and logs why: each reason once as a warning, and a peer that invents new ones a few times.
/// </summary>
internal sealed class ChannelWarnings(ILogger logger, MessageEnvelope envelope)
{
    private const int MaximumWarnings = 20, MaximumNameLength = 60;

    private readonly HashSet<string> _given = [];
    private long _dropped;

    /// <summary>Gets how many messages were dropped.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Counts a message that is dropped.</summary>
    public void Drop(string reason)
    {
        Interlocked.Increment(ref _dropped);
        if (IsNew(reason))
        {
            SdkLog.Dropped(logger, reason);
        }
        else
        {
            SdkLog.DroppedAgain(logger, reason);
        }
    }

    /// <summary>Warns of a member that a message should have within its data.</summary>
    public void TellStrayMember(in PitchlyMessage message)
    {
        if (message.StrayMember is { } member && IsNew(message.Type))
        {
            var name = member.Length <= MaximumNameLength ? member : member[..MaximumNameLength] + "…";
            SdkLog.Flat(logger, message.Type, name, envelope.Data);
        }
    }

    private bool IsNew(string warning)
    {
        lock (_given)
        {
            return _given.Count < MaximumWarnings && _given.Add(warning);
        }
    }
}
