using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Builds the texts that <see cref="string.Concat(object[])"/>, Join, Format, and similar methods combine.</summary>
internal sealed class Formats : IStep
{
    public StepResult? Trace(Place place, IWalk walk)
    {
        if (!place.Path.IsEmpty || place.Operation is not IInvocationOperation call)
        {
            return null;
        }

        ImmutableArray<IOperation> values = [.. CallArguments.Written(call.Arguments)];
        return (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
        {
            ("String", "Concat") =>
                StepResult.OfTexts(() => TextValue.Combine(Formatting.Parts(values, place.Frame, walk), walk.WithHoles)),
            ("String", "Join") => StepResult.OfTexts(() => Formatting.Join(values, place.Frame, walk)),
            ("String", "Format") => StepResult.OfTexts(() => Formatting.Format(values, place.Frame, walk)),
            ("String", "Create") =>
                StepResult.OfTexts(() => values.OfType<IInterpolatedStringHandlerCreationOperation>().FirstOrDefault() is { } handler
                ? walk.Texts(new Place(handler.Content, place.Frame))
                : [TextValue.TransformedOf([.. values.SelectMany(value => walk.Texts(new Place(value, place.Frame)))])]),
            ("Enumerable", "Concat" or "Append" or "Prepend" or "Union") when values.Length > 1 =>
                StepResult.OfTexts(() => TextValue.Combine(values.Take(2)
                    .Select(value => walk.Texts(new Place(value, place.Frame))), walk.WithHoles)),
            ("Enumerable", "Repeat") when values.Length > 0 => StepResult.OfTexts(() => walk.Texts(new Place(values[0], place.Frame))),
            _ => null,
        };
    }
}
