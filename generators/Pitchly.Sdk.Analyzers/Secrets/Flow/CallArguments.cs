using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Reads what calls give to parameters.</summary>
internal static class CallArguments
{
    /// <summary>What is written down for a parameter; nothing, if its default stands in.</summary>
    public static IOperation? For(IParameterSymbol parameter, ImmutableArray<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(argument =>
            argument.Parameter?.Ordinal == parameter.Ordinal && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;

    /// <summary>The arguments that are written down, in the order in which they stand.</summary>
    public static IEnumerable<IOperation> Written(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).Select(argument => argument.Value);

    /// <summary>The receiver, if any, and the arguments that are written down.</summary>
    public static ImmutableArray<IOperation> Operands(IInvocationOperation call) =>
        call.Instance is { } instance ? [instance, .. Written(call.Arguments)] : [.. Written(call.Arguments)];

    /// <summary>The receiver, if any, or else the first argument, which is the receiver of an extension.</summary>
    public static IOperation? Receiver(IInvocationOperation call) => call.Instance ?? call.Arguments.FirstOrDefault()?.Value;

    public static ImmutableArray<IArgumentOperation> Of(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        IAttributeOperation { Operation: IObjectCreationOperation creation } => creation.Arguments,
        _ => [],
    };
}
