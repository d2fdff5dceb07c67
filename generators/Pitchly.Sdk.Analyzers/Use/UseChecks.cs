using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Use;

/// <summary>
/// Finds server-only code in clients, responses that are only partly handled, and tokens and clients that are kept too long. Dispatches
/// each operation to the checks for its kind.
/// </summary>
internal static class UseChecks
{
    [MethodImpl(Hot.Path)]
    public static void Check(IOperation operation, OperationKind kind, CallInterest interest, OperationBlockAnalysisContext context)
    {
        if ((interest & CallInterest.ServerOnly) != 0)
        {
            ServerOnlyCheck.Report(operation, context);
        }

        switch (kind)
        {
            case OperationKind.Invocation when (interest & CallInterest.ResponseCase) != 0:
                ResponseCheck.PartlyHandled((IInvocationOperation)operation, context);
                break;
            case OperationKind.SimpleAssignment:
                var assignment = (ISimpleAssignmentOperation)operation;
                TokenCheck.Stored(assignment, context);
                DelegateCheck.Set(assignment, context);
                break;
            case OperationKind.ExpressionStatement:
                ResponseCheck.Discarded((IExpressionStatementOperation)operation, context);
                break;
            case OperationKind.Return:
                TokenCheck.Returned((IReturnOperation)operation, context);
                break;
            case OperationKind.AnonymousFunction:
                TokenCheck.Captured((IAnonymousFunctionOperation)operation, context);
                break;
        }
    }
}
