using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>A call that was entered: what its parameters stand for.</summary>
internal sealed class Frame(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation? instance, Frame? caller)
{
    /// <summary>Calls one within the other; deeper ones are not entered.</summary>
    private const int MaximumDepth = 8;

    private readonly int _depth = (caller?._depth ?? 0) + 1;

    /// <summary>What an operator or conversion is applied to, in place of arguments.</summary>
    public ImmutableArray<IOperation> Operands { get; init; } = [];

    public IMethodSymbol Method { get; } = method;

    public IOperation? Instance { get; } = instance;

    public Frame? Caller { get; } = caller;

    /// <summary>The frame of a call, or <see langword="null"/> if it lies too deep.</summary>
    public static Frame? Enter(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation? instance, Frame? caller) =>
        caller?._depth >= MaximumDepth ? null : new Frame(method, arguments, instance, caller);

    /// <summary>The frame of an operator, or <see langword="null"/> if it lies too deep.</summary>
    public static Frame? Enter(IMethodSymbol method, ImmutableArray<IOperation> operands, Frame? caller) =>
        caller?._depth >= MaximumDepth ? null : new Frame(method, [], null, caller) { Operands = operands };

    /// <summary>What is written down for a parameter; nothing, if its default stands in.</summary>
    public IOperation? ArgumentOf(IParameterSymbol parameter) => parameter.Ordinal < Operands.Length
        ? Operands[parameter.Ordinal]
        : CallArguments.For(parameter, arguments);

    /// <summary>The frame in which the parameter is bound, if it is one of the calls that were entered.</summary>
    public static Frame? Binding(Frame? frame, IParameterSymbol parameter)
    {
        while (frame is not null
            && !SymbolEqualityComparer.Default.Equals(frame.Method.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition))
        {
            frame = frame.Caller;
        }

        return frame;
    }
}
