using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Finds the text of a StringBuilder or StringWriter: what was appended to it, in the order of the source.</summary>
internal sealed class BuilderEvaluator(TextEvaluator texts, SourceProgram program, CancellationToken cancellationToken)
{
    public ImmutableArray<TextValue> Evaluate(IInvocationOperation invocation, Frame? frame)
    {
        var pieces = new List<TextValue>();
        var (root, chain) = Unchain(invocation);
        if (root is ILocalReferenceOperation local)
        {
            if (!AddHistory(local, invocation.Syntax, pieces, frame))
            {
                return [TextValue.Unknown];
            }
        }
        else
        {
            pieces.Add(texts.Evaluate(root, frame)[0]);
        }

        AddCalls(chain, pieces, frame);
        return [TextValue.Concat(pieces)];
    }

    /// <summary>What stands at the beginning of a chain of calls, and the calls in order.</summary>
    private static (IOperation Root, List<IInvocationOperation> Calls) Unchain(IInvocationOperation invocation)
    {
        var calls = new List<IInvocationOperation>();
        IOperation root = invocation;
        while (root is IInvocationOperation { Instance: { } instance } call && KnownFunctions.IsBuilder(call.TargetMethod.ContainingType))
        {
            calls.Insert(0, call);
            root = instance;
        }

        return (root, calls);
    }

    private bool AddHistory(ILocalReferenceOperation local, SyntaxNode use, List<TextValue> pieces, Frame? frame)
    {
        if (local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer: { } initializer } declaration)
        {
            return false;
        }

        pieces.Add(texts.Evaluate(program.OperationOf(initializer.Value, cancellationToken), frame)[0]);
        var scope = MethodFlow.MemberAround(declaration) ?? declaration;
        var last = -1;
        foreach (var token in Occurrences.Within(scope, local.Local.Name).Where(token => token.SpanStart > declaration.Span.End && token.Span.End < use.Span.End && !use.Span.Contains(token.Span) && token.SpanStart > last))
        {
            var outermost = token.Parent!.AncestorsAndSelf().TakeWhile(node => node is ExpressionSyntax).OfType<InvocationExpressionSyntax>().LastOrDefault();
            if (outermost is null || program.OperationOf(outermost, cancellationToken) is not IInvocationOperation call || !KnownFunctions.IsBuilder(call.TargetMethod.ContainingType))
            {
                continue;
            }

            last = outermost.Span.End;
            var before = pieces.Count;
            AddCalls(Unchain(call).Calls, pieces, frame);
            if (outermost.Ancestors().TakeWhile(node => node != scope).OfType<ForEachStatementSyntax>().Any(loop => !loop.Span.Contains(use.Span)))
            {
                continue;
            }

            if (outermost.Ancestors().TakeWhile(node => node != scope).Any(node => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax && !node.Span.Contains(use.Span)))
            {
                var looped = pieces.Skip(before).ToList();
                pieces.RemoveRange(before, looped.Count);
                pieces.AddRange(looped.Select(piece => piece.Map(_ => null)));
            }
        }

        return true;
    }

    private void AddCalls(List<IInvocationOperation> calls, List<TextValue> pieces, Frame? frame)
    {
        foreach (var call in calls)
        {
            switch (call.TargetMethod.Name)
            {
                case "AppendFormat":
                    pieces.Add(texts.Format([.. call.Arguments.Select(argument => argument.Value)], frame)[0]);
                    break;
                case "AppendJoin":
                    pieces.Add(texts.Join([.. call.Arguments.Select(argument => argument.Value)], frame)[0]);
                    break;
                case "Append" or "AppendLine" or "Write" or "WriteLine" when call.Arguments.Length > 0:
                    AddAppended(call, pieces, frame);
                    break;
                case "Insert" when call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: 0 } }, var text, ..]:
                    pieces.Insert(0, texts.Evaluate(text.Value, frame)[0]);
                    break;
                case "Clear":
                    pieces.Clear();
                    break;
                case "Insert":
                    pieces.Add(texts.Evaluate(call.Arguments[1].Value, frame)[0]);
                    break;
            }
        }
    }

    private void AddAppended(IInvocationOperation call, List<TextValue> pieces, Frame? frame)
    {
        var value = call.Arguments[0].Value;
        if (value is ILocalReferenceOperation local && local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is ForEachStatementSyntax)
        {
            pieces.AddRange(texts.Evaluate(value, frame));
            return;
        }

        pieces.AddRange(call.Arguments.Length == 1 || value.Type?.SpecialType != SpecialType.System_String ? [texts.Evaluate(value, frame)[0]] : call.Arguments.Select(argument => texts.Evaluate(argument.Value, frame)[0]));
    }
}
