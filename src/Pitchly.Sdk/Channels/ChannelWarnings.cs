using Microsoft.Extensions.Logging;

namespace Pitchly.Channels;

/// <summary>
/// Counts dropped messages, and logs each reason once as a warning. The number of warnings is limited, because a peer could cause new
/// reasons again and again.
/// </summary>
internal sealed class ChannelWarnings(ILogger logger, MessageEnvelope envelope)
{
    private const int MaximumWarnings = 20, MaximumNameLength = 60;

    private readonly HashSet<string> _logged = [];
    private long _dropped;

    /// <summary>Gets the number of dropped messages.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Counts a dropped message.</summary>
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

    /// <summary>Logs a warning about a member that should be inside the message's data.</summary>
    public void WarnAboutUnknownMember(in PitchlyMessage message)
    {
        if (message.UnknownMember is { } member && IsNew(message.Type))
        {
            var name = member.Length <= MaximumNameLength ? member : member[..MaximumNameLength] + "…";
            SdkLog.PayloadOutsideMember(logger, message.Type, name, envelope.Data);
        }
    }

    private bool IsNew(string warning)
    {
        lock (_logged)
        {
            return _logged.Count < MaximumWarnings && _logged.Add(warning);
        }
    }
}
