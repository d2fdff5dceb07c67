namespace Pitchly.Emulator;

/// <summary>The faults that wait for matching requests.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<(Fault Fault, int Left)> _waiting;

    /// <exception cref="ArgumentException">A fault is not valid.</exception>
    internal FaultPlan(IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults)
        {
            fault.Validate();
        }

        _waiting = [.. faults.Select(fault => (fault, fault.Times))];
    }

    /// <summary>Occurs when a fault was injected, applied or removed.</summary>
    internal event Action? Changed;

    /// <summary>Gets the waiting faults, each with the number of requests that it will still affect.</summary>
    internal IReadOnlyList<(Fault Fault, int Left)> Waiting
    {
        get
        {
            lock (_gate)
            {
                return [.. _waiting];
            }
        }
    }

    /// <summary>Adds a fault, so that the next matching requests fail.</summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentException">The fault is not valid: its path does not start with '/', its count is less than 1, its kind is
    /// unknown, its status is not between 200 and 599, or a time is negative or longer than a day.</exception>
    public void Inject(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        fault.Validate();
        lock (_gate)
        {
            _waiting.Add((fault, fault.Times));
        }

        Changed?.Invoke();
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }

        Changed?.Invoke();
    }

    /// <summary>Returns the next fault for a path without using it, or <see langword="null"/> if there is none.</summary>
    internal Fault? Peek(string path)
    {
        lock (_gate)
        {
            return _waiting.Find(waiting => waiting.Fault.Path == path).Fault;
        }
    }

    /// <summary>Returns the next fault for a path and counts one use of it.</summary>
    /// <returns>The fault, or <see langword="null"/> if there is none.</returns>
    internal Fault? Take(string path)
    {
        Fault fault;
        lock (_gate)
        {
            var index = _waiting.FindIndex(waiting => waiting.Fault.Path == path);
            if (index < 0)
            {
                return null;
            }

            (fault, var left) = _waiting[index];
            if (left > 1)
            {
                _waiting[index] = (fault, left - 1);
            }
            else
            {
                _waiting.RemoveAt(index);
            }
        }

        Changed?.Invoke();
        return fault;
    }
}
