using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Finds a member of a value that is made on the spot: an object, a tuple, a record, an array, a dictionary.</summary>
internal sealed class MemberFinder(OriginFinder origins)
{
    public ImmutableArray<Origin> Find(Origin origin, MemberPath member) => origin.Operation switch
    {
        ITupleOperation tuple => OfTuple(tuple, member, origin.Frame),
        IAnonymousObjectCreationOperation anonymous => OfInitializers(anonymous.Initializers, member, origin.Frame) ?? [],
        IWithOperation copy => OfInitializers(copy.Initializer.Initializers, member, origin.Frame) ?? origins.Project(copy.Operand, origin.Frame, member),
        IObjectCreationOperation creation => OfCreation(creation, member, origin.Frame),
        IArrayCreationOperation or IArrayInitializerOperation or ICollectionExpressionOperation when member is { Kind: MemberPathKind.Element, Key: int index } => OfSequence(origin, index),
        IInvocationOperation invocation when member is { Kind: MemberPathKind.Element, Key: int index } && KnownFunctions.IsSequence(invocation.TargetMethod) => OfSequence(origin, index),
        IInvocationOperation { TargetMethod: { Name: "Add" or "SetItem", ContainingType.Name: "ImmutableDictionary" or "ImmutableSortedDictionary" }, Instance: { } before, Arguments: [var key, var value] } when member.Kind == MemberPathKind.Element =>
            Equals(key.Value.ConstantValue.Value, member.Key) ? origins.Find(value.Value, origin.Frame) : origins.Project(before, origin.Frame, member),
        IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "KeyValuePair" or "Tuple" or "ValueTuple" } } pair => OfPositions([.. pair.Arguments.Select(argument => argument.Value)], member, origin.Frame),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var key] } } entry => OfPositions([key.Value, entry.Value], member, origin.Frame),
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var key, var value] } => OfPositions([key.Value, value.Value], member, origin.Frame),
        _ => [],
    };

    private ImmutableArray<Origin> OfSequence(Origin origin, int index)
    {
        var elements = origins.Elements(origin.Operation, origin.Frame);
        return index >= 0 && index < elements.Length ? origins.Find(elements[index].Operation, elements[index].Frame) : [];
    }

    private ImmutableArray<Origin> OfTuple(ITupleOperation tuple, MemberPath member, Frame? frame)
    {
        var names = tuple.Type is INamedTypeSymbol { IsTupleType: true } type ? type.TupleElements : [];
        for (var index = 0; index < tuple.Elements.Length; index++)
        {
            if (member.Kind == MemberPathKind.Position ? member.Key is int position && position == index : member.Name == $"Item{index + 1}" || index < names.Length && names[index].Name == member.Name)
            {
                return origins.Find(tuple.Elements[index], frame);
            }
        }

        // The tuple's names are those of the place where it is read, and may differ from those where it was made.
        return [];
    }

    private ImmutableArray<Origin> OfPositions(ImmutableArray<IOperation> values, MemberPath member, Frame? frame)
    {
        var index = member switch
        {
            { Kind: MemberPathKind.Position, Key: int position } => position,
            { Name: "Key" or "Item1" } => 0,
            { Name: "Value" or "Item2" } => 1,
            _ => -1,
        };
        return index >= 0 && index < values.Length ? origins.Find(values[index], frame) : [];
    }

    private ImmutableArray<Origin>? OfInitializers(ImmutableArray<IOperation> initializers, MemberPath member, Frame? frame)
    {
        foreach (var initializer in initializers)
        {
            switch (initializer)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: { } key } }] } } entry when Equals(key, member.Key):
                    return origins.Find(entry.Value, frame);
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment when target.Member.Name == member.Name && member.Kind == MemberPathKind.Member:
                    return origins.Find(assignment.Value, frame);
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target } nested when target.Member.Name == member.Name && nested.Initializer is { } inner:
                    return [new Origin(inner, frame)];
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: { } key } }, var value] } when Equals(key, member.Key):
                    return origins.Find(value.Value, frame);
            }
        }

        return null;
    }

    private ImmutableArray<Origin> OfCreation(IObjectCreationOperation creation, MemberPath member, Frame? frame)
    {
        if (creation.Initializer is { } initializer && OfInitializers(initializer.Initializers, member, frame) is { } initialized)
        {
            return initialized;
        }

        if (creation.Constructor is not { } constructor)
        {
            return [];
        }

        if (member is { Kind: MemberPathKind.Element, Key: int index } && (creation.Initializer is not null || constructor.DeclaringSyntaxReferences.IsEmpty))
        {
            return OfSequence(new Origin(creation, frame), index);
        }

        if (member is { Kind: MemberPathKind.Position, Key: int part } && constructor.ContainingType.GetMembers(WellKnownMemberNames.DeconstructMethodName).OfType<IMethodSymbol>().FirstOrDefault(one => part < one.Parameters.Length && origins.BodyOf(one) is not null) is { } taking)
        {
            return origins.OfWritten(taking, taking.Parameters[part], new Frame(taking, [], creation, frame));
        }

        if (constructor.ContainingType.Name is "KeyValuePair" or "Tuple" or "ValueTuple")
        {
            return OfPositions([.. creation.Arguments.OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => argument.Value)], member, frame);
        }

        if (constructor.DeclaringSyntaxReferences.IsEmpty)
        {
            return constructor.IsImplicitlyDeclared && PropertyOf(creation.Type, member.Name) is { } standard ? OfInitializer(standard) : [];
        }

        if (member is { Kind: MemberPathKind.Position, Key: int position })
        {
            return OfArgument(creation, constructor.Parameters.FirstOrDefault(parameter => parameter.Ordinal == position && constructor.ContainingType.IsRecord), frame);
        }

        return PropertyOf(creation.Type, member.Name) is { } property ? OfConstructed(creation, constructor, property, frame) : [];
    }

    /// <summary>What the constructor, or the initializer, makes of the member.</summary>
    private ImmutableArray<Origin> OfConstructed(IObjectCreationOperation creation, IMethodSymbol constructor, ISymbol member, Frame? frame)
    {
        if (origins.Enter(constructor, creation.Arguments, null, frame) is not { } inside)
        {
            return [];
        }

        if (member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(origins.CancellationToken) is ParameterSyntax)
        {
            return OfArgument(creation, constructor.Parameters.FirstOrDefault(parameter => parameter.Name == member.Name), frame);
        }

        if (member is IPropertySymbol { GetMethod: { } getter } && origins.BodyOf(getter) is { } body)
        {
            return [.. Returns.Of(body).SelectMany(value => origins.Find(origins.Program.OperationOf(value, origins.CancellationToken), new Frame(constructor, creation.Arguments, creation, frame)))];
        }

        if (constructor.DeclaringSyntaxReferences[0].GetSyntax(origins.CancellationToken) is ConstructorDeclarationSyntax declaration
            && origins.Program.FlowOf(declaration, origins.CancellationToken) is { } flow)
        {
            var reaching = flow.AtExit(new Slot(member.OriginalDefinition, null));
            var found = reaching.Definitions
                .Where(definition => definition.Kind == DefinitionKind.Assigned && definition.Path.IsEmpty)
                .SelectMany(definition => origins.Find(origins.Program.OperationOf(definition.Syntax, origins.CancellationToken), inside))
                .ToImmutableArray();
            return reaching.FromStart ? found.AddRange(OfInitializer(member, inside)) : found;
        }

        return OfInitializer(member, inside);
    }

    private ImmutableArray<Origin> OfInitializer(ISymbol member, Frame? frame = null) =>
        origins.InitializerOf(member.OriginalDefinition) is { } initializer ? origins.Find(initializer, frame) : [];

    private ImmutableArray<Origin> OfArgument(IObjectCreationOperation creation, IParameterSymbol? parameter, Frame? frame) =>
        parameter is null ? []
        : creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is { ArgumentKind: not ArgumentKind.DefaultValue } given ? origins.Find(given.Value, frame)
        : origins.DefaultOf(parameter);

    private static ISymbol? PropertyOf(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
