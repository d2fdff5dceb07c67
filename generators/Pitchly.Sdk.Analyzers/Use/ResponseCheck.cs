using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Diagnostics;

namespace Pitchly.Analyzers.Use;

/// <summary>Finds responses whose success case is the only one that the code handles.</summary>
internal static class ResponseCheck
{
    [MethodImpl(Hot.Path)]
    public static void Discarded(IExpressionStatementOperation statement, OperationBlockAnalysisContext context)
    {
        var value = statement.Operation;
        if (value is IAwaitOperation or IInvocationOperation && PitchlyTypes.FailureCaseOf(value.Type) is { } failure)
        {
            Report(context, value, failure);
        }
    }

    /// <summary>Determines whether a method handles a case of a response.</summary>
    public static bool HandlesCase(IMethodSymbol method) =>
        (method.Name == "Switch" || method.Name.StartsWith("TryGet", StringComparison.Ordinal))
            && PitchlyTypes.FailureCaseOf(method.ContainingType) is not null;

    public static void PartlyHandled(IInvocationOperation call, OperationBlockAnalysisContext context)
    {
        switch (call.TargetMethod.Name)
        {
            case "Switch" when PitchlyTypes.FailureCaseOf(call.TargetMethod.ContainingType) is { } failure:
                if (call.Arguments.FirstOrDefault(argument =>
                    PitchlyTypes.IsFailure(argument.Parameter?.Name is { Length: > 0 } name
                    ? char.ToUpperInvariant(name[0]) + name.Substring(1) : "")) is { } handler && DoesNothing(handler.Value))
                {
                    Report(context, handler.Value, failure);
                }

                break;
            case var name when name.StartsWith("TryGet", StringComparison.Ordinal) && !PitchlyTypes.IsFailure(name)
                && PitchlyTypes.FailureCaseOf(call.TargetMethod.ContainingType) is { } failure:
                if (IsTestWithoutElse(call) && IsOnlyUse(call))
                {
                    Report(context, call, failure);
                }

                break;
        }
    }

    private static bool IsTestWithoutElse(IInvocationOperation call) =>
        call.Parent is IConditionalOperation
        {
            WhenFalse: null,
            Syntax: not Microsoft.CodeAnalysis.CSharp.Syntax.ConditionalExpressionSyntax
        } test && test.Condition == call && !EndsIn(test.WhenTrue);

    /// <summary>Determines whether a branch ends with a return, throw, or jump, so that the code after it handles the other case.</summary>
    private static bool EndsIn(IOperation branch) => branch is IReturnOperation or IThrowOperation or IBranchOperation
        || branch is IBlockOperation { Operations: [.., var last] }
            && (last is IReturnOperation or IBranchOperation || last is IExpressionStatementOperation { Operation: IThrowOperation });

    private static bool DoesNothing(IOperation handler) =>
        handler is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: var operations } }
        && operations is ([] or [IReturnOperation { ReturnedValue: null }]);

    /// <summary>Determines whether nothing else in the method reads the response.</summary>
    private static bool IsOnlyUse(IInvocationOperation call)
    {
        ISymbol? response = call.Instance switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        if (response is null)
        {
            return call.Instance is IAwaitOperation or IInvocationOperation;
        }

        IOperation root = call;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        return root.Descendants().Count(one => one switch
        {
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, response),
            IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, response),
            _ => false,
        }) == 1;
    }

    private static void Report(OperationBlockAnalysisContext context, IOperation at, string failure) =>
        context.ReportDiagnostic(Diagnostic.Create(UseRules.FailureIgnored, at.Syntax.GetLocation(), failure));
}
