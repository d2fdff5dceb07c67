using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Sinks;

namespace Pitchly.Analyzers.Secrets.Checks;

/// <summary>The secret checks of one body. Dispatches each operation to the checks for its kind.</summary>
internal sealed class SecretChecks(BodyContext context, ISymbol owner)
{
    private readonly TreeChecks _tree = context.Checks;
    private readonly SinkCheck _sinks = new(context);

    [MethodImpl(Hot.Path)]
    public void Check(IOperation operation, OperationKind kind, CallInterest interest)
    {
        switch (kind)
        {
            case OperationKind.Literal:
                _tree.Texts.Check((ILiteralOperation)operation, context.Findings);
                break;
            case OperationKind.Utf8String:
                _tree.Texts.Check((IUtf8StringOperation)operation, context.Findings);
                break;
            case OperationKind.PropertyReference:
                Arguments(((IPropertyReferenceOperation)operation).Arguments);
                break;
            case OperationKind.SimpleAssignment:
                var assignment = (ISimpleAssignmentOperation)operation;
                _sinks.Assignment(assignment);
                _sinks.Sink(_tree.Keyed.Of(assignment) ?? _tree.Collections.Of(assignment));
                new AppIdCheck(context).Check(assignment);
                break;
            case OperationKind.DeconstructionAssignment:
                _sinks.Deconstruction((IDeconstructionAssignmentOperation)operation);
                break;
            case OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment:
                var changed = (IAssignmentOperation)operation;
                _sinks.Sink(_tree.Named.Of(changed));
                _sinks.Sink(_tree.Keyed.Of(changed) ?? _tree.Collections.Of(changed));
                break;
            case OperationKind.VariableDeclarator:
                _sinks.Declarator((IVariableDeclaratorOperation)operation);
                break;
            case OperationKind.FieldInitializer or OperationKind.PropertyInitializer or OperationKind.ParameterInitializer:
                _sinks.Sink(_tree.Named.Of((ISymbolInitializerOperation)operation));
                break;
            case OperationKind.Return:
                _sinks.Returned(_tree.Named.Of((IReturnOperation)operation, owner), owner as IMethodSymbol);
                break;
            case OperationKind.Coalesce:
                _sinks.Sink(_tree.Keyed.Of((ICoalesceOperation)operation));
                break;
            case OperationKind.Tuple:
                var tuple = (ITupleOperation)operation;
                _sinks.Tuple(tuple);
                _sinks.Sink(_tree.Keyed.Of(tuple));
                break;
            case OperationKind.Binary:
                var binary = (IBinaryOperation)operation;
                new ComparisonCheck(context, _sinks).Check(binary);
                new CompositeCheck(context).Check(binary);
                break;
            case OperationKind.IsPattern:
                new ComparisonCheck(context, _sinks).Check((IIsPatternOperation)operation);
                break;
            case OperationKind.SwitchExpression or OperationKind.Switch:
                new ComparisonCheck(context, _sinks).Switch(operation);
                break;
            case OperationKind.InterpolatedString:
                new CompositeCheck(context).Check((IInterpolatedStringOperation)operation);
                break;
            case OperationKind.Invocation when (interest & CallInterest.Secrets) != 0:
                var invocation = (IInvocationOperation)operation;
                Arguments(invocation.Arguments);
                _sinks.Sink(_tree.Keyed.Of(invocation) ?? _tree.Collections.Of(invocation) ?? CryptoSinks.Of(invocation)
                    ?? _tree.Markup.Of(invocation));
                new SecureStringCheck(context, _sinks).Check(invocation);
                new ComparisonCheck(context, _sinks).Check(invocation);
                new CompositeCheck(context).Check(invocation);
                new MessageCheck(context).Check(invocation);
                break;
            case OperationKind.ObjectCreation when (interest & CallInterest.Secrets) != 0:
                var creation = (IObjectCreationOperation)operation;
                Arguments(creation.Arguments);
                _sinks.Sink(_tree.Keyed.Of(creation));
                _sinks.Sink(CryptoSinks.Of(creation));
                new CompositeCheck(context).Characters(creation);
                new MessageCheck(context).Check(creation);
                break;
            case OperationKind.Invalid:
                _sinks.Sink(UnresolvedSinks.Of((IInvalidOperation)operation, _tree.Keyed));
                break;
            case OperationKind.MethodReference when (interest & CallInterest.Secrets) != 0:
                _sinks.Sink(CryptoSinks.Of((IMethodReferenceOperation)operation));
                break;
            case OperationKind.FieldReference:
                new LibraryConstantCheck(context).Check((IFieldReferenceOperation)operation);
                break;
        }
    }

    [MethodImpl(Hot.Path)]
    private void Arguments(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            _sinks.Sink(_tree.Named.Of(argument));
            new AppIdCheck(context).Check(argument);
        }
    }

    /// <summary>Submits the findings of the body.</summary>
    public void End() => context.Findings.End();
}
