using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Pitchly.Analyzers.Diagnostics;
using Pitchly.Analyzers.Secrets.Reports;

namespace Pitchly.Analyzers.Use;

/// <summary>Finds methods that are meant to be callbacks but are never called.</summary>
internal static class CallbackCheck
{
    /// <summary>The name of the diagnostic property that holds the correct signature, for the code fix.</summary>
    public const string SignatureProperty = "Signature";

    /// <summary>The format of a method with its types and parameter names.</summary>
    public static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName);

    public static void Check(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return;
        }

        foreach (var callbacks in type.AllInterfaces)
        {
            if (PitchlyTypes.IsCallbacks(callbacks) && LocationOf(type) is { } place && IsHandwritten(context, place))
            {
                Check(type, callbacks, place, context);
            }
        }
    }

    private static bool IsHandwritten(SymbolAnalysisContext context, Location place) =>
        !context.IsGeneratedCode || RazorSource.IsRazor(place.SourceTree!);

    private static void Check(INamedTypeSymbol type, INamedTypeSymbol callbacks, Location place, SymbolAnalysisContext context)
    {
        var ordinary = callbacks.GetMembers().OfType<IMethodSymbol>().Where(one => one.MethodKind == MethodKind.Ordinary).ToList();
        var missing = ordinary.Where(one => !IsImplemented(type, one)).ToList();
        var mistaken = Mistaken(type, missing);
        foreach (var (method, callback) in mistaken)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UseRules.NotACallback,
                LocationOf(method),
                ImmutableDictionary<string, string?>.Empty.Add(SignatureProperty, callback.ToDisplayString(Signature)),
                NameOf(method),
                Difference(method, callback),
                callback.ToDisplayString(Signature)));
        }

        if (mistaken.Count == 0 && missing.Count == ordinary.Count && !type.IsAbstract)
        {
            context.ReportDiagnostic(
                Diagnostic.Create(UseRules.NoCallback, place, type.Name, callbacks.Name, ordinary[0].ToDisplayString(Signature)));
        }
    }

    /// <summary>Returns the handwritten location of a symbol, in C# or Razor.</summary>
    private static Location? LocationOf(ISymbol symbol) => symbol.Locations.FirstOrDefault(place =>
        place.SourceTree is { } tree
            && (RazorSource.IsRazor(tree) || !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)));

    private static bool IsImplemented(INamedTypeSymbol type, IMethodSymbol callback) =>
        type.FindImplementationForInterfaceMember(callback) is { } found && found.ContainingType.TypeKind != TypeKind.Interface;

    /// <summary>Returns each method that is not a callback, with the callback whose name is the most similar.</summary>
    private static List<(IMethodSymbol Method, IMethodSymbol Callback)> Mistaken(INamedTypeSymbol type, List<IMethodSymbol> missing) =>
    [
        .. type.GetMembers().OfType<IMethodSymbol>()
            .Where(method => IsOwn(method) && !ImplementsSomething(type, method))
            .Select(method => (method, Nearest(NameOf(method), missing)))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.method, pair.Item2!)),
    ];

    private static bool IsOwn(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
            && !method.IsOverride && !method.IsImplicitlyDeclared
            && method.ExplicitInterfaceImplementations.IsEmpty && LocationOf(method) is not null;

    private static bool ImplementsSomething(INamedTypeSymbol type, IMethodSymbol method) => type.AllInterfaces
        .SelectMany(one => one.GetMembers(method.Name))
        .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method));

    private static IMethodSymbol? Nearest(string name, List<IMethodSymbol> callbacks) => callbacks
        .Select(callback => (callback, Distance: NameDistance.Between(Stem(name), Stem(callback.Name))))
        .Where(one => one.Distance <= (Stem(one.callback.Name).Length < 6 ? 1 : 2))
        .OrderBy(one => one.Distance)
        .Select(one => one.callback)
        .FirstOrDefault();

    /// <summary>Returns a name without case, "On" and "Async", which are omitted or added by mistake.</summary>
    private static string Stem(string name)
    {
        var stem = name.ToLowerInvariant();
        stem = stem.StartsWith("on", StringComparison.Ordinal) ? stem.Substring(2) : "-" + stem;
        return stem.EndsWith("async", StringComparison.Ordinal) ? stem.Substring(0, stem.Length - 5) : stem;
    }

    private static string NameOf(IMethodSymbol method) => method.Name.Substring(method.Name.LastIndexOf('.') + 1);

    private static string Difference(IMethodSymbol method, IMethodSymbol callback)
    {
        if (NameOf(method) != callback.Name)
        {
            return $"its name is not '{callback.Name}'";
        }

        if (method.ReturnsVoid)
        {
            return "it returns void, so it cannot be awaited";
        }

        if (!SymbolEqualityComparer.Default.Equals(method.ReturnType, callback.ReturnType))
        {
            return $"it returns {method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}";
        }

        return method.DeclaredAccessibility != Accessibility.Public && SameParameters(method, callback)
            ? "it is not public"
            : method.IsStatic ? "it is static" : "its parameters differ";
    }

    private static bool SameParameters(IMethodSymbol method, IMethodSymbol callback) =>
        method.Parameters.Select(one => one.Type)
            .SequenceEqual(callback.Parameters.Select(one => one.Type), SymbolEqualityComparer.Default);
}
