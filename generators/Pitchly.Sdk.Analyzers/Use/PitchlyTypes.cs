using Microsoft.CodeAnalysis;

namespace Pitchly.Analyzers.Use;

/// <summary>Recognizes Pitchly's types, and those that the generator creates, by name and shape.</summary>
internal static class PitchlyTypes
{
    private const string UnknownMessageCallback = "OnUnknownMessageAsync";

    /// <summary>Determines whether a type is a callbacks interface. The generator creates one for each channel.</summary>
    public static bool IsCallbacks(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && type.Name.EndsWith("Callbacks", StringComparison.Ordinal)
            && type.GetMembers(UnknownMessageCallback).Length > 0;

    /// <summary>Determines whether a type is the client of a channel.</summary>
    public static bool IsChannelClient(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == "PitchlyChannelClient")
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsAccessToken(ITypeSymbol? type) =>
        type is { Name: "AccessToken", ContainingNamespace: { Name: "Pitchly", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>
    /// Returns the name of the failure case of a closed union of responses; <see langword="null"/> if the type has no such case.
    /// </summary>
    public static string? FailureCaseOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsSealed: true, TypeKind: TypeKind.Class, SpecialType: SpecialType.None }
            && type.AllInterfaces.Any(one => one.Name == "IPitchlyJson") && type.IsRecord
            ? type.GetMembers()
                .Where(member => member is IMethodSymbol && member.Name.StartsWith("TryGet", StringComparison.Ordinal))
                .Select(member => member.Name.Substring("TryGet".Length))
                .FirstOrDefault(IsFailure)
            : null;

    public static bool IsFailure(string name) =>
        name.EndsWith("Failure", StringComparison.Ordinal) || name.EndsWith("Error", StringComparison.Ordinal)
            || name.EndsWith("Problem", StringComparison.Ordinal) || name.EndsWith("Rejected", StringComparison.Ordinal);

    public static bool IsServerOnly(ISymbol? symbol)
    {
        for (; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.GetAttributes()
                .Any(attribute => attribute.AttributeClass is { Name: "ServerOnlyAttribute", ContainingNamespace.Name: "Http" }))
            {
                return true;
            }
        }

        return false;
    }
}
