using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Names;

namespace Pitchly.Analyzers.Use;

/// <summary>The analysis of one compilation: finds what is for servers, answers that are half looked at, and tokens and clients that are held too long.</summary>
internal sealed class UseAnalysis(AnalyzerConfigOptions options, ProjectKind kind)
{
    /// <summary>There is nothing against what is for servers, but in a client.</summary>
    private readonly ServerOnlyCheck? _serverOnly = kind == ProjectKind.Client ? new ServerOnlyCheck(new SecretNames(SecretOptions.Read(options))) : null;

    [MethodImpl(Hot.Path)]
    public void Check(IOperation operation, OperationKind kind, OperationBlockAnalysisContext context)
    {
        switch (kind)
        {
            case OperationKind.Invocation:
                var invocation = (IInvocationOperation)operation;
                _serverOnly?.Check(invocation.TargetMethod, operation, context);
                AnswerCheck.Half(invocation, context);
                break;
            case OperationKind.ObjectCreation:
                _serverOnly?.Check(((IObjectCreationOperation)operation).Constructor, operation, context);
                break;
            case OperationKind.MethodReference:
                _serverOnly?.Check(((IMethodReferenceOperation)operation).Method, operation, context);
                break;
            case OperationKind.SimpleAssignment:
                var assignment = (ISimpleAssignmentOperation)operation;
                _serverOnly?.Check((assignment.Target as IPropertyReferenceOperation)?.Property, operation, context);
                TokenCheck.Kept(assignment, context);
                DelegateCheck.Set(assignment, context);
                break;
            case OperationKind.ExpressionStatement:
                AnswerCheck.Discarded((IExpressionStatementOperation)operation, context);
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
