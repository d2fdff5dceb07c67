using System.Collections.Immutable;
using Pitchly.Analyzers.Secrets.Flow.Source;
using Pitchly.Analyzers.Secrets.Flow.Steps;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>
/// Finds the possible values of an expression by tracing them back from the place where the value is used. Each step handles one kind of
/// place: it returns the places that the value comes from, or the texts that it can be. The walk calls all steps, continues from the places
/// that they return, and ends where no step leads further back.
/// </summary>
internal sealed class Walk(SourceProgram program, bool withHoles, CancellationToken cancellationToken) : IWalk
{
    private static readonly ImmutableArray<IStep> Steps =
    [
        new Branches(), new Variables(), new Bindings(), new Parameters(), new LambdaParameters(), new References(), new Members(),
        new Elements(), new Additions(), new Calls(), new Delegates(), new PassingFunctions(), new Creations(), new Collections(),
        new Constants(), new Concatenations(), new Formats(), new Characters(), new Builders(), new BufferWrites(), new CharacterAccess(),
        new Streams(), new PureFunctions(),
    ];

    private readonly Trail _trail = new();

    public SourceProgram Program => program;

    public bool WithHoles => withHoles;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Returns the possible texts of the value at a place.</summary>
    public ImmutableArray<TextValue> Texts(Place place)
    {
        ImmutableArray<TextValue> texts = [.. Origins(place).SelectMany(origin => TextsOf(origin)).Take(Trail.MaximumValues)];
        return texts.IsEmpty ? [TextValue.Unknown] : texts;
    }

    /// <summary>Returns the places where the value at a place originates.</summary>
    public ImmutableArray<Place> Origins(Place place) => TraceBack("origins", place, _ => false);

    /// <summary>Returns the elements of the collection at a place, in order, wherever each of them originates.</summary>
    public ImmutableArray<Place> Elements(Place collection) =>
        [.. TraceBack("elements", collection.WithPart(Part.Each), at => at.Path.IsEmpty).Where(element => element.Path.IsEmpty)];

    private ImmutableArray<Place> TraceBack(string query, Place place, Func<Place, bool> isEnd)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return isEnd(place) ? [place] : _trail.Continue(query, place, place.Unknown, () =>
        {
            var results = ResultsAt(place);
            var before = results.SelectMany(result => result.Places ?? []).SelectMany(at => TraceBack(query, at, isEnd));
            return results.Any(result => result.Places is not null) ? Preferred([.. before.Take(Trail.MaximumValues)]) : [place];
        });
    }

    private ImmutableArray<TextValue> TextsOf(Place origin) => _trail.Continue("texts", origin, TextValue.Unknown, () =>
    {
        var texts = ResultsAt(origin).Where(result => result.Texts is not null).SelectMany(result => result.Texts!()).ToImmutableArray();
        return texts.IsEmpty ? [TextValue.Unknown] : texts;
    });

    private ImmutableArray<StepResult> ResultsAt(Place place) =>
        place.IsUnknown ? [] : [.. Steps.Select(step => step.Trace(place, this)).OfType<StepResult>()];

    /// <summary>Drops the places where the traced part was not found, if another place has it.</summary>
    private static ImmutableArray<Place> Preferred(ImmutableArray<Place> found) =>
        found.Any(place => place.Path.IsEmpty) ? found.RemoveAll(place => !place.Path.IsEmpty) : found;
}
