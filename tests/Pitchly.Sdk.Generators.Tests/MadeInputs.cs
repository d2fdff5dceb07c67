using System.Globalization;
using CsCheck;

namespace Pitchly.Generators.Tests;

/// <summary>
/// Checks generated inputs. Each run uses the same inputs, so that a failure in CI is caused by a change. To search for new errors, set
/// <see cref="SeedVariable"/> to other numbers.
/// </summary>
internal static class MadeInputs
{
    private const string SeedVariable = "PITCHLY_FUZZ_SEED";

    private const ulong DefaultSeed = 1;

    /// <summary>Checks a number of inputs in parallel, and reports an input that failed.</summary>
    public static void Check<T>(Gen<T> gen, int count, Action<T> check, Func<T, string> print)
    {
        var seed = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } text
            ? ulong.Parse(text, CultureInfo.InvariantCulture)
            : DefaultSeed;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, count, options, index =>
        {
            var input = gen.Generate(new PCG((uint)index, seed), null, out _);
            try
            {
                check(input);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Input {index} of {SeedVariable}={seed} failed:\n{print(input)}", error);
            }
        });
    }
}
