namespace Pitchly.EndToEnd.Tests;

/// <summary>Tests tokens over real HTTP in simulated time, through many weeks of random faults.</summary>
[Trait("Speed", "Slow")]
public sealed class ChaosTests
{
    private const int Schedules = 200;

    /// <summary>The number of weeks that run in parallel. A week waits at each step, so several of them keep the processor busy.</summary>
    private const int AtOnce = 16;

    /// <summary>The environment variable that, if it is set to a seed, replays only the schedule of that seed.</summary>
    private const string SeedVariable = "PITCHLY_CHAOS_SEED";

    [Fact]
    public async Task Token_rules_hold_during_a_week_of_random_faults()
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
