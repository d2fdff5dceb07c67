namespace Pitchly.Emulator;

/// <summary>The faults that wait for their requests.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<(Fault Fault, int Left)> _waiting;

    internal FaultPlan(IEnumerable<Fault> faults) => _waiting = [.. faults.Select(fault => (fault, fault.Times))];

    /// <summary>Lets the next requests fail.</summary>
    /// <param name="fault">How.</param>
    public void Inject(Fault fault)
    {
        lock (_gate)
        {
            _waiting.Add((fault, fault.Times));
        }
    }

    /// <summary>Forgets all faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

    internal Fault? Take(string path)
    {
        lock (_gate)
        {
            var index = _waiting.FindIndex(waiting => waiting.Fault.Path == path);
            if (index < 0)
            {
                return null;
            }

            var (fault, left) = _waiting[index];
            if (left > 1)
            {
                _waiting[index] = (fault, left - 1);
            }
            else
            {
                _waiting.RemoveAt(index);
            }

            return fault;
        }
    }
}
