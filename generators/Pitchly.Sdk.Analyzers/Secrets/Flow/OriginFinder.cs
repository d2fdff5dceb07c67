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
    private const int MaximumCalls = 8;

    /// <summary>Steps for one sink, so that none is dear.</summary>
    private const int MaximumSteps = 3_000;

    private const int MaximumOrigins = 16;

    private readonly HashSet<(SyntaxNode, Frame?)> _open = [];
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
            && program.FlowAround(operation.Syntax, cancellationToken)?.At(operation.Syntax, root with { Member = member.Name }) is { } reaching)
        {
            own = [.. reaching.Definitions.Where(definition => definition.Slot.Member is not null).SelectMany(definition => OfDefinition(definition, frame))];
            if (own.Length > 0 && !reaching.FromStart && reaching.Definitions.All(definition => definition.Slot.Member is not null))
            {
                return own;
            }

            if (operation is ILocalReferenceOperation && reaching.Definitions is [{ Kind: DefinitionKind.Assigned, Path.IsEmpty: true, Slot.Member: null } alias] && program.OperationOf(alias.Syntax, cancellationToken) is ILocalReferenceOperation or IParameterReferenceOperation && _steps++ < MaximumSteps)
            {
                return own.AddRange(Project(program.OperationOf(alias.Syntax, cancellationToken), frame, member));
            }
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

    private IEnumerable<Origin> Of(Origin origin, MemberPath member) => new MemberFinder(this).Find(origin, member);

    private ImmutableArray<Origin> Step(IOperation operation, Frame? frame)
    {
        switch (operation)
        {
            case IArgumentOperation argument:
                return Find(argument.Value, frame);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Find(conversion.Operand, frame);
            case IConversionOperation { OperatorMethod: { } converter } conversion when BodyOf(converter) is not null:
                return OfCall(converter, [], null, conversion, frame);
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
                return OfLocal(local, frame);
            case IParameterReferenceOperation parameter:
                return OfParameter(parameter, frame);
            case IFieldReferenceOperation field:
                return OfField(field, frame);
            case IPropertyReferenceOperation property:
                return OfProperty(property, frame);
            case IArrayElementReferenceOperation { Indices: [{ ConstantValue: { HasValue: true, Value: { } index } }] } element:
                return OrSelf(Project(element.ArrayReference, frame, MemberPath.Element(index)), operation, frame);
            case IInvocationOperation invocation:
                return OfInvocation(invocation, frame);
            default:
                return [new Origin(operation, frame)];
        }
    }

    private ImmutableArray<Origin> Both(IOperation? one, IOperation? other, Frame? frame) => Find(one, frame).AddRange(Find(other, frame));

    private static ImmutableArray<Origin> OrSelf(ImmutableArray<Origin> found, IOperation operation, Frame? frame) =>
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

    private ImmutableArray<Origin> OfLocal(ILocalReferenceOperation reference, Frame? frame)
    {
        var declaration = reference.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
        switch (declaration)
        {
            case ForEachStatementSyntax loop:
                var looped = program.OperationOf(loop.Expression, cancellationToken);
                return looped?.Type?.SpecialType == SpecialType.System_String ? Find(looped, frame) : Elements(looped, frame);
            case SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax or VarPatternSyntax or RecursivePatternSyntax or ListPatternSyntax } designation:
                return OfPattern(designation.Parent!, frame);
            case SingleVariableDesignationSyntax designation when designation.FirstAncestorOrSelf<ForEachVariableStatementSyntax>() is { } loop && loop.Variable.Span.Contains(designation.Span):
                return OfLoopDeconstruction(loop, designation, frame);
        }

        if (declaration is VariableDeclaratorSyntax { Initializer: { } initializer } && IsWrittenOnce(reference.Local, declaration))
        {
            return Find(program.OperationOf(initializer.Value, cancellationToken), frame);
        }

        var reaching = program.FlowAround(reference.Syntax, cancellationToken)?.At(reference.Syntax, new Slot(reference.Local, null));
        return reaching is { } found ? [.. found.Definitions.SelectMany(definition => OfDefinition(definition, frame))] : [];
    }

    /// <summary>Whether the declaration is the only write, which spares the graph.</summary>
    private static bool IsWrittenOnce(ILocalSymbol local, SyntaxNode declaration)
    {
        if (local.IsConst)
        {
            return true;
        }

        var scope = declaration.Ancestors().FirstOrDefault(node => node is BlockSyntax or CompilationUnitSyntax or SwitchSectionSyntax or ForStatementSyntax or UsingStatementSyntax);
        return scope is not null && Occurrences.Within(scope, local.Name).All(token => token.Parent is not IdentifierNameSyntax name || !MayWrite(name));
    }

    private static bool MayWrite(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } => assignment.Left == tuple,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        PrefixUnaryExpressionSyntax or RefExpressionSyntax => true,
        _ => false,
    };

    private ImmutableArray<Origin> OfPattern(SyntaxNode pattern, Frame? frame)
    {
        for (var node = pattern.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case IsPatternExpressionSyntax test when test.Pattern == pattern || pattern is RecursivePatternSyntax or DeclarationPatternSyntax:
                    return pattern.FirstAncestorOrSelf<SubpatternSyntax>() is { ExpressionColon: NameColonSyntax name } && name.SpanStart > test.Expression.Span.End
                        ? Project(program.OperationOf(test.Expression, cancellationToken), frame, MemberPath.Named(name.Name.Identifier.ValueText))
                        : Find(program.OperationOf(test.Expression, cancellationToken), frame);
                case SwitchStatementSyntax choice:
                    return Find(program.OperationOf(choice.Expression, cancellationToken), frame);
                case SwitchExpressionSyntax choice:
                    return Find(program.OperationOf(choice.GoverningExpression, cancellationToken), frame);
                case StatementSyntax:
                    return [];
            }
        }

        return [];
    }

    private ImmutableArray<Origin> OfLoopDeconstruction(ForEachVariableStatementSyntax loop, SyntaxNode designation, Frame? frame)
    {
        var variables = loop.Variable.DescendantNodes().OfType<SingleVariableDesignationSyntax>().ToList();
        var index = variables.FindIndex(one => one == designation);
        return [.. Elements(program.OperationOf(loop.Expression, cancellationToken), frame).SelectMany(element => Of(element, MemberPath.Positional(index)))];
    }

    private ImmutableArray<Origin> OfDefinition(Definition definition, Frame? frame)
    {
        switch (definition.Kind)
        {
            case DefinitionKind.Assigned:
                var value = program.OperationOf(definition.Syntax, cancellationToken);
                if (definition.Path.IsEmpty)
                {
                    return Find(value, frame);
                }

                var found = Project(value, frame, MemberPath.Positional(definition.Path[0]));
                foreach (var index in definition.Path.Skip(1))
                {
                    found = [.. found.SelectMany(origin => Of(origin, MemberPath.Positional(index)))];
                }

                return found;
            case DefinitionKind.Appended when program.OperationOf(definition.Target, cancellationToken)?.Parent is ICompoundAssignmentOperation appended:
                return [new Origin(appended, frame)];
            case DefinitionKind.ByReference when program.OperationOf(definition.Syntax, cancellationToken) is IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter }:
                return OfOutParameter(call, parameter, frame);
            default:
                return program.OperationOf(definition.Target, cancellationToken) is { } target ? [new Origin(target, frame)] : [];
        }
    }

    private ImmutableArray<Origin> OfOutParameter(IInvocationOperation call, IParameterSymbol parameter, Frame? frame)
    {
        var body = BodyOf(call.TargetMethod);
        if (body is null)
        {
            return call is { TargetMethod.Name: "TryGetValue", Instance: { } dictionary } && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: { } key }
                ? Project(dictionary, frame, MemberPath.Element(key))
                : [new Origin(call, frame)];
        }

        var inside = Enter(call.TargetMethod, call.Arguments, call.Instance, frame);
        var flow = inside is null ? null : program.FlowAround(body, cancellationToken);
        return flow is null ? [] : [.. flow.AllWrites(new Slot(parameter.OriginalDefinition, null)).SelectMany(definition => OfDefinition(definition, inside))];
    }

    private ImmutableArray<Origin> OfParameter(IParameterReferenceOperation reference, Frame? frame)
    {
        var parameter = reference.Parameter;
        var found = ImmutableArray<Origin>.Empty;
        if (program.FlowAround(reference.Syntax, cancellationToken) is { } flow && flow.AllWrites(new Slot(parameter, null)).Any())
        {
            var reaching = flow.At(reference.Syntax, new Slot(parameter, null));
            found = [.. reaching.Definitions.SelectMany(definition => OfDefinition(definition, frame))];
            if (!reaching.FromStart)
            {
                return found;
            }
        }

        return found.AddRange(OfArguments(parameter, reference, frame));
    }

    /// <summary>What callers give: the one that was entered, or else all of them.</summary>
    private ImmutableArray<Origin> OfArguments(IParameterSymbol parameter, IOperation reference, Frame? frame)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
        {
            return [new Origin(reference, frame)];
        }

        if (Frame.Binding(frame, parameter) is { } binding)
        {
            return binding.ArgumentOf(parameter) is { } bound ? Find(bound, binding.Caller) : [];
        }

        if (method.MethodKind == MethodKind.AnonymousFunction)
        {
            return OfLambdaParameter(parameter, reference, frame);
        }

        if (method.MethodKind is MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove || method.IsExtern)
        {
            return method.MethodKind == MethodKind.PropertySet && method.AssociatedSymbol is { } property ? OfWriters(property, reference, frame) : [new Origin(reference, frame)];
        }

        var found = ImmutableArray.CreateBuilder<Origin>();
        if (parameter.HasExplicitDefaultValue && parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is ParameterSyntax { Default: { } standard })
        {
            found.AddRange(Find(program.OperationOf(standard.Value, cancellationToken), null));
        }

        foreach (var call in program.CallersOf(method.OriginalDefinition, cancellationToken))
        {
            found.AddRange(Find(ArgumentsOf(call).FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value, null));
        }

        return found.Count == 0 ? [new Origin(reference, frame)] : found.ToImmutable();
    }

    /// <summary>A lambda over the elements of a collection, or one that a variable holds and a call invokes.</summary>
    private ImmutableArray<Origin> OfLambdaParameter(IParameterSymbol parameter, IOperation reference, Frame? frame)
    {
        var lambda = parameter.ContainingSymbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
        if (lambda?.Parent is ArgumentSyntax && lambda.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            && program.OperationOf(call, cancellationToken) is IInvocationOperation invocation
            && (KnownFunctions.IsSequence(invocation.TargetMethod) || invocation.TargetMethod.Name == "ForEach")
            && (invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value) is { } collection)
        {
            return OrSelf(Elements(collection, frame), reference, frame);
        }

        if (lambda?.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator })
        {
            var calls = Occurrences.Within(MethodFlow.MemberAround(declarator) ?? declarator, declarator.Identifier.ValueText)
                .Select(token => token.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>())
                .OfType<InvocationExpressionSyntax>()
                .Select(node => program.OperationOf(node, cancellationToken))
                .OfType<IInvocationOperation>()
                .Where(node => node.TargetMethod.MethodKind == MethodKind.DelegateInvoke && node.Arguments.Length > parameter.Ordinal);
            return OrSelf([.. calls.SelectMany(one => Find(one.Arguments[parameter.Ordinal].Value, null))], reference, frame);
        }

        return [new Origin(reference, frame)];
    }

    private ImmutableArray<Origin> OfField(IFieldReferenceOperation reference, Frame? frame)
    {
        var field = reference.Field;
        if (field.IsConst || field.DeclaringSyntaxReferences.IsEmpty)
        {
            return field.IsConst && InitializerOf(field) is { } constant ? Find(constant, null) : ProjectOrSelf(reference, field.Name, frame);
        }

        return reference.Instance is null or IInstanceReferenceOperation ? OfMember(reference, field, frame) : ProjectOrSelf(reference, field.Name, frame);
    }

    private ImmutableArray<Origin> OfProperty(IPropertyReferenceOperation reference, Frame? frame)
    {
        var property = reference.Property;
        if (property.IsIndexer || reference.Arguments.Length > 0)
        {
            return reference.Arguments.Length == 1 && reference.Arguments[0].Value.ConstantValue is { HasValue: true, Value: { } key }
                ? OrSelf(Project(reference.Instance, frame, MemberPath.Element(key)), reference, frame)
                : [new Origin(reference, frame)];
        }

        if (property.GetMethod is { } getter && BodyOf(getter) is not null)
        {
            return OfCall(getter, [], reference.Instance, reference, frame);
        }

        if (property.GetMethod is { IsAbstract: true } abstractGetter)
        {
            return OrSelf([.. program.ImplementationsOf(abstractGetter, cancellationToken).SelectMany(one =>
                BodyOf(one) is null && one.AssociatedSymbol is { } automatic ? OfTypeMember(automatic, reference, null) : OfCall(one, [], null, reference, frame))], reference, frame);
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
            if (program.FlowAround(reference.Syntax, cancellationToken) is { } flow && flow.AllWrites(new Slot(member, null)).Any())
            {
                var reaching = flow.At(reference.Syntax, new Slot(member, null));
                found = [.. reaching.Definitions.SelectMany(definition => OfDefinition(definition, frame))];
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
            found.AddRange(OfArguments(parameter, reference, null));
        }

        found.AddRange(OfWriters(member, reference, frame));
        return found.Count == 0 ? [new Origin(reference, frame)] : found.ToImmutable();
    }

    private ImmutableArray<Origin> OfWriters(ISymbol member, IOperation reference, Frame? frame)
    {
        var found = ImmutableArray.CreateBuilder<Origin>();
        foreach (var write in program.WritersOf(member.OriginalDefinition, cancellationToken))
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
                    found.AddRange(OfOutParameter(call, parameter, null));
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

    private ImmutableArray<Origin> OfInvocation(IInvocationOperation invocation, Frame? frame)
    {
        var method = invocation.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return OfDelegate(invocation, frame);
        }

        if (BodyOf(method) is { } body)
        {
            return Returns.IsIterator(body) ? [new Origin(invocation, frame)] : OfCall(method, invocation.Arguments, invocation.Instance, invocation, frame);
        }

        if (method is { Name: "Run" or "StartNew", ContainingType.Name: "Task" or "TaskFactory" } && invocation.Arguments[0].Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation started })
        {
            return OfCall(started.Symbol, [], null, invocation, frame);
        }

        if (method.IsAbstract || method.ContainingType?.TypeKind == TypeKind.Interface)
        {
            return OrSelf([.. program.ImplementationsOf(method, cancellationToken).SelectMany(one => OfCall(one, invocation.Arguments, invocation.Instance, invocation, frame))], invocation, frame);
        }

        if (KnownFunctions.PassesThrough(invocation) is { } passed)
        {
            return Find(passed, frame);
        }

        return KnownFunctions.TakesElement(method) && (invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value) is { } taken
            ? OrSelf([.. Elements(taken, frame).SelectMany(element => Find(element.Operation, element.Frame))], invocation, frame)
            : [new Origin(invocation, frame)];
    }

    private ImmutableArray<Origin> OfDelegate(IInvocationOperation invocation, Frame? frame)
    {
        var found = ImmutableArray.CreateBuilder<Origin>();
        foreach (var origin in Find(invocation.Instance, frame))
        {
            switch (origin.Operation)
            {
                case IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }:
                    found.AddRange(OfCall(lambda.Symbol, invocation.Arguments, null, invocation, frame));
                    break;
                case IDelegateCreationOperation { Target: IMethodReferenceOperation method } when BodyOf(method.Method) is not null:
                    found.AddRange(OfCall(method.Method, invocation.Arguments, null, invocation, frame));
                    break;
                case IAnonymousFunctionOperation lambda:
                    found.AddRange(OfCall(lambda.Symbol, invocation.Arguments, null, invocation, frame));
                    break;
                default:
                    found.Add(new Origin(invocation, frame));
                    break;
            }
        }

        return found.Count == 0 ? [new Origin(invocation, frame)] : found.ToImmutable();
    }

    /// <summary>What a method of the source returns.</summary>
    private ImmutableArray<Origin> OfCall(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation? instance, IOperation call, Frame? frame)
    {
        if (Enter(method, arguments, instance, frame) is not { } inside || BodyOf(method) is not { } body)
        {
            return [new Origin(call, frame)];
        }

        return OrSelf([.. Returns.Of(body).SelectMany(value => Find(program.OperationOf(value, cancellationToken), inside))], call, frame);
    }

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
