using System.Collections.Immutable;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>A step back from one kind of place.</summary>
internal interface IStep
{
    /// <summary>Returns what is known of a place, or <see langword="null"/> if it is of another kind.</summary>
    Answer? Ask(Place place, IWalk walk);
}

/// <summary>The walk, as steps see it: what they may ask on their way.</summary>
internal interface IWalk
{
    /// <summary>The program that is walked through.</summary>
    SourceProgram Program { get; }

    /// <summary>Whether texts may have parts that are not known; else one such part makes the whole unknown.</summary>
    bool WithHoles { get; }

    CancellationToken CancellationToken { get; }

    /// <summary>The places where the value at a place begins.</summary>
    ImmutableArray<Place> Origins(Place place);

    /// <summary>The elements of the collection at a place, in order, wherever each of them comes from.</summary>
    ImmutableArray<Place> Elements(Place collection);

    /// <summary>The texts that the value at a place may be; one that is unknown, if nothing is known.</summary>
    ImmutableArray<TextValue> Texts(Place place);
}

/// <summary>What a step knows of a place: the places that its value comes from, or the texts that it is.</summary>
internal sealed record Answer(ImmutableArray<Place>? Places, Func<IEnumerable<TextValue>>? Texts)
{
    /// <summary>No value ever comes from there.</summary>
    public static readonly Answer Nothing = new([], null);

    /// <summary>The value comes from these places; if there are none, nothing is known of it.</summary>
    public static Answer? From(params IEnumerable<Place> places)
    {
        ImmutableArray<Place> all = [.. places.Take(Trail.MaximumValues)];
        return all.IsEmpty ? null : new Answer(all, null);
    }

    /// <summary>The value is one of these texts.</summary>
    public static Answer Is(Func<IEnumerable<TextValue>> texts) => new(null, texts);
}
