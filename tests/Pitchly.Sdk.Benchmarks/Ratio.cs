namespace Pitchly.Sdk.Benchmarks;

/// <summary>The ratio of the SDK's time or memory to that of a peer, with its bound.</summary>
/// <param name="What">A description of the comparison.</param>
/// <param name="Value">The ratio.</param>
/// <param name="Bound">The largest allowed ratio.</param>
internal sealed record Ratio(string What, double Value, double Bound)
{
    /// <summary>The factor by which noise may exceed the bound before the ratio counts as worse.</summary>
    private const double Tolerance = 1.15;

    public bool IsWorse => !(Value <= Bound * Tolerance);

    public override string ToString() =>
        FormattableString.Invariant($"{(IsWorse ? "WORSE" : "ok"),-6} {Value,8:0.000}  bound {Bound,6:0.###}  {What}");
}
