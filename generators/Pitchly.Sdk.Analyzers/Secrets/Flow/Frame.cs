using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>A call that the walk has entered, which binds parameters to values.</summary>
internal sealed class Frame(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation? instance, Frame? caller)
{
    /// <summary>The maximum depth of nested calls. Deeper calls are not entered.</summary>
    private const int MaximumDepth = 8;

    private readonly int _depth = (caller?._depth ?? 0) + 1;

    /// <summary>Gets the operands of an operator or conversion, which take the place of arguments.</summary>
    public ImmutableArray<IOperation> Operands { get; init; } = [];

    public IMethodSymbol Method { get; } = method;

    public IOperation? Instance { get; } = instance;

    public Frame? Caller { get; } = caller;

    /// <summary>Creates the frame of a call; returns <see langword="null"/> if the call is nested too deeply.</summary>
    public static Frame? Enter(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation? instance, Frame? caller) =>
        caller?._depth >= MaximumDepth ? null : new Frame(method, arguments, instance, caller);

    /// <summary>Creates the frame of an operator; returns <see langword="null"/> if the call is nested too deeply.</summary>
    public static Frame? Enter(IMethodSymbol method, ImmutableArray<IOperation> operands, Frame? caller) =>
        caller?._depth >= MaximumDepth ? null : new Frame(method, [], null, caller) { Operands = operands };

    /// <summary>Returns the argument that is written for a parameter, or <see langword="null"/> if the default is used.</summary>
    public IOperation? ArgumentOf(IParameterSymbol parameter) => parameter.Ordinal < Operands.Length
        ? Operands[parameter.Ordinal]
        : CallArguments.For(parameter, arguments);

    /// <summary>Returns the frame that binds the parameter; <see langword="null"/> if its method is not one of the entered calls.</summary>
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
