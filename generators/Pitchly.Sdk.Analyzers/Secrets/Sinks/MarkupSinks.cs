using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>
/// Finds the value of an element that Razor builds attribute by attribute and whose name says that its value is a secret, for example
/// <c>&lt;input name="client_secret" value="…"&gt;</c>.
/// </summary>
internal sealed class MarkupSinks(SecretNames names)
{
    public SecretSink? Of(IInvocationOperation call)
    {
        if (AttributeOf(call) is not ("value" or "content", var value)
            || call.Parent is not IExpressionStatementOperation { Parent: IBlockOperation block } statement)
        {
            return null;
        }

        var at = block.Operations.IndexOf(statement);
        var attributes = block.Operations.Take(at).Reverse().TakeWhile(IsAttribute)
            .Concat(block.Operations.Skip(at + 1).TakeWhile(IsAttribute));
        var key = attributes.Select(one => AttributeOf(((IExpressionStatementOperation)one).Operation))
            .Where(one => one is ("name" or "id", _))
            .Select(one => one!.Value.Value.ConstantValue is { HasValue: true, Value: string named } ? named : "")
            .FirstOrDefault();
        return key is not null && names.OfKey(key) is not SecretName.None and var name
            ? SecretSink.Named(name, $"the field '{key}' of a form", value, SinkStrength.Label)
            : null;
    }

    private static bool IsAttribute(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: var call } && AttributeOf(call) is not null;

    private static (string Name, IOperation Value)? AttributeOf(IOperation operation) => operation is IInvocationOperation
    {
        TargetMethod: { Name: "AddAttribute", ContainingType.Name: "RenderTreeBuilder" },
        Arguments: [_, { Value.ConstantValue: { HasValue: true, Value: string name } }, var value]
    } ? (name, value.Value) : null;
}
