using System.Runtime.InteropServices;

namespace Pitchly.Channels;

/// <summary>
/// Counts the waiting events. One thread reserves and another releases. Each thread has its own counter, so that they rarely contend.
/// </summary>
/// <param name="maximum">The maximum number of waiting events.</param>
internal sealed class EventCapacity(int maximum)
{
    private Counters _counters;

    /// <summary>Gets a value indicating whether one more event may wait. Only the reserving thread may read it.</summary>
    public bool IsAvailable
    {
        get
        {
            if (_counters.Reserved - _counters.LastReadReleased < maximum)
            {
                return true;
            }

            _counters.LastReadReleased = Volatile.Read(ref _counters.Released);
            return _counters.Reserved - _counters.LastReadReleased < maximum;
        }
    }

    /// <summary>Gets a value indicating whether half of the capacity is available.</summary>
    public bool IsHalfAvailable => Volatile.Read(ref _counters.Reserved) - Volatile.Read(ref _counters.Released) <= maximum / 2;

    public void Reserve() => Volatile.Write(ref _counters.Reserved, _counters.Reserved + 1);

    public void Release() => Interlocked.Increment(ref _counters.Released);

    /// <summary>The counters, in separate cache lines.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Counters
    {
        [FieldOffset(64)]
        public long Reserved;

        /// <summary>The last value of <see cref="Released"/> that the reserving thread has read.</summary>
        [FieldOffset(72)]
        public long LastReadReleased;

        [FieldOffset(160)]
        public long Released;
    }
}
