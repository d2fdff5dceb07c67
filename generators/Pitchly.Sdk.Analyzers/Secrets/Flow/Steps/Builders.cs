using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Builds the text of a StringBuilder or StringWriter from the values that are appended to it, in source order.</summary>
internal sealed class Builders : IStep
{
    public StepResult? Trace(Place place, IWalk walk) => !place.Path.IsEmpty ? null : place.Operation switch
    {
        IInvocationOperation call
            when KnownFunctions.IsPure(call.TargetMethod) && KnownFunctions.IsBuilder(call.TargetMethod.ContainingType) =>
            StepResult.OfTexts(() => Of(call, place, walk)),
        IObjectCreationOperation creation when KnownFunctions.IsBuilder(creation.Type) =>
            StepResult.OfTexts(() => creation.Arguments is [{ Value: { Type.SpecialType: SpecialType.System_String } text }, ..]
                ? walk.Texts(place with { Operation = text }) : [TextValue.Empty]),
        _ => null,
    };

    private static ImmutableArray<TextValue> Of(IInvocationOperation use, Place place, IWalk walk)
    {
        var (root, calls) = Unchain(use);
        var parts = new List<ImmutableArray<TextValue>>();
        if (root is not ILocalReferenceOperation local)
        {
            parts.Add(walk.Texts(place with { Operation = root }));
        }
        else if (walk.InitializerOf(local.Local) is { } made)
        {
            parts.Add(walk.Texts(place with { Operation = made }));
            AddHistory(local, use.Syntax, parts, place, walk);
        }
        else
        {
            return [TextValue.Unknown];
        }

        Add(calls, parts, place, walk);
        return TextValue.Combine(parts, walk.WithHoles);
    }

    /// <summary>Returns the receiver at the start of a chain of calls, and the calls in order.</summary>
    private static (IOperation Root, List<IInvocationOperation> Calls) Unchain(IInvocationOperation last)
    {
        var calls = new List<IInvocationOperation>();
        IOperation root = last;
        while (root is IInvocationOperation { Instance: { } instance } call && KnownFunctions.IsBuilder(call.TargetMethod.ContainingType))
        {
            calls.Insert(0, call);
            root = instance;
        }

        return (root, calls);
    }

    private static void AddHistory(ILocalReferenceOperation local, SyntaxNode use, List<ImmutableArray<TextValue>> parts, Place place,
        IWalk walk)
    {
        if (walk.DeclarationOf(local.Local) is not { } declaration)
        {
            return;
        }

        var scope = MethodFlow.MemberAround(declaration) ?? declaration;
        var end = declaration.Span.End;
        foreach (var token in Occurrences.Within(scope, local.Local.Name))
        {
            var chain = token.Parent!.AncestorsAndSelf().TakeWhile(node => node is ExpressionSyntax).OfType<InvocationExpressionSyntax>()
                .LastOrDefault();
            var isBefore = token.SpanStart > end && token.Span.End < use.Span.End && !use.Span.Contains(token.Span);
            if (isBefore && walk.OperationOf(chain) is IInvocationOperation call
                && KnownFunctions.IsBuilder(call.TargetMethod.ContainingType))
            {
                end = chain!.Span.End;
                AddOnce(chain, use, Unchain(call).Calls, parts, place, walk);
            }
        }
    }

    /// <summary>
    /// Adds the values that a loop appends repeatedly. The result is built from these values, but the repetition is not evaluated. A
    /// <c>foreach</c> loop appends each element.
    /// </summary>
    private static void AddOnce(SyntaxNode chain, SyntaxNode use, List<IInvocationOperation> calls, List<ImmutableArray<TextValue>> parts,
        Place place, IWalk walk)
    {
        var loop = chain.Ancestors().FirstOrDefault(node =>
            node is ForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                && !node.Span.Contains(use.Span));
        if (loop is null or ForEachStatementSyntax)
        {
            Add(calls, parts, place, walk);
            return;
        }

        var appended = new List<ImmutableArray<TextValue>>();
        if (Add(calls, appended, place, walk))
        {
            parts.Clear();
        }

        parts.AddRange(appended.Select(part => part.Select(value => value.Map(_ => null)).ToImmutableArray()));
    }

    /// <summary>Adds the values that the calls append.</summary>
    /// <returns><see langword="true"/> if the calls clear the previous text; otherwise, <see langword="false"/>.</returns>
    private static bool Add(List<IInvocationOperation> calls, List<ImmutableArray<TextValue>> parts, Place place, IWalk walk)
    {
        var isCleared = false;
        foreach (var call in calls)
        {
            ImmutableArray<IOperation> values = [.. call.Arguments.Select(argument => argument.Value)];
            switch (call.TargetMethod.Name)
            {
                case "AppendFormat":
                    parts.Add(Formatting.Format(values, place.Frame, walk));
                    break;
                case "AppendJoin":
                    parts.Add(Formatting.Join(values, place.Frame, walk));
                    break;
                case "Append" or "AppendLine" or "Write" or "WriteLine" when !values.IsEmpty:
                    parts.AddRange(Appended(values, place, walk));
                    break;
                case "Insert" when values is [{ ConstantValue: { HasValue: true, Value: 0 } }, var first, ..]:
                    parts.Insert(0, walk.Texts(place with { Operation = first }));
                    break;
                case "Insert" when values is [_, var within, ..]:
                    parts.Add(walk.Texts(place with { Operation = within }));
                    break;
                case "Clear":
                    parts.Clear();
                    isCleared = true;
                    break;
            }
        }

        return isCleared;
    }

    private static IEnumerable<ImmutableArray<TextValue>> Appended(ImmutableArray<IOperation> values, Place place, IWalk walk)
    {
        if (values[0] is ILocalReferenceOperation local && walk.DeclarationOf(local.Local) is ForEachStatementSyntax)
        {
            return walk.Texts(place with { Operation = local }).Select(element => ImmutableArray.Create(element));
        }

        var texts = values.Length > 1 && values[0].Type?.SpecialType == SpecialType.System_String ? values : [values[0]];
        return texts.Select(value => walk.Texts(place with { Operation = value }));
    }
}
