using System.Collections.Immutable;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>A backward step from one kind of place.</summary>
internal interface IStep
{
    /// <summary>Returns the result for a place, or <see langword="null"/> if the step does not handle this kind of place.</summary>
    StepResult? Trace(Place place, IWalk walk);
}

/// <summary>The part of the walk that steps use.</summary>
internal interface IWalk
{
    /// <summary>Gets the analyzed program.</summary>
    SourceProgram Program { get; }

    /// <summary>
    /// Gets a value indicating whether strings may have unknown parts. If not, one unknown part makes the whole string unknown.
    /// </summary>
    bool WithHoles { get; }

    CancellationToken CancellationToken { get; }

    /// <summary>Returns the places where the value at a place originates.</summary>
    ImmutableArray<Place> Origins(Place place);

    /// <summary>Returns the elements of the collection at a place, in order, wherever each of them originates.</summary>
    ImmutableArray<Place> Elements(Place collection);

    /// <summary>Returns the possible strings of the value at a place, or a single unknown one if nothing is known.</summary>
    ImmutableArray<TextValue> Texts(Place place);
}

/// <summary>The result of a step: the places that the value comes from, or the strings that it can be.</summary>
internal sealed record StepResult(ImmutableArray<Place>? Places, Func<IEnumerable<TextValue>>? Texts)
{
    /// <summary>The result for an operation that never has a value.</summary>
    public static readonly StepResult NoValue = new([], null);

    /// <summary>
    /// Creates a result from the places that the value comes from; returns <see langword="null"/> if there are none, because nothing is
    /// known then.
    /// </summary>
    public static StepResult? From(params IEnumerable<Place> places)
    {
        ImmutableArray<Place> all = [.. places.Take(Trail.MaximumValues)];
        return all.IsEmpty ? null : new StepResult(all, null);
    }

    /// <summary>Creates a result from the possible strings of the value.</summary>
    public static StepResult OfTexts(Func<IEnumerable<TextValue>> texts) => new(null, texts);
}
