using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Goes from a local variable or parameter back to what was written to it, or given by callers.</summary>
internal sealed class VariableFinder(OriginFinder origins)
{
    public ImmutableArray<Origin> OfLocal(ILocalReferenceOperation reference, Frame? frame)
    {
        var declaration = reference.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(origins.CancellationToken);
        switch (declaration)
        {
            case ForEachStatementSyntax loop:
                var looped = origins.Program.OperationOf(loop.Expression, origins.CancellationToken);
                // Letters and numbers are put together again to what they are parts of.
                return reference.Type is { IsValueType: true, SpecialType: not SpecialType.None } ? origins.Find(looped, frame) : origins.Elements(looped, frame);
            case SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax or VarPatternSyntax or RecursivePatternSyntax or ListPatternSyntax } designation:
                return OfPattern(designation.Parent!, frame);
            case SingleVariableDesignationSyntax designation when designation.FirstAncestorOrSelf<ForEachVariableStatementSyntax>() is { } loop && loop.Variable.Span.Contains(designation.Span):
                return OfLoopDeconstruction(loop, designation, frame);
        }

        if (!Fillings.Of(reference, origins.Program, origins.CancellationToken).IsEmpty)
        {
            return [new Origin(reference, frame)];
        }

        if (declaration is VariableDeclaratorSyntax { Initializer: { } initializer } && IsWrittenOnce(reference.Local, declaration))
        {
            var value = initializer.Value is RefExpressionSyntax alias ? alias.Expression : initializer.Value;
            return origins.Find(origins.Program.OperationOf(value, origins.CancellationToken), frame);
        }

