using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Steps from a part of a newly created object, tuple, record, or pair to the value that it is created from.</summary>
internal sealed class Creations : IStep
{
    public StepResult? Trace(Place place, IWalk walk) => place.First is not { } part ? null : place.Operation switch
    {
        ITupleOperation tuple => OfTuple(tuple, part, place),
        IAnonymousObjectCreationOperation anonymous => OfInitializers(anonymous.Initializers, part, place),
        IObjectOrCollectionInitializerOperation initializer => OfInitializers(initializer.Initializers, part, place),
        IWithOperation copy => OfInitializers(copy.Initializer.Initializers, part, place) ?? StepResult.From(place.At(copy.Operand)),
        IObjectCreationOperation creation =>
            (creation.Initializer is { } made ? OfInitializers(made.Initializers, part, place)
            : null) ?? OfConstructor(creation, part, place, walk),
        IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "KeyValuePair" or "Tuple" or "ValueTuple" } } pair =>
            OfPosition([.. pair.Arguments.Select(argument => argument.Value)], part, place),
        _ => Entry.Of(place.Operation) is { } entry ? OfPosition([entry.Key, entry.Value], part, place) : null,
    };

    private static StepResult? OfTuple(ITupleOperation tuple, Part part, Place place)
    {
        var names = tuple.Type is INamedTypeSymbol { IsTupleType: true } type ? type.TupleElements : [];
        for (var index = 0; index < tuple.Elements.Length; index++)
        {
            var isIt = part.Kind == PartKind.Position ? Equals(part.Key, index) : part.Name == Part.Position(index).Name
                || index < names.Length && names[index].Name == part.Name;
            if (isIt)
            {
                return StepResult.From(place.RestOfPathAt(tuple.Elements[index]));
            }
        }

        // The names come from the place where the tuple is read, and may differ from those where it was created.
        return null;
    }

    private static StepResult? OfPosition(ImmutableArray<IOperation> values, Part part, Place place)
    {
        var index = part switch
        {
            { Kind: PartKind.Position, Key: int position } => position,
            { Name: "Key" or "Item1" } => 0,
            { Name: "Value" or "Item2" } => 1,
            _ => -1,
        };
        return index >= 0 && index < values.Length ? StepResult.From(place.RestOfPathAt(values[index])) : null;
    }

    private static StepResult? OfInitializers(ImmutableArray<IOperation> initializers, Part part, Place place)
    {
        foreach (var initializer in initializers)
        {
            switch (initializer)
            {
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment when IsMember(target, part):
                    return StepResult.From(place.RestOfPathAt(assignment.Value));
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target, Initializer: { } inner }
                    when IsMember(target, part):
                    return StepResult.From(place.RestOfPathAt(inner));
                case var one when part.Key is not null && Entry.Of(one) is { ConstantKey: { } key } entry && Equals(key, part.Key):
                    return StepResult.From(place.RestOfPathAt(entry.Value));
            }
        }

        return null;
    }

    private static bool IsMember(IMemberReferenceOperation target, Part part) =>
        part.Kind == PartKind.Member && target.Member.Name == part.Name;

    /// <summary>Returns the value that the constructor, or the member's own initializer, gives to the part.</summary>
    private static StepResult? OfConstructor(IObjectCreationOperation creation, Part part, Place place, IWalk walk)
    {
        if (creation.Constructor is not { } constructor)
        {
            return null;
        }

        if (constructor.ContainingType.Name is "KeyValuePair" or "Tuple" or "ValueTuple")
        {
            return OfPosition([.. creation.Arguments.OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => argument.Value)],
                part, place);
        }

        return part switch
        {
            { Kind: PartKind.Position, Key: int index } => OfDeconstruct(creation, constructor, index, place, walk),
            { Kind: PartKind.Member } when PropertyOf(creation.Type, part.Name) is { } member =>
                OfMember(creation, constructor, creation.Arguments, member, place, walk),
            _ => null,
        };
    }

    private static StepResult? OfDeconstruct(IObjectCreationOperation creation, IMethodSymbol constructor, int index, Place place,
        IWalk walk)
    {
        var taking = constructor.ContainingType.GetMembers(WellKnownMemberNames.DeconstructMethodName).OfType<IMethodSymbol>()
            .FirstOrDefault(one => index < one.Parameters.Length && walk.BodyOf(one) is not null);
        if (taking is not null && walk.FlowAround(walk.BodyOf(taking)!) is { } flow
            && Frame.Enter(taking, [], creation, place.Frame) is { } inside)
        {
            var read = place with { Frame = inside, Path = place.Path.RemoveAt(0) };
            return StepResult.From(flow.AllWrites(new Slot(taking.Parameters[index], null))
                .SelectMany(write => Definitions.Before(write, read, walk)));
        }

        return constructor.ContainingType.IsRecord
            && constructor.Parameters.FirstOrDefault(parameter => parameter.Ordinal == index) is { } positional
            ? OfArgument(creation.Arguments, positional, place, walk)
            : null;
    }

    private static StepResult? OfMember(IObjectCreationOperation creation, IMethodSymbol constructor,
        ImmutableArray<IArgumentOperation> arguments, ISymbol member, Place place, IWalk walk)
    {
        if (constructor.IsImplicitlyDeclared)
        {
            return OfInitializer(member, null, place, walk);
        }

        if (walk.DeclarationOf(constructor) is not { } declaration
            || Frame.Enter(constructor, arguments, null, place.Frame) is not { } inside)
        {
            return null;
        }

        if (walk.DeclarationOf(member) is ParameterSyntax)
        {
            return OfArgument(arguments, constructor.Parameters.FirstOrDefault(parameter => parameter.Name == member.Name), place, walk);
        }

        if (member is IPropertySymbol { GetMethod: { } getter } && walk.ReturnsOf(getter) is { } returned)
        {
            var ofObject = Frame.Enter(constructor, arguments, creation, place.Frame);
            return StepResult.From(returned.SelectMany(value => place.RestOfPathAt(value, ofObject)));
        }

        if (declaration is not ConstructorDeclarationSyntax written || walk.FlowAround(declaration) is not { } flow)
        {
            return OfInitializer(member, inside, place, walk);
        }

        var reaching = flow.AtExit(new Slot(member.OriginalDefinition, null));
        var own = reaching.Definitions.Where(definition => definition.Kind == DefinitionKind.Assigned && definition.Path.IsEmpty)
            .SelectMany(definition => place.RestOfPathAt(walk.OperationOf(definition.Syntax), inside));
        if (reaching.FromStart && written.Initializer is { } chain && OfChained(chain) is { } before)
        {
            return StepResult.From([.. own, .. before]);
        }

        return StepResult.From(reaching.FromStart ? [.. own, .. place.RestOfPathAt(walk.InitializerOf(member), inside)] : own);

        ImmutableArray<Place>? OfChained(ConstructorInitializerSyntax call) => walk.OperationOf(call) is IInvocationOperation other
            ? OfMember(creation, other.TargetMethod, other.Arguments, member, place with { Frame = inside }, walk)?.Places
            : null;
    }

    private static StepResult? OfInitializer(ISymbol member, Frame? frame, Place place, IWalk walk) =>
        walk.InitializerOf(member) is { } initializer ? StepResult.From(place.RestOfPathAt(initializer, frame)) : null;

    private static StepResult? OfArgument(ImmutableArray<IArgumentOperation> arguments, IParameterSymbol? parameter, Place place,
        IWalk walk) =>
        parameter is null ? null
        : CallArguments.For(parameter, arguments) is { } given ? StepResult.From(place.RestOfPathAt(given))
        : StepResult.From(place.RestOfPathAt(walk.DefaultOf(parameter), null));

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
