namespace Pitchly.Emulator;

/// <summary>The faults that wait for their requests.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<(Fault Fault, int Left)> _waiting;

    /// <exception cref="ArgumentException">A fault makes no sense.</exception>
    internal FaultPlan(IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults)
        {
            fault.Validate();
        }

        _waiting = [.. faults.Select(fault => (fault, fault.Times))];
    }

    /// <summary>Occurs when a fault was injected, has struck, or was forgotten.</summary>
    internal event Action? Changed;

    /// <summary>Gets the faults that wait, each with the number of requests that it will still strike.</summary>
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

    /// <summary>Lets the next requests fail.</summary>
    /// <param name="fault">How.</param>
    /// <exception cref="ArgumentException">It makes no sense: a path without '/', less than one time, a status that is none, a negative
    /// delay.</exception>
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

    /// <summary>Forgets all faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }

        Changed?.Invoke();
    }

    /// <summary>Returns the next fault for a path without using it up; <see langword="null"/> if none waits.</summary>
    internal Fault? Peek(string path)
    {
        lock (_gate)
        {
            return _waiting.Find(waiting => waiting.Fault.Path == path).Fault;
        }
    }

    /// <summary>Uses up one strike of the next fault for a path.</summary>
    /// <returns>The fault; <see langword="null"/> if none waits.</returns>
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