        var reaching = origins.Program.FlowAround(reference.Syntax, origins.CancellationToken)?.At(reference.Syntax, new Slot(reference.Local, null));
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
        return scope is not null && !Writes.AnyIn(scope, local.Name);
    }

    /// <summary>What a pattern names: the value that is matched, or the part of it that the patterns around lead to.</summary>
    private ImmutableArray<Origin> OfPattern(SyntaxNode pattern, Frame? frame)
    {
        var path = new List<MemberPath>();
        for (var node = pattern; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case SubpatternSyntax { ExpressionColon.Expression: { } members }:
                    path.InsertRange(0, members.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => MemberPath.Named(name.Identifier.ValueText)));
                    break;
                case SubpatternSyntax { Parent: PositionalPatternClauseSyntax positions } part:
                    path.Insert(0, MemberPath.Positional(positions.Subpatterns.IndexOf(part)));
                    break;
                case ListPatternSyntax list:
                    path.Insert(0, MemberPath.Element(list.Patterns.TakeWhile(one => one is not SlicePatternSyntax).ToList().FindIndex(one => one == node)));
                    break;
                case IsPatternExpressionSyntax test:
                    return Along(test.Expression, path, frame);
                case SwitchStatementSyntax choice:
                    return Along(choice.Expression, path, frame);
                case SwitchExpressionSyntax choice:
                    return Along(choice.GoverningExpression, path, frame);
                case StatementSyntax:
                    return [];
            }
        }

        return [];
    }

    private ImmutableArray<Origin> Along(ExpressionSyntax expression, List<MemberPath> path, Frame? frame)
    {
        var value = origins.Program.OperationOf(expression, origins.CancellationToken);
        if (path.Count == 0)
        {
            return origins.Find(value, frame);
        }

        var found = origins.Project(value, frame, path[0]);
        foreach (var member in path.Skip(1))
        {
            found = [.. found.SelectMany(origin => origins.Of(origin, member))];
        }

        return found;
    }

    private ImmutableArray<Origin> OfLoopDeconstruction(ForEachVariableStatementSyntax loop, SyntaxNode designation, Frame? frame)
    {
        var variables = loop.Variable.DescendantNodes().OfType<SingleVariableDesignationSyntax>().ToList();
        var index = variables.FindIndex(one => one == designation);
        return [.. origins.Elements(origins.Program.OperationOf(loop.Expression, origins.CancellationToken), frame).SelectMany(element => origins.Of(element, MemberPath.Positional(index)))];
    }

    public ImmutableArray<Origin> OfDefinition(Definition definition, Frame? frame)
    {
        switch (definition.Kind)
        {
            case DefinitionKind.Assigned:
                var value = origins.Program.OperationOf(definition.Syntax, origins.CancellationToken);
                if (definition.Path.IsEmpty)
                {
                    return origins.Find(value, frame);
                }

                var found = origins.Project(value, frame, MemberPath.Positional(definition.Path[0]));
                foreach (var index in definition.Path.Skip(1))
                {
                    found = [.. found.SelectMany(origin => origins.Of(origin, MemberPath.Positional(index)))];
                }

                return found;
            case DefinitionKind.Appended when origins.Program.OperationOf(definition.Target, origins.CancellationToken)?.Parent is ICompoundAssignmentOperation appended:
                return [new Origin(appended, frame)];
            case DefinitionKind.ByReference when origins.Program.OperationOf(definition.Syntax, origins.CancellationToken) is IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter }:
                return OfOutParameter(call, parameter, frame);
            default:
                return origins.Program.OperationOf(definition.Target, origins.CancellationToken) is { } target ? [new Origin(target, frame)] : [];
        }
    }

    public ImmutableArray<Origin> OfOutParameter(IInvocationOperation call, IParameterSymbol parameter, Frame? frame)
    {
        var body = origins.BodyOf(call.TargetMethod);
        if (body is null)
        {
            return call switch
            {
                { TargetMethod.Name: "TryGetValue", Instance: { } dictionary } when call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: { } key } => origins.Project(dictionary, frame, MemberPath.Element(key)),
                { TargetMethod: { Name: "Exchange" or "CompareExchange" or "Write", ContainingType.Name: "Interlocked" or "Volatile" }, Arguments: [_, var value, ..] } => origins.Find(value.Value, frame),
                { TargetMethod: { Name: "EnsureInitialized", ContainingType.Name: "LazyInitializer" } } => origins.Find(call, frame),
                _ => [new Origin(call, frame)],
            };
        }

        if (origins.Enter(call.TargetMethod, call.Arguments, call.Instance, frame) is not { } inside)
        {
            return [];
        }

        var written = OfWritten(call.TargetMethod, parameter, inside);
        return parameter.RefKind == RefKind.Ref
            && origins.Program.FlowAround(body, origins.CancellationToken)?.AtExit(new Slot(parameter.OriginalDefinition, null)).FromStart == true
            && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is { } left
            ? written.AddRange(origins.Find(left.Value, frame))
            : written;
    }

    /// <summary>What a method of the source writes to a parameter by reference.</summary>
    public ImmutableArray<Origin> OfWritten(IMethodSymbol method, IParameterSymbol parameter, Frame inside) =>
        origins.BodyOf(method) is { } body && origins.Program.FlowAround(body, origins.CancellationToken) is { } flow
            ? [.. flow.AllWrites(new Slot(parameter.OriginalDefinition, null)).SelectMany(definition => OfDefinition(definition, inside))]
            : [];

    public ImmutableArray<Origin> OfParameter(IParameterReferenceOperation reference, Frame? frame)
    {
        var parameter = reference.Parameter;
        var found = ImmutableArray<Origin>.Empty;
        if (MethodFlow.MemberAround(reference.Syntax) is { } member && Writes.AnyIn(member, parameter.Name)
            && origins.Program.FlowOf(member, origins.CancellationToken) is { } flow && flow.AllWrites(new Slot(parameter, null)).Any())
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
    public ImmutableArray<Origin> OfArguments(IParameterSymbol parameter, IOperation reference, Frame? frame)
    {
        if (parameter.ContainingSymbol is INamedTypeSymbol extension)
        {
            return OriginFinder.OrSelf(OfReceiver(extension, reference, frame), reference, frame);
        }

        if (parameter.ContainingSymbol is not IMethodSymbol method)
        {
            return [new Origin(reference, frame)];
        }

        if (Frame.Binding(frame, parameter) is { } binding)
        {
            return binding.ArgumentOf(parameter) is { } bound ? origins.Find(bound, binding.Caller) : OfDefault(parameter);
        }

        if (method.MethodKind == MethodKind.AnonymousFunction)
        {
            return OfLambdaParameter(parameter, reference, frame);
        }

        if (method.MethodKind is MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove || method.IsExtern)
        {
            return method.MethodKind == MethodKind.PropertySet && method.AssociatedSymbol is { } property ? origins.OfWriters(property, reference, frame) : [new Origin(reference, frame)];
        }

        var found = ImmutableArray.CreateBuilder<Origin>();
        found.AddRange(OfDefault(parameter));
        foreach (var call in origins.Program.CallersOf(method.OriginalDefinition, origins.CancellationToken).TakeWhile(_ => found.Count < OriginFinder.MaximumOrigins))
        {
            found.AddRange(origins.Find(OriginFinder.ArgumentsOf(call).FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value, null));
        }

        return found.Count == 0 ? [new Origin(reference, frame)] : found.ToImmutable();
    }

    /// <summary>What the members of an extension block are called on: the call that was entered, or else all of those of the member around.</summary>
    private ImmutableArray<Origin> OfReceiver(INamedTypeSymbol extension, IOperation reference, Frame? frame)
    {
        for (var around = frame; around is not null; around = around.Caller)
        {
            if (SymbolEqualityComparer.Default.Equals(around.Method.OriginalDefinition.ContainingType, extension.OriginalDefinition))
            {
                return origins.Find(around.Instance, around.Caller);
            }
        }

        return reference.SemanticModel?.GetEnclosingSymbol(reference.Syntax.SpanStart, origins.CancellationToken) is IMethodSymbol { MethodKind: MethodKind.Ordinary } member
            ? [.. origins.Program.CallersOf(member.OriginalDefinition, origins.CancellationToken).OfType<IInvocationOperation>().SelectMany(call => origins.Find(call.Instance, null))]
            : [];
    }

    /// <summary>The default of a parameter, where it is declared.</summary>
    public ImmutableArray<Origin> OfDefault(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue && parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(origins.CancellationToken) is ParameterSyntax { Default: { } standard }
            ? origins.Find(origins.Program.OperationOf(standard.Value, origins.CancellationToken), null)
            : [];

    /// <summary>What methods that got the object before have written to a member of it.</summary>
    public ImmutableArray<Origin> WrittenByOthers(ILocalReferenceOperation reference, MemberPath member, Frame? frame)
    {
        var found = ImmutableArray.CreateBuilder<Origin>();
        foreach (var token in Occurrences.Within(MethodFlow.MemberAround(reference.Syntax) ?? reference.Syntax, reference.Local.Name))
        {
            if (token.SpanStart < reference.Syntax.SpanStart
                && token.Parent?.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax } given
                && origins.Program.OperationOf(given, origins.CancellationToken) is IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call }
                && origins.BodyOf(call.TargetMethod) is { } body
                && Writes.AnyIn(body, member.Name)
                && origins.Enter(call.TargetMethod, call.Arguments, call.Instance, frame) is { } inside
                && origins.Program.FlowAround(body, origins.CancellationToken) is { } flow)
            {
                found.AddRange(flow.AllWrites(new Slot(parameter.OriginalDefinition, member.Name)).Where(write => write.Slot.Member is not null).SelectMany(write => OfDefinition(write, inside)));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>A lambda over the elements of a collection, or one that a variable holds and a call invokes.</summary>
    private ImmutableArray<Origin> OfLambdaParameter(IParameterSymbol parameter, IOperation reference, Frame? frame)
    {
        var lambda = parameter.ContainingSymbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(origins.CancellationToken);
        if (lambda?.Parent is ArgumentSyntax && lambda.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            && origins.Program.OperationOf(call, origins.CancellationToken) is IInvocationOperation invocation
            && (KnownFunctions.IsSequence(invocation.TargetMethod) || invocation.TargetMethod.Name == "ForEach")
            && (invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value) is { } collection)
        {
            return OriginFinder.OrSelf(origins.Elements(collection, frame), reference, frame);
        }

        if (lambda?.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator })
        {
            var calls = Occurrences.Within(MethodFlow.MemberAround(declarator) ?? declarator, declarator.Identifier.ValueText)
                .Select(token => token.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>())
                .OfType<InvocationExpressionSyntax>()
                .Select(node => origins.Program.OperationOf(node, origins.CancellationToken))
                .OfType<IInvocationOperation>()
                .Where(node => node.TargetMethod.MethodKind == MethodKind.DelegateInvoke && node.Arguments.Length > parameter.Ordinal);
            return OriginFinder.OrSelf([.. calls.SelectMany(one => origins.Find(one.Arguments[parameter.Ordinal].Value, null))], reference, frame);
        }

        if (CallsOf(lambda) is { IsEmpty: false } invoked)
        {
            return OriginFinder.OrSelf([.. invoked.Where(one => one.Arguments.Length > parameter.Ordinal).SelectMany(one => origins.Find(one.Arguments[parameter.Ordinal].Value, null))], reference, frame);
        }

        return reference.Syntax.FirstAncestorOrSelf<QueryExpressionSyntax>() is { } query ? OfRangeVariable(query, parameter.Name, reference, frame) : [new Origin(reference, frame)];
    }

    /// <summary>Where a lambda is called that is given to a method of the source, or to a member or event.</summary>
    private ImmutableArray<IInvocationOperation> CallsOf(SyntaxNode? lambda)
    {
        var (scope, name) = lambda?.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax } argument when origins.Program.OperationOf(argument, origins.CancellationToken) is IArgumentOperation { Parameter: { } taker, Parent: IInvocationOperation { TargetMethod: { } method } } && origins.BodyOf(method) is { } body => (body, taker.Name),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax member } assignment when assignment.Right == lambda => (lambda.FirstAncestorOrSelf<TypeDeclarationSyntax>(), member.Identifier.ValueText),
            _ => (null, ""),
        };
        return scope is null ? [] :
        [
            .. Occurrences.Within(scope, name)
                .Select(token => token.Parent!)
                .SelectMany(called => new SyntaxNode?[] { called.FirstAncestorOrSelf<InvocationExpressionSyntax>(), (called.Parent as ConditionalAccessExpressionSyntax)?.WhenNotNull })
                .OfType<InvocationExpressionSyntax>()
                .Distinct()
                .Select(node => origins.Program.OperationOf(node, origins.CancellationToken))
                .OfType<IInvocationOperation>()
                .Where(call => call.TargetMethod.MethodKind == MethodKind.DelegateInvoke),
        ];
    }

    /// <summary>What a query's variable runs over, or is set to.</summary>
    private ImmutableArray<Origin> OfRangeVariable(QueryExpressionSyntax query, string name, IOperation reference, Frame? frame)
    {
        foreach (var clause in query.DescendantNodesAndSelf())
        {
            switch (clause)
            {
                case FromClauseSyntax source when source.Identifier.ValueText == name:
                    return OriginFinder.OrSelf(origins.Elements(origins.Program.OperationOf(source.Expression, origins.CancellationToken), frame), reference, frame);
                case LetClauseSyntax let when let.Identifier.ValueText == name:
                    return origins.Find(origins.Program.OperationOf(let.Expression, origins.CancellationToken), frame);
            }
        }

        return [new Origin(reference, frame)];
    }
}
