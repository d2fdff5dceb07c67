using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>A dictionary entry as an initializer or a call writes it. It represents the key/value pair.</summary>
internal sealed record Entry(IOperation Key, IOperation Value)
{
    /// <summary>Gets the key if it is a constant; otherwise, <see langword="null"/>.</summary>
    public object? ConstantKey => ConstantOf(Key);

    /// <summary>Returns the constant value of a key, boxed or not; <see langword="null"/> if the key is not a constant.</summary>
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
