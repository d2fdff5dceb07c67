namespace Pitchly.AspNetCore.Node;

/// <summary>A time provider for a machine whose clock is wrong by a fixed offset.</summary>
internal sealed class ShiftedTime(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
}
