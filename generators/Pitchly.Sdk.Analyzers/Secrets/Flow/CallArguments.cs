using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Reads the arguments of calls.</summary>
internal static class CallArguments
{
    /// <summary>Returns the argument that is written for a parameter, or <see langword="null"/> if the default is used.</summary>
    public static IOperation? For(IParameterSymbol parameter, ImmutableArray<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(argument =>
            argument.Parameter?.Ordinal == parameter.Ordinal && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;

    /// <summary>Returns the arguments that are written in the call, in source order.</summary>
    public static IEnumerable<IOperation> Written(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).Select(argument => argument.Value);

    /// <summary>Returns the receiver, if any, and the arguments that are written in the call.</summary>
    public static ImmutableArray<IOperation> Operands(IInvocationOperation call) =>
        call.Instance is { } instance ? [instance, .. Written(call.Arguments)] : [.. Written(call.Arguments)];

    /// <summary>Returns the receiver, if any, or else the first argument, which is the receiver of an extension method.</summary>
    public static IOperation? Receiver(IInvocationOperation call) => call.Instance ?? call.Arguments.FirstOrDefault()?.Value;

    public static ImmutableArray<IArgumentOperation> Of(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        IAttributeOperation { Operation: IObjectCreationOperation creation } => creation.Arguments,
        _ => [],
    };
}
