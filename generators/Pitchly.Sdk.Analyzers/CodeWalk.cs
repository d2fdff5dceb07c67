using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Use;

namespace Pitchly.Analyzers;

/// <summary>Checks the code of a body for hard-coded secrets and for misuse of the SDK.</summary>
internal static class CodeWalk
{
    /// <summary>The empty stack of the last walk on this thread, for reuse.</summary>
    [ThreadStatic]
    private static Stack<(IOperation Operation, OperationKind Kind)>? t_pending;

    /// <summary>
    /// Walks a method body in source order. The compiler could instead call an action for each operation, but for most operations such a
    /// call costs more than the check.
    /// </summary>
    [MethodImpl(Hot.Path)]
    public static void Through(OperationBlockAnalysisContext body, BodyChecks checks)
    {
        var pending = t_pending ?? new Stack<(IOperation Operation, OperationKind Kind)>();
        t_pending = null; // Only this walk uses the stack. If the walk throws, the stack is not reused.
        foreach (var block in body.OperationBlocks)
        {
            pending.Push((block, block.Kind));
            while (pending.Count > 0)
            {
                var (operation, kind) = pending.Pop();
                var interest = InterestIn(operation, kind, checks.Callees);
                checks.Secrets?.Check(operation, kind, interest);
                UseChecks.Check(operation, kind, interest, body);
                foreach (var child in operation.ChildOperations.Reverse())
                {
                    var part = Unwrapped(child);
                    if (!IsLeaf(part.Kind))
                    {
                        pending.Push(part);
                    }
                }

                if ((kind is OperationKind.LocalFunction or OperationKind.AnonymousFunction)
                    && operation.Syntax is not SimpleLambdaExpressionSyntax { AttributeLists.Count: 0 })
                {
                    PushHead(operation, pending, body.CancellationToken);
                }
            }
        }

        checks.Secrets?.End();
        t_pending = pending;
    }

    /// <summary>Returns the reasons to check an operation, based on the symbol that it calls or assigns.</summary>
    [MethodImpl(Hot.Path)]
    private static CallInterest InterestIn(IOperation operation, OperationKind kind, Callees callees) => kind switch
    {
        OperationKind.Invocation => callees.Of(((IInvocationOperation)operation).TargetMethod),
        OperationKind.ObjectCreation => callees.Of(((IObjectCreationOperation)operation).Constructor),
        OperationKind.MethodReference => callees.Of(((IMethodReferenceOperation)operation).Method),
        OperationKind.SimpleAssignment when ((ISimpleAssignmentOperation)operation).Target is IPropertyReferenceOperation set =>
            callees.Of(set.Property),
        _ => CallInterest.None,
    };

    /// <summary>
    /// Pushes the attributes of a lambda or local function and the defaults of its parameters, which are not child operations of the
    /// function.
    /// </summary>
    private static void PushHead(IOperation function, Stack<(IOperation Operation, OperationKind Kind)> pending,
        CancellationToken cancellationToken)
    {
        foreach (var head in function.Syntax.ChildNodes()
            .Where(node => node is AttributeListSyntax or ParameterListSyntax or ParameterSyntax))
        {
            foreach (var part in head.DescendantNodes())
            {
                if ((part is AttributeSyntax or EqualsValueClauseSyntax)
                    && function.SemanticModel?.GetOperation(part, cancellationToken) is { } operation)
                {
                    pending.Push((operation, operation.Kind));
                }
            }
        }
    }

    /// <summary>Skips conversions and arguments, which need no check of their own. Arguments are checked together with the call.</summary>
    [MethodImpl(Hot.Path)]
    private static (IOperation Operation, OperationKind Kind) Unwrapped(IOperation operation)
    {
        while (true)
        {
            var kind = operation.Kind;
            switch (kind)
            {
                case OperationKind.Argument:
                    operation = ((IArgumentOperation)operation).Value;
                    break;
                case OperationKind.Conversion:
                    operation = ((IConversionOperation)operation).Operand;
                    break;
                default:
                    return (operation, kind);
            }
        }
    }

    /// <summary>Determines whether an operation has no children and needs no check.</summary>
    [MethodImpl(Hot.Path)]
    private static bool IsLeaf(OperationKind kind) =>
        kind is OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.InstanceReference;
}
