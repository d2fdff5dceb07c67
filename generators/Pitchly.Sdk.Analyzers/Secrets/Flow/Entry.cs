using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>An entry of a dictionary as an initializer or a call writes it, which stands for the pair.</summary>
internal sealed record Entry(IOperation Key, IOperation Value)
{
    /// <summary>The key, if it is a constant.</summary>
    public object? ConstantKey => ConstantOf(Key);

    /// <summary>A constant key, boxed or not.</summary>
    public static object? ConstantOf(IOperation key) => key is { ConstantValue: { HasValue: true, Value: { } constant } } ? constant
        : key is IConversionOperation { OperatorMethod: null } boxed ? ConstantOf(boxed.Operand) : null;

    public static Entry? Of(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var key] } } assignment =>
            new Entry(key.Value, assignment.Value),
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var key, var value] } => new Entry(key.Value, value.Value),
        _ => null,
    };
}
