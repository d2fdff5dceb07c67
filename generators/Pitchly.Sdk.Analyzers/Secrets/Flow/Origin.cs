using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>An operation that makes a value, and the calls that were entered on the way to it.</summary>
internal sealed record Origin(IOperation Operation, Frame? Frame);

/// <summary>A call that was entered: what its parameters stand for.</summary>
internal sealed class Frame(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation? instance, Frame? caller)
{
    /// <summary>What an operator or conversion is applied to, in place of arguments.</summary>
    public ImmutableArray<IOperation> Operands { get; init; } = [];

    public IMethodSymbol Method { get; } = method;

    public IOperation? Instance { get; } = instance;

    public Frame? Caller { get; } = caller;

    public int Depth { get; } = (caller?.Depth ?? 0) + 1;

    /// <summary>What is written down for a parameter; nothing, if its default stands in.</summary>
    public IOperation? ArgumentOf(IParameterSymbol parameter) => parameter.Ordinal < Operands.Length
        ? Operands[parameter.Ordinal]
        : arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;

    /// <summary>The frame in which the parameter is bound, if it is one of the calls that were entered.</summary>
    public static Frame? Binding(Frame? frame, IParameterSymbol parameter)
    {
        while (frame is not null && !SymbolEqualityComparer.Default.Equals(frame.Method.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition))
        {
            frame = frame.Caller;
        }

        return frame;
    }
}
