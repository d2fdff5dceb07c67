using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>
/// Finds sinks in code whose types are missing, as in an editor before packages are restored: names and keys say there what they say
/// elsewhere.
/// </summary>
internal static class UnresolvedSinks
{
    /// <summary>The name of a member that is set, if its type is not known.</summary>
    public static string? NameOf(IOperation target) => target is not IInvalidOperation ? null : target.Syntax switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The key of an entry that is set, if its collection is not known.</summary>
    public static string? KeyOf(IOperation target) =>
        target is IInvalidOperation { Syntax: ElementAccessExpressionSyntax { ArgumentList.Arguments: [.., { Expression: var key }] } }
            ? (key as LiteralExpressionSyntax)?.Token.Value as string
            : null;

    /// <summary>A call or creation that can't be resolved: an entry under a key, or the key of a type that is called one.</summary>
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
