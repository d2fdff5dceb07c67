namespace Pitchly.Sdk.Benchmarks;

/// <summary>What we take, as a part of what a peer takes, and how much it may be.</summary>
/// <param name="What">What was compared.</param>
/// <param name="Value">The ratio.</param>
/// <param name="Bound">What it may be.</param>
internal sealed record Ratio(string What, double Value, double Bound)
{
    /// <summary>What the noise of a machine may add before it counts as worse.</summary>
    private const double Tolerance = 1.15;

    public bool IsWorse => !(Value <= Bound * Tolerance);

    public override string ToString() =>
        FormattableString.Invariant($"{(IsWorse ? "WORSE" : "ok"),-6} {Value,8:0.000}  bound {Bound,6:0.###}  {What}");
}
