using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Use;

namespace Pitchly.Analyzers;

/// <summary>Looks at what the code of a body does: at secrets that are written in it, and at how the SDK is used.</summary>
internal static class CodeWalk
{
    /// <summary>The empty stack that the last walk of this thread left.</summary>
    [ThreadStatic]
    private static Stack<(IOperation Operation, OperationKind Kind)>? t_pending;

    /// <summary>
    /// Walks a method body in source order. The compiler would call for each operation just as well, but a call costs more than
    /// what is to be done for most.
    /// </summary>
    [MethodImpl(Hot.Path)]
    public static void Through(OperationBlockAnalysisContext body, BodyChecks checks)
    {
        var pending = t_pending ?? new Stack<(IOperation Operation, OperationKind Kind)>();
        t_pending = null; // Kept by this walk alone, and lost with one that fails.
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

    /// <summary>Whether what an operation calls or sets asks for a look at it.</summary>
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

    /// <summary>The attributes of a lambda or local function and the defaults of its parameters are no parts of its operation.</summary>
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

    /// <summary>The value within what asks for no check itself; arguments are looked at with the call.</summary>
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

    /// <summary>What has no parts, and asks for no check.</summary>
    [MethodImpl(Hot.Path)]
    private static bool IsLeaf(OperationKind kind) =>
        kind is OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.InstanceReference;
}
