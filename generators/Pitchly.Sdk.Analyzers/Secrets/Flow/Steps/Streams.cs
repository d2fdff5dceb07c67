using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Reads the data that is written to an initially empty memory stream: bytes, or a serialized value.</summary>
internal sealed class Streams : IStep
{
    public StepResult? Trace(Place place, IWalk walk)
    {
        if (place is not { Path.IsEmpty: true, Operation: IObjectCreationOperation { Type.Name: "MemoryStream", Arguments.IsEmpty: true } }
            || place.Operation.Syntax.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable })
        {
            return null;
        }

        var written = Occurrences.Within(MethodFlow.MemberAround(variable) ?? variable, variable.Identifier.ValueText)
            .Select(token => WrittenTo(token.Parent!, walk))
            .OfType<IOperation>()
            .ToList();
        return written.Count == 0 ? null : StepResult.OfTexts(() =>
            TextValue.Combine(written.Select(value => walk.Texts(place with { Operation = value })), walk.WithHoles)
                .Select(text => text.Map(_ => null)));
    }

    private static IOperation? WrittenTo(SyntaxNode stream, IWalk walk) => stream.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Write" or "WriteAsync", Parent: InvocationExpressionSyntax call } =>
            (walk.OperationOf(call) as IInvocationOperation)?.Arguments.FirstOrDefault()?.Value,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => (walk.OperationOf(call) as IInvocationOperation) is
        { TargetMethod.Name: "Serialize" or "SerializeAsync" } serialize
            ? serialize.Arguments.FirstOrDefault(argument => !argument.Syntax.Span.Contains(stream.Span))?.Value
            : null,
        _ => null,
    };
}
