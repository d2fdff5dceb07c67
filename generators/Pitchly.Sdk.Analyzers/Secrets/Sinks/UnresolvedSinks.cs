using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>
/// Finds sinks in code whose types cannot be resolved, for example in an editor before packages are restored. Names and keys have the same
/// meaning there as elsewhere.
/// </summary>
internal static class UnresolvedSinks
{
    /// <summary>Returns the name of the assigned member if its type is unknown; otherwise, <see langword="null"/>.</summary>
    public static string? NameOf(IOperation target) => target is not IInvalidOperation ? null : target.Syntax switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>Returns the key of the assigned entry if its collection is unknown; otherwise, <see langword="null"/>.</summary>
    public static string? KeyOf(IOperation target) =>
        target is IInvalidOperation { Syntax: ElementAccessExpressionSyntax { ArgumentList.Arguments: [.., { Expression: var key }] } }
            ? (key as LiteralExpressionSyntax)?.Token.Value as string
            : null;

    /// <summary>
    /// Returns the sink for a call or creation that cannot be resolved: an entry under a key, or the argument of a key type.
    /// </summary>
    public static SecretSink? Of(IInvalidOperation call, KeyedSinks keyed)
    {
        var arguments = call.Syntax switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };
        if (arguments is null)
        {
            return null;
        }

        var values = call.ChildOperations
            .Where(child => arguments.Arguments.Any(argument => argument.Expression.Span.Contains(child.Syntax.Span)))
            .ToList();
        return values switch
        {
            [var only] when call.Type is { } type && CryptoSinks.IsKeyed(type) =>
                new SecretSink($"the key of '{type.Name}'", only, SinkStrength.Named, IsToken: false),
            [{ ConstantValue: { HasValue: true, Value: string key } }, var value] => keyed.Entry(key, value),
            _ => null,
        };
    }
}
