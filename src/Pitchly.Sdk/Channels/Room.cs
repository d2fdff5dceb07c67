using System.Runtime.InteropServices;

namespace Pitchly.Channels;

/// <summary>
/// Counts the waiting events. One thread adds and another takes. Each thread has its own counter, so that they rarely contend.
/// </summary>
/// <param name="maximum">The maximum number of waiting events.</param>
internal sealed class Room(int maximum)
{
    private Counters _counters;

    /// <summary>Gets a value indicating whether one more event may wait. Only the adding thread may read it.</summary>
    public bool IsFree
    {
        get
        {
            if (_counters.Added - _counters.TakenThen < maximum)
            {
                return true;
            }

            _counters.TakenThen = Volatile.Read(ref _counters.Taken);
            return _counters.Added - _counters.TakenThen < maximum;
        }
    }

    /// <summary>Gets a value indicating whether half of the room is free.</summary>
    public bool IsHalfFree => Volatile.Read(ref _counters.Added) - Volatile.Read(ref _counters.Taken) <= maximum / 2;

    public void Add() => Volatile.Write(ref _counters.Added, _counters.Added + 1);

    public void Take() => Interlocked.Increment(ref _counters.Taken);

    /// <summary>The counters, in separate cache lines.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Counters
    {
        [FieldOffset(64)]
        public long Added;

        /// <summary>The last value of <see cref="Taken"/> that the adding thread has read.</summary>
        [FieldOffset(72)]
        public long TakenThen;

        [FieldOffset(160)]
        public long Taken;
    }
}
