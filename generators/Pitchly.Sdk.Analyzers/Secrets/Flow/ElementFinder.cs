using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Finds, in order, the elements of a collection that is made on the spot.</summary>
internal sealed class ElementFinder(OriginFinder origins)
{
    public ImmutableArray<Origin> Find(IOperation? collection, Frame? frame) =>
        [
            .. origins.Find(collection, frame).SelectMany(origin => OfOrigin(origin.Operation, origin.Frame)),
            .. collection is ILocalReferenceOperation local ? Additions.To(local, null, origins).Select(added => new Origin(added, frame)) : [],
        ];

    private IEnumerable<Origin> OfOrigin(IOperation operation, Frame? frame)
    {
        switch (operation)
        {
            case IArrayCreationOperation { Initializer: { } initializer }:
                return initializer.ElementValues.Select(element => new Origin(element, frame));
            case IArrayInitializerOperation initializer:
                return initializer.ElementValues.Select(element => new Origin(element, frame));
            case ICollectionExpressionOperation expression:
                return expression.Elements.SelectMany(element => element is ISpreadOperation spread ? Find(spread.Operand, frame) : [new Origin(element, frame)]);
            case IObjectCreationOperation { Initializer: { } initializer } when initializer.Initializers.Any(IsEntry):
                return initializer.Initializers.Where(IsEntry).Select(entry => new Origin(entry, frame));
            case IObjectCreationOperation { Initializer: { } initializer } creation:
                return initializer.Initializers
                    .OfType<IInvocationOperation>()
                    .Where(add => add.TargetMethod.Name == "Add" && add.Arguments.Length == 1)
                    .Select(add => new Origin(add.Arguments[0].Value, frame))
                    .Concat(creation.Arguments.Length == 1 && initializer.Initializers.IsEmpty ? Find(creation.Arguments[0].Value, frame) : []);
            case IObjectCreationOperation { Arguments: [var source] } when source.Value.Type is not { SpecialType: SpecialType.System_Int32 }:
                return Find(source.Value, frame);
            case IInvocationOperation invocation when KnownFunctions.IsSequence(invocation.TargetMethod):
                return OfSequence(invocation, frame);
            case IInvocationOperation invocation when origins.BodyOf(invocation.TargetMethod) is { } body && Returns.IsIterator(body) && origins.Enter(invocation.TargetMethod, invocation.Arguments, invocation.Instance, frame) is { } inside:
                return Returns.Of(body).Select(value => origins.Program.OperationOf(value, origins.CancellationToken)).OfType<IOperation>().Select(value => new Origin(value, inside));
            case IInvocationOperation { TargetMethod: { Name: "Split", ContainingType.SpecialType: SpecialType.System_String } }:
                return [new Origin(operation, frame)];
            case IPropertyReferenceOperation { Property.Name: "Values" or "Keys", Instance: { } dictionary } part:
                return Find(dictionary, frame).SelectMany(entry => origins.Of(entry, MemberPath.Named(part.Property.Name == "Keys" ? "Key" : "Value")));
            case IConversionOperation conversion:
                return Find(conversion.Operand, frame);
            default:
                return EnumeratorOf(operation.Type) is { } enumerator
                    ? Returns.Of(origins.BodyOf(enumerator)!).Select(value => origins.Program.OperationOf(value, origins.CancellationToken)).OfType<IOperation>().Select(value => new Origin(value, new Frame(enumerator, [], operation, frame)))
                    : [];
        }
    }

    /// <summary>The iterator that a type of the source is run through by.</summary>
    private IMethodSymbol? EnumeratorOf(ITypeSymbol? type) =>
        type?.GetMembers(WellKnownMemberNames.GetEnumeratorMethodName).OfType<IMethodSymbol>().FirstOrDefault(one => one.Parameters.IsEmpty && origins.BodyOf(one) is { } body && Returns.IsIterator(body));

    /// <summary>An entry of a dictionary's initializer, which stands for the pair.</summary>
    public static bool IsEntry(IOperation initializer) =>
        initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 1 } } or IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 2 };

    private IEnumerable<Origin> OfSequence(IInvocationOperation invocation, Frame? frame)
    {
        if (invocation.TargetMethod.Name is "Select" or "SelectMany" or "Split")
        {
            return [];
        }

        if (invocation.TargetMethod is { Name: "Create", IsStatic: true })
        {
            return invocation.Arguments.SelectMany(argument => argument.ArgumentKind == ArgumentKind.ParamArray || argument.Value.Type is IArrayTypeSymbol ? Find(argument.Value, frame) : [new Origin(argument.Value, frame)]);
        }

        var source = invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value;
        var elements = Find(source, frame);
        return invocation.TargetMethod.Name switch
        {
            "Reverse" => elements.Reverse(),
            "Concat" or "Append" or "Union" when invocation.Arguments.Length == 2 =>
                elements.AddRange(invocation.TargetMethod.Name == "Append" ? [new Origin(invocation.Arguments[1].Value, frame)] : Find(invocation.Arguments[1].Value, frame)),
            "Skip" when Count(invocation) is { } count => elements.Skip(count),
            "Take" when Count(invocation) is { } count => elements.Take(count),
            _ => elements,
        };
    }

    private static int? Count(IInvocationOperation invocation) => invocation.Arguments[invocation.Arguments.Length - 1].Value.ConstantValue is { HasValue: true, Value: int count } ? count : null;
}
