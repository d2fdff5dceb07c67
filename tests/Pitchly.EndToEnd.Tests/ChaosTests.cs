namespace Pitchly.EndToEnd.Tests;

/// <summary>Tokens through real HTTP, simulated time, and a week of faults, many times over.</summary>
[Trait("Speed", "Slow")]
public sealed class ChaosTests
{
    private const int Schedules = 200;

    /// <summary>A week waits for itself at each step, so many at a time keep the threads awake.</summary>
    private const int AtOnce = 16;

    /// <summary>Set to a seed to replay its schedule alone.</summary>
    private const string SeedVariable = "PITCHLY_CHAOS_SEED";

    [Fact]
    public async Task The_rules_hold_through_any_week_of_faults()
    {
        var seeds = Environment.GetEnvironmentVariable(SeedVariable) is { } seed
            ? [int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture)]
            : Enumerable.Range(1, Schedules);
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = AtOnce,
            CancellationToken = TestContext.Current.CancellationToken,
        };
        await Parallel.ForEachAsync(seeds, options, async (seed, cancellationToken) =>
        {
            try
            {
                await using var week = await ChaosWeek.StartAsync(seed, cancellationToken);
                await week.RunAsync();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                throw new InvalidOperationException($"The schedule of seed {seed} broke a rule; {SeedVariable}={seed} replays it.", error);
            }
        });
    }
}
