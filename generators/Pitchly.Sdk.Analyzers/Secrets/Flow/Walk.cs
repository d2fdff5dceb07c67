using System.Collections.Immutable;
using Pitchly.Analyzers.Secrets.Flow.Source;
using Pitchly.Analyzers.Secrets.Flow.Steps;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>
/// Finds what a value may be, by going back from the place where it is used. Each step knows one kind of place: it says which places
/// the value comes from, or which texts it is. The walk asks all steps, goes on from the places they name, and ends where none leads back.
/// </summary>
internal sealed class Walk(SourceProgram program, bool withHoles, CancellationToken cancellationToken) : IWalk
{
    private static readonly ImmutableArray<IStep> Steps =
    [
        new Branches(), new Variables(), new Bindings(), new Parameters(), new LambdaParameters(), new References(), new Members(),
        new Elements(), new Additions(), new Calls(), new Delegates(), new PassingFunctions(), new Creations(), new Collections(),
        new Constants(), new Sums(), new Formats(), new Characters(), new Builders(), new Fillings(), new Letters(),
        new Streams(), new PureFunctions(),
    ];

    private readonly Trail _trail = new();

    public SourceProgram Program => program;

    public bool WithHoles => withHoles;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>The texts that the value at a place may be.</summary>
    public ImmutableArray<TextValue> Texts(Place place)
    {
        ImmutableArray<TextValue> texts = [.. Origins(place).SelectMany(origin => TextsOf(origin)).Take(Trail.MaximumValues)];
        return texts.IsEmpty ? [TextValue.Unknown] : texts;
    }

    /// <summary>The places where the value at a place begins.</summary>
    public ImmutableArray<Place> Origins(Place place) => Back("origins", place, _ => false);

    /// <summary>The elements of the collection at a place, in order, wherever each of them comes from.</summary>
    public ImmutableArray<Place> Elements(Place collection) =>
        [.. Back("elements", collection.Its(Part.Each), at => at.Path.IsEmpty).Where(element => element.Path.IsEmpty)];

    private ImmutableArray<Place> Back(string question, Place place, Func<Place, bool> isEnd)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return isEnd(place) ? [place] : _trail.Within(question, place, place.Unknown, () =>
        {
            var answers = Ask(place);
            var before = answers.SelectMany(answer => answer.Places ?? []).SelectMany(at => Back(question, at, isEnd));
            return answers.Any(answer => answer.Places is not null) ? Preferred([.. before.Take(Trail.MaximumValues)]) : [place];
        });
    }

    private ImmutableArray<TextValue> TextsOf(Place origin) => _trail.Within("texts", origin, TextValue.Unknown, () =>
    {
        var texts = Ask(origin).Where(answer => answer.Texts is not null).SelectMany(answer => answer.Texts!()).ToImmutableArray();
        return texts.IsEmpty ? [TextValue.Unknown] : texts;
    });

    private ImmutableArray<Answer> Ask(Place place) =>
        place.IsUnknown ? [] : [.. Steps.Select(step => step.Ask(place, this)).OfType<Answer>()];

    /// <summary>A place that has no such part is no answer if another one has it.</summary>
    private static ImmutableArray<Place> Preferred(ImmutableArray<Place> found) =>
        found.Any(place => place.Path.IsEmpty) ? found.RemoveAll(place => !place.Path.IsEmpty) : found;
}
