using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Goes from an expression back to the operations that make its value: through variables, members, calls and branches.</summary>
internal sealed class OriginFinder(SourceProgram program, CancellationToken cancellationToken)
{
    /// <summary>Calls and variables one within the other; deeper ways are not followed.</summary>
    private const int MaximumDepth = 24;

    /// <summary>Calls one within the other.</summary>
    public const int MaximumCalls = 8;

    /// <summary>Steps for one sink, so that none is dear.</summary>
    private const int MaximumSteps = 3_000;

    /// <summary>What one value may come from: a method that many call gets as many.</summary>
    public const int MaximumOrigins = 256;

    private readonly HashSet<(SyntaxNode, Frame?)> _open = [];
    private VariableFinder? _variables;
    private CallFinder? _calls;
    private int _steps;

    public SourceProgram Program => program;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>The operations that may make the value.</summary>
    public ImmutableArray<Origin> Find(IOperation? operation, Frame? frame)
    {
        if (operation is null)
        {
            return [];
        }

        if (_steps++ > MaximumSteps || _open.Count > MaximumDepth)
        {
            return [new Origin(operation, frame)];
        }

        cancellationToken.ThrowIfCancellationRequested();
        var key = (operation.Syntax, frame);
        var isVariable = operation is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IInvocationOperation;
        if (isVariable && !_open.Add(key))
        {
            return [];
        }

        try
        {
            var found = Step(operation, frame);
            return found.Length > MaximumOrigins ? found.RemoveRange(MaximumOrigins, found.Length - MaximumOrigins) : found;
        }
        finally
        {
            if (isVariable)
            {
                _open.Remove(key);
            }
        }
    }

