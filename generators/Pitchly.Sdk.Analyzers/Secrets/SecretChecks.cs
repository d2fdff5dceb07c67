using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Sinks;

namespace Pitchly.Analyzers.Secrets;

/// <summary>The checks of one body: hands each operation to those who know about it.</summary>
internal sealed class SecretChecks(TreeChecks tree, SinkCheck sinks, OperationBlockAnalysisContext body)
{
    [MethodImpl(Hot.Path)]
    public void Check(IOperation operation, OperationKind kind, CallInterest interest)
    {
        switch (kind)
        {
            case OperationKind.Literal:
                tree.Texts.Check((ILiteralOperation)operation, body);
                break;
            case OperationKind.Utf8String:
                tree.Texts.Check((IUtf8StringOperation)operation, body);
                break;
            case OperationKind.PropertyReference:
                Arguments(((IPropertyReferenceOperation)operation).Arguments);
                break;
            case OperationKind.SimpleAssignment:
                var assignment = (ISimpleAssignmentOperation)operation;
                sinks.Assignment(assignment);
                sinks.Sink(tree.Keyed.Of(assignment));
                sinks.AppId(assignment);
                break;
            case OperationKind.DeconstructionAssignment:
                sinks.Deconstruction((IDeconstructionAssignmentOperation)operation);
                break;
            case OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment:
                sinks.Sink(tree.Named.Of((IAssignmentOperation)operation));
                break;
            case OperationKind.VariableDeclarator:
                sinks.Declarator((IVariableDeclaratorOperation)operation);
                break;
            case OperationKind.FieldInitializer or OperationKind.PropertyInitializer or OperationKind.ParameterInitializer:
                sinks.Sink(tree.Named.Of((ISymbolInitializerOperation)operation));
                break;
            case OperationKind.Return:
                sinks.Returned(tree.Named.Of((IReturnOperation)operation, body.OwningSymbol), body.OwningSymbol as IMethodSymbol);
                break;
            case OperationKind.Coalesce:
                sinks.Sink(tree.Keyed.Of((ICoalesceOperation)operation));
                break;
            case OperationKind.Tuple:
                var tuple = (ITupleOperation)operation;
                sinks.Tuple(tuple);
                sinks.Sink(tree.Keyed.Of(tuple));
                break;
            case OperationKind.Binary:
                var binary = (IBinaryOperation)operation;
                sinks.Comparison(binary);
                sinks.Composite(binary);
                break;
            case OperationKind.IsPattern:
                sinks.Comparison((IIsPatternOperation)operation);
                break;
            case OperationKind.InterpolatedString:
                sinks.Composite((IInterpolatedStringOperation)operation);
                break;
            case OperationKind.Invocation when (interest & CallInterest.Secrets) != 0:
                var invocation = (IInvocationOperation)operation;
                Arguments(invocation.Arguments);
                sinks.Sink(tree.Keyed.Of(invocation));
                sinks.Comparison(invocation);
                sinks.Composite(invocation);
                sinks.Message(invocation);
                break;
            case OperationKind.ObjectCreation when (interest & CallInterest.Secrets) != 0:
                var creation = (IObjectCreationOperation)operation;
                Arguments(creation.Arguments);
                sinks.Sink(tree.Keyed.Of(creation));
                sinks.Sink(CryptoSinks.Of(creation));
                sinks.Characters(creation);
                sinks.Message(creation);
                break;
            case OperationKind.FieldReference:
                sinks.LibraryConstant((IFieldReferenceOperation)operation);
                break;
        }
    }

    [MethodImpl(Hot.Path)]
    private void Arguments(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            sinks.Sink(tree.Named.Of(argument));
            sinks.AppId(argument);
        }
    }
}
