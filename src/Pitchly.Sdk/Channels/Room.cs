using System.Runtime.InteropServices;

namespace Pitchly.Channels;

/// <summary>
/// Counts the events that wait. One thread adds and another takes, each with a counter of its own, so that they seldom wait for each other.
/// </summary>
/// <param name="maximum">How many may wait.</param>
internal sealed class Room(int maximum)
{
    private Counters _counters;

    /// <summary>Gets whether one more may wait. Only the thread that adds may ask.</summary>
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

    /// <summary>Gets whether half of the room is free.</summary>
    public bool IsHalfFree => Volatile.Read(ref _counters.Added) - Volatile.Read(ref _counters.Taken) <= maximum / 2;

    public void Add() => Volatile.Write(ref _counters.Added, _counters.Added + 1);

    public void Take() => Interlocked.Increment(ref _counters.Taken);

    /// <summary>The counters, in cache lines of their own.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Counters
    {
        [FieldOffset(64)]
        public long Added;

        /// <summary>What <see cref="Taken"/> was when it was last looked at.</summary>
        [FieldOffset(72)]
        public long TakenThen;

        [FieldOffset(160)]
        public long Taken;
    }
}