    /// <summary>The values of a member of what the operation yields: a field or property, a tuple's element, an entry by a constant key.</summary>
    public ImmutableArray<Origin> Project(IOperation? operation, Frame? frame, MemberPath member)
    {
        switch (operation)
        {
            case null:
                return [];
            case IConversionOperation { OperatorMethod: null } conversion:
                return Project(conversion.Operand, frame, member);
            case IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.DelegateInvoke } method } call when _open.Count < MaximumDepth && BodyOf(method) is { } body && !Returns.IsIterator(body) && Enter(method, call.Arguments, call.Instance, frame) is { } inside && _open.Add((operation.Syntax, frame)):
                var returned = Returns.Of(body).SelectMany(value => Project(program.OperationOf(value, cancellationToken), inside, member)).ToImmutableArray();
                _open.Remove((operation.Syntax, frame));
                return returned;
            case IParameterReferenceOperation parameter when _open.Count < MaximumDepth && _open.Add((operation.Syntax, frame)):
                var given = GivenTo(parameter.Parameter, frame).SelectMany(argument => Project(argument.Operation, argument.Frame, member)).ToImmutableArray();
                _open.Remove((operation.Syntax, frame));
                return ProjectVariable(operation, frame, member, given);
            default:
                return ProjectVariable(operation, frame, member, null);
        }
    }

    /// <summary>What was written to the member of a variable, or else the member of what the variable holds.</summary>
    private ImmutableArray<Origin> ProjectVariable(IOperation operation, Frame? frame, MemberPath member, ImmutableArray<Origin>? given)
    {
        var own = ImmutableArray<Origin>.Empty;
        if (Slot.Of(operation) is { Member: null } root
            && MayBeWritten(operation, root, member)
            && program.FlowAround(operation.Syntax, cancellationToken)?.At(operation.Syntax, root with { Member = member.Name }) is { } reaching)
        {
            own = [.. reaching.Definitions.Where(definition => definition.Slot.Member is not null).SelectMany(definition => Variables.OfDefinition(definition, frame))];
            if (own.Length > 0 && !reaching.FromStart && reaching.Definitions.All(definition => definition.Slot.Member is not null))
            {
                return own;
            }

            if (operation is ILocalReferenceOperation && reaching.Definitions is [{ Kind: DefinitionKind.Assigned, Path.IsEmpty: true, Slot.Member: null } alias] && program.OperationOf(alias.Syntax, cancellationToken) is ILocalReferenceOperation or IParameterReferenceOperation or IInvocationOperation && _steps++ < MaximumSteps)
            {
                return own.AddRange(Project(program.OperationOf(alias.Syntax, cancellationToken), frame, member));
            }
        }

        if (operation is ILocalReferenceOperation passedOn && member.Kind == MemberPathKind.Member)
        {
            own = own.AddRange(Variables.WrittenByOthers(passedOn, member, frame));
        }

        if (operation is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } collection && member.Kind == MemberPathKind.Element && Additions.To(collection, member.Key, this) is { IsEmpty: false } put)
        {
            own = own.AddRange(put.SelectMany(one => Find(one, null)));
        }

        if (given is { IsEmpty: false })
        {
            return own.AddRange(given.Value);
        }

        if (member.Kind == MemberPathKind.Element && operation is ILocalReferenceOperation local && Additions.To(local, member.Key, this) is { IsEmpty: false } added)
        {
            return own.AddRange(added.SelectMany(one => Find(one, frame)));
        }

        return own.AddRange(Find(operation, frame).SelectMany(origin => Of(origin, member)));
    }

    /// <summary>Whether the method writes the variable or a member of that name at all, which a look at the syntax tells.</summary>
    private static bool MayBeWritten(IOperation operation, Slot root, MemberPath member) =>
        operation is ILocalReferenceOperation || member.Kind != MemberPathKind.Member
        || MethodFlow.MemberAround(operation.Syntax) is { } method && (Writes.AnyIn(method, member.Name) || Writes.AnyIn(method, root.Root.Name));

    /// <summary>What callers give to a parameter, before it is followed further.</summary>
    private IEnumerable<Origin> GivenTo(IParameterSymbol parameter, Frame? frame)
    {
        if (Frame.Binding(frame, parameter) is { } binding)
        {
            return binding.ArgumentOf(parameter) is { } bound ? [new Origin(bound, binding.Caller)] : [];
        }

        return parameter.ContainingSymbol is IMethodSymbol { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.PropertySet) } method
            ? program.CallersOf(method.OriginalDefinition, cancellationToken)
                .Select(call => ArgumentsOf(call).FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value)
                .OfType<IOperation>()
                .Select(value => new Origin(value, null))
            : [];
    }

    public IEnumerable<Origin> Of(Origin origin, MemberPath member) => new MemberFinder(this).Find(origin, member);

    public ImmutableArray<Origin> OfWritten(IMethodSymbol method, IParameterSymbol parameter, Frame inside) => Variables.OfWritten(method, parameter, inside);

    public ImmutableArray<Origin> DefaultOf(IParameterSymbol parameter) => Variables.OfDefault(parameter);

    private VariableFinder Variables => _variables ??= new VariableFinder(this);

    private CallFinder Calls => _calls ??= new CallFinder(this);

    private ImmutableArray<Origin> Step(IOperation operation, Frame? frame)
    {
        switch (operation)
        {
            case IArgumentOperation argument:
                return Find(argument.Value, frame);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Find(conversion.Operand, frame);
            case IConversionOperation { OperatorMethod: { } converter } conversion when BodyOf(converter) is not null:
                return Calls.OfOperator(converter, [conversion.Operand], conversion, frame);
            case IBinaryOperation { OperatorMethod: { } added } sum when BodyOf(added) is not null:
                return Calls.OfOperator(added, [sum.LeftOperand, sum.RightOperand], sum, frame);
            case IParenthesizedOperation parenthesized:
                return Find(parenthesized.Operand, frame);
            case IAwaitOperation wait:
                return Find(wait.Operation, frame);
            case IConditionalOperation conditional:
                return Both(conditional.WhenTrue, conditional.WhenFalse, frame);
            case ICoalesceOperation coalesce:
                return Both(coalesce.Value, coalesce.WhenNull, frame);
            case ISwitchExpressionOperation choice:
                return [.. choice.Arms.SelectMany(arm => Find(arm.Value, frame))];
            case ISimpleAssignmentOperation assignment:
                return Find(assignment.Value, frame);
            case ICoalesceAssignmentOperation assignment:
                return Both(assignment.Target, assignment.Value, frame);
            case IConditionalAccessOperation access:
                return Find(access.WhenNotNull, frame);
            case IConditionalAccessInstanceOperation instance:
                return Find(ReceiverOf(instance), frame);
            case IThrowOperation:
                return [];
            case ILocalReferenceOperation local:
                return Variables.OfLocal(local, frame);
            case IParameterReferenceOperation parameter:
                return Variables.OfParameter(parameter, frame);
            case IFieldReferenceOperation field:
                return OfField(field, frame);
            case IPropertyReferenceOperation property:
                return OfProperty(property, frame);
            case IArrayElementReferenceOperation { Indices: [IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int back } }] } element:
                return FromEnd(element.ArrayReference, back, operation, frame);
            case IArrayElementReferenceOperation { Indices: [var index] } element:
                return OrSelf(OfElement(element.ArrayReference, index, element.Type, frame), operation, frame);
            case IImplicitIndexerReferenceOperation { Instance: { Type.SpecialType: not SpecialType.System_String } list, Argument: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int back } } }:
                return FromEnd(list, back, operation, frame);
            case IInvocationOperation invocation:
                return Calls.OfInvocation(invocation, frame);
            case ITranslatedQueryOperation query:
                return Find(query.Operation, frame);
            default:
                return [new Origin(operation, frame)];
        }
    }

    /// <summary>The element under a key that is known, or that callers make known, or else any; a letter or number is no more than a part of its array.</summary>
    public ImmutableArray<Origin> OfElement(IOperation? collection, IOperation key, ITypeSymbol? type, Frame? frame)
    {
        if (key.ConstantValue is { HasValue: true, Value: { } known })
        {
            return Project(collection, frame, MemberPath.Element(known));
        }

        if (type?.SpecialType is not (SpecialType.None or SpecialType.System_Object or SpecialType.System_String))
        {
            return [];
        }

        var keys = Find(key, frame).Select(origin => origin.Operation.ConstantValue is { HasValue: true, Value: { } constant } ? constant : null).Distinct().ToList();
        return keys.Contains(null)
            ? [.. Elements(collection, frame).SelectMany(element => ElementFinder.IsEntry(element.Operation) ? Of(element, MemberPath.Named("Value")) : Find(element.Operation, element.Frame))]
            : [.. keys.SelectMany(one => Project(collection, frame, MemberPath.Element(one!)))];
    }

    private ImmutableArray<Origin> FromEnd(IOperation collection, int back, IOperation reference, Frame? frame)
    {
        var elements = Elements(collection, frame);
        return back > 0 && back <= elements.Length
            ? Find(elements[elements.Length - back].Operation, elements[elements.Length - back].Frame)
            : [new Origin(reference, frame)];
    }

    private ImmutableArray<Origin> Both(IOperation? one, IOperation? other, Frame? frame) => Find(one, frame).AddRange(Find(other, frame));

    public static ImmutableArray<Origin> OrSelf(ImmutableArray<Origin> found, IOperation operation, Frame? frame) =>
        found.IsEmpty ? [new Origin(operation, frame)] : found;

    private static IOperation? ReceiverOf(IConditionalAccessInstanceOperation instance)
    {
        for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && !access.Operation.Syntax.Span.Contains(instance.Syntax.Span) || parent is IConditionalAccessOperation { Operation: var receiver } && receiver.Syntax == instance.Syntax)
            {
                return ((IConditionalAccessOperation)parent).Operation;
            }
        }

        return null;
    }

    private ImmutableArray<Origin> OfField(IFieldReferenceOperation reference, Frame? frame)
    {
        var field = reference.Field;
        if (field.IsConst || field.DeclaringSyntaxReferences.IsEmpty)
        {
            return field.IsConst && InitializerOf(field) is { } constant ? Find(constant, null) : ProjectOrSelf(reference, Slot.NameOf(field), frame);
        }

        return reference.Instance is null or IInstanceReferenceOperation ? OfMember(reference, field, frame) : ProjectOrSelf(reference, Slot.NameOf(field), frame);
    }

    private ImmutableArray<Origin> OfProperty(IPropertyReferenceOperation reference, Frame? frame)
    {
        var property = reference.Property;
        if (property.IsIndexer && property.GetMethod is { } indexer && BodyOf(indexer) is not null)
        {
            return Calls.OfCall(indexer, reference.Arguments, reference.Instance, reference, frame);
        }

        if (property.IsIndexer || reference.Arguments.Length > 0)
        {
            return reference.Arguments is [var key]
                ? OrSelf(OfElement(reference.Instance, key.Value, reference.Type, frame), reference, frame)
                : [new Origin(reference, frame)];
        }

        if (property.GetMethod is { } getter && BodyOf(getter) is not null)
        {
            return Calls.OfCall(getter, [], reference.Instance, reference, frame);
        }

        if (property.GetMethod is { IsAbstract: true } abstractGetter)
        {
            return OrSelf([.. program.ImplementationsOf(abstractGetter, cancellationToken).SelectMany(one =>
                BodyOf(one) is null && one.AssociatedSymbol is { } automatic ? OfTypeMember(automatic, reference, null) : Calls.OfCall(one, [], null, reference, frame))], reference, frame);
        }

        if (property is { Name: "Value", ContainingType.Name: "Lazy" or "Nullable" or "Task" } or { Name: "Result", ContainingType.Name: "Task" or "ValueTask" })
        {
            return Find(reference.Instance, frame);
        }

        return reference.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } && !property.DeclaringSyntaxReferences.IsEmpty
            ? OfMember(reference, property, frame)
            : ProjectOrSelf(reference, property.Name, frame);
    }

    private ImmutableArray<Origin> ProjectOrSelf(IMemberReferenceOperation reference, string name, Frame? frame) =>
        OrSelf(Project(reference.Instance, frame, MemberPath.Named(name)), reference, frame);

    /// <summary>A member of this object or of its type: what this method wrote, or what any did.</summary>
    private ImmutableArray<Origin> OfMember(IMemberReferenceOperation reference, ISymbol member, Frame? frame)
    {
        if (frame?.Instance is { } instance && reference.Instance is IInstanceReferenceOperation && Project(instance, frame.Caller, MemberPath.Named(member.Name)) is { IsEmpty: false } known)
        {
            return known;
        }

        var found = ImmutableArray<Origin>.Empty;
        var isReadOnly = member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null };
        if (!isReadOnly || reference.Syntax.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null)
        {
            if (MethodFlow.MemberAround(reference.Syntax) is { } method && Writes.AnyIn(method, member.Name)
                && program.FlowOf(method, cancellationToken) is { } flow && flow.AllWrites(new Slot(member, null)).Any())
            {
                var reaching = flow.At(reference.Syntax, new Slot(member, null));
                found = [.. reaching.Definitions.SelectMany(definition => Variables.OfDefinition(definition, frame))];
                if (!reaching.FromStart)
                {
                    return found;
                }
            }
        }

        return found.AddRange(OfTypeMember(member, reference, frame));
    }

    /// <summary>The initializer of a member, if a constructor leaves it, and every write to it.</summary>
    public ImmutableArray<Origin> OfTypeMember(ISymbol member, IOperation reference, Frame? frame)
    {
        var found = ImmutableArray.CreateBuilder<Origin>();
        if (InitializerOf(member) is { } initializer && InitializerMayStand(member))
        {
            found.AddRange(Find(initializer, null));
        }

        if (RecordParameterOf(member) is { } parameter)
        {
            found.AddRange(Variables.OfArguments(parameter, reference, null));
        }

        found.AddRange(OfWriters(member, reference, frame));
        return found.Count == 0 ? [new Origin(reference, frame)] : found.ToImmutable();
    }

    public ImmutableArray<Origin> OfWriters(ISymbol member, IOperation reference, Frame? frame)
    {
        var found = ImmutableArray.CreateBuilder<Origin>();
        foreach (var write in program.WritersOf(member.OriginalDefinition, cancellationToken).TakeWhile(_ => found.Count < MaximumOrigins))
        {
            switch (write)
            {
                case ISimpleAssignmentOperation assignment:
                    found.AddRange(Find(assignment.Value, null));
                    break;
                case ICoalesceAssignmentOperation assignment:
                    found.AddRange(Find(assignment.Value, null));
                    break;
                case ICompoundAssignmentOperation assignment:
                    found.Add(new Origin(assignment, null));
                    break;
                case IDeconstructionAssignmentOperation { Target: ITupleOperation targets } deconstruction:
                    for (var index = 0; index < targets.Elements.Length; index++)
                    {
                        if (targets.Elements[index] is IMemberReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, member.OriginalDefinition))
                        {
                            found.AddRange(Project(deconstruction.Value, null, MemberPath.Positional(index)));
                        }
                    }

                    break;
                case IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter }:
                    found.AddRange(Variables.OfOutParameter(call, parameter, null));
                    break;
            }
        }

        return found.Count == 0 ? [new Origin(reference, frame)] : found.ToImmutable();
    }

    /// <summary>An initializer is gone once every constructor has written the member.</summary>
    private bool InitializerMayStand(ISymbol member)
    {
        var constructors = (member.IsStatic ? member.ContainingType.StaticConstructors : member.ContainingType.InstanceConstructors)
            .Where(one => !one.IsImplicitlyDeclared)
            .Select(one => one.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken))
            .OfType<ConstructorDeclarationSyntax>()
            .Where(one => one.Initializer?.ThisOrBaseKeyword.IsKind(SyntaxKind.ThisKeyword) != true)
            .ToList();
        return constructors.Count == 0 || constructors.Any(one =>
            !Occurrences.Within(one, member.Name).Any() || program.FlowOf(one, cancellationToken) is not { } flow || flow.AtExit(new Slot(member, null)).FromStart);
    }

    public IOperation? InitializerOf(ISymbol member) => member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
    {
        VariableDeclaratorSyntax { Initializer: { } value } => program.OperationOf(value.Value, cancellationToken),
        PropertyDeclarationSyntax { Initializer: { } value } => program.OperationOf(value.Value, cancellationToken),
        _ => null,
    };

    private static IParameterSymbol? RecordParameterOf(ISymbol member) => member is IPropertySymbol { ContainingType.IsRecord: true } && member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax
        ? member.ContainingType.InstanceConstructors.SelectMany(one => one.Parameters).FirstOrDefault(parameter => parameter.Name == member.Name && parameter.DeclaringSyntaxReferences.Length > 0)
        : null;

    public Frame? Enter(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation? instance, Frame? caller) =>
        caller?.Depth >= MaximumCalls ? null : new Frame(method, arguments, instance, caller);

    /// <summary>The declaration of a method of the source that has a body.</summary>
    public SyntaxNode? BodyOf(IMethodSymbol method)
    {
        var declaration = (method.PartialImplementationPart ?? method.OriginalDefinition).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
        return declaration switch
        {
            BaseMethodDeclarationSyntax one => (SyntaxNode?)one.Body ?? one.ExpressionBody,
            LocalFunctionStatementSyntax one => (SyntaxNode?)one.Body ?? one.ExpressionBody,
            AccessorDeclarationSyntax one => (SyntaxNode?)one.Body ?? one.ExpressionBody,
            ArrowExpressionClauseSyntax one => one,
            AnonymousFunctionExpressionSyntax one => one.Body,
            _ => null,
        };
    }

    /// <summary>The elements of a collection that literals make, in order; empty if it is not known.</summary>
    public ImmutableArray<Origin> Elements(IOperation? collection, Frame? frame) => new ElementFinder(this).Find(collection, frame);

    public static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        IAttributeOperation { Operation: IObjectCreationOperation creation } => creation.Arguments,
        _ => [],
    };
}
