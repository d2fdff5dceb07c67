using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>
/// Applies .NET functions to texts, if their effect is known. If it is not, the result for literals is recorded as built from these
/// literals. The same applies to a part of a parsed text, such as JSON.
/// </summary>
internal sealed class PureFunctions : IStep
{
    public StepResult? Trace(Place place, IWalk walk) =>
        place.Operation is IInvocationOperation call && KnownFunctions.IsPure(call.TargetMethod) && !IsJoining(call.TargetMethod)
            ? Of(call, place, walk)
            : null;

    private static bool IsJoining(IMethodSymbol method) =>
        KnownFunctions.IsBuilder(method.ContainingType) || (method.ContainingType.Name, method.Name) switch
        {
            ("String", "Concat" or "Join" or "Format" or "Create") or ("Enumerable",
                "Concat" or "Append" or "Prepend" or "Union" or "Repeat") => true,
            _ => false,
        };

    private static StepResult? Of(IInvocationOperation call, Place place, IWalk walk)
    {
        var values = IsEncoding(call.Instance?.Type) || IsSerializer(call.Instance?.Type)
            ? [.. CallArguments.Written(call.Arguments)]
            : CallArguments.Operands(call);
        if (values.IsEmpty || KnownFunctions.PassesThrough(call) is not null)
        {
            return null;
        }

        return StepResult.OfTexts(() => values.Skip(1).All(value => IsOfLiterals(value, place.Frame, walk))
            ? walk.Texts(new Place(values[0], place.Frame))
                .Select(value => value.Map(text => Apply(call.TargetMethod.Name, text, values, place)))
            : [TextValue.Unknown]);
    }

    /// <summary>
    /// Returns the result, or <see langword="null"/> if the effect of the function, or the traced part of its result, is not known.
    /// </summary>
    private static string? Apply(string function, string text, ImmutableArray<IOperation> values, Place place)
    {
        var arguments = values.Skip(1).Select(Constant).ToArray();
        return place.Path switch
        {
            [] => TextFunctions.Apply(function, text, arguments),
            [{ Kind: PartKind.Element, Key: int index }] when function == "Split" && arguments.Length > 0 =>
                TextFunctions.SplitAt(text, arguments[0], index),
            _ => null,
        };
    }

    private static bool IsOfLiterals(IOperation value, Frame? frame, IWalk walk) => value switch
    {
        IDelegateCreationOperation { Target: IMethodReferenceOperation method } => IsOwnOrPure(method.Method, walk),
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } =>
            lambda.Body.Descendants().All(part => BuildsFromLiterals(part, lambda, frame, walk)),
        IDelegateCreationOperation => true,
        _ => IsMode(value.Type) || IsEncoding(value.Type) || IsKnown(value, frame, walk),
    };

    /// <summary>
    /// Determines whether a part of a lambda builds the result only from the parameters and from literals: it captures no unknown text and
    /// reads no external state.
    /// </summary>
    private static bool BuildsFromLiterals(IOperation part, IAnonymousFunctionOperation lambda, Frame? frame, IWalk walk) => part switch
    {
        IInvocationOperation call => IsOwnOrPure(call.TargetMethod, walk),
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } => true,
        ILocalReferenceOperation { Local: var local }
            when walk.DeclarationOf(local) is { } declaration && lambda.Syntax.Span.Contains(declaration.Span) => true,
        ILocalReferenceOperation or IParameterReferenceOperation
            or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } =>
            part.ConstantValue.HasValue || !HoldsText(part.Type) || IsKnown(part, frame, walk),
        _ => true,
    };

    private static bool IsOwnOrPure(IMethodSymbol method, IWalk walk) =>
        KnownFunctions.IsPure(method) || method.MethodKind == MethodKind.DelegateInvoke || walk.BodyOf(method) is not null;

    private static bool IsKnown(IOperation value, Frame? frame, IWalk walk) =>
        !walk.Texts(new Place(value, frame)).Any(text => text.HasUnknown);

    private static bool HoldsText(ITypeSymbol? type) =>
        type?.SpecialType == SpecialType.System_String || type is IArrayTypeSymbol or INamedTypeSymbol { IsGenericType: true };

    private static bool IsMode(ITypeSymbol? type) => type is { TypeKind: TypeKind.Enum } or { Name: "CultureInfo" or "IFormatProvider" };

    private static bool IsEncoding(ITypeSymbol? type) =>
        type?.Name.EndsWith("Encoding", StringComparison.Ordinal) == true || type?.Name is "Regex" or "UrlEncoder";

    private static bool IsSerializer(ITypeSymbol? type) => type?.Name is "BinaryFormatter" or "XmlSerializer" or "DataContractSerializer";

    private static object? Constant(IOperation? operation) => operation is { ConstantValue: { HasValue: true, Value: { } value } }
        ? value
        : operation is IConversionOperation conversion ? Constant(conversion.Operand) : null;
}
