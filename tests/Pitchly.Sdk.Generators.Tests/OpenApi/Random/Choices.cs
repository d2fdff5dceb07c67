namespace Pitchly.Generators.Tests.OpenApi.Random;

/// <summary>
/// The random choices for a document: a list of numbers, each of which determines one choice. A shorter list or smaller numbers give a
/// simpler document, and after the end of the list every choice is the simplest one, so that CsCheck finds small documents that fail.
/// </summary>
internal sealed class Choices(int[] numbers)
{
    private int _next;

    /// <summary>Returns a number below a limit; 0 once all numbers are used.</summary>
    public int Below(int limit) => _next < numbers.Length ? numbers[_next++] % limit : 0;

    /// <summary>
    /// Returns <see langword="true"/> with a probability of one in the given number; otherwise, <see langword="false"/>. The result is
    /// always <see langword="false"/> once all numbers are used.
    /// </summary>
    public bool OnceIn(int times) => Below(times) == times - 1;

    public T One<T>(params ReadOnlySpan<T> items) => items[Below(items.Length)];

    /// <summary>Returns distinct items of a list.</summary>
    public List<T> Some<T>(IReadOnlyList<T> items, int least, int most)
    {
        var left = items.ToList();
        var count = Math.Min(left.Count, least + Below(most - least + 1));
        var chosen = new List<T>();
        while (chosen.Count < count)
        {
            var at = Below(left.Count);
            chosen.Add(left[at]);
            left.RemoveAt(at);
        }

        return chosen;
    }
}
