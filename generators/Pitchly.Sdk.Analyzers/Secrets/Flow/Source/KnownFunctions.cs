using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>
/// Classifies .NET functions by name: those that return their argument, and those that compute text from text alone.
/// </summary>
internal static class KnownFunctions
{
    /// <summary>Types whose functions depend only on their arguments.</summary>
    private static readonly ImmutableHashSet<string> PureTypes = ImmutableHashSet.Create(
        "String", "Convert", "Encoding", "Enumerable", "MemoryExtensions", "Array", "Regex", "BitConverter", "Uri", "WebUtility",
        "HttpUtility", "StringBuilder", "StringWriter", "TextWriter", "Char", "Base64Url", "Span", "ReadOnlySpan", "Memory",
        "ReadOnlyMemory", "ASCIIEncoding", "UTF8Encoding", "UnicodeEncoding", "ImmutableArray", "List", "Utf8", "UrlEncoder",
        "Base64UrlTextEncoder", "WebEncoders", "ImmutableArrayExtensions", "Int32", "Byte", "Math", "Lookup", "Object",
        "Base64UrlEncoder", "SHA1", "SHA256", "SHA384", "SHA512", "MD5", "JsonDocument", "JsonElement", "JsonNode", "JsonValue",
        "JsonSerializer", "Match", "Group", "Guid", "BinaryFormatter", "XmlSerializer", "DataContractSerializer");

    /// <summary>Types that wrap a text and return it.</summary>
    private static readonly ImmutableHashSet<string> Wrappers = ImmutableHashSet.Create(
        "StringContent", "StringValues", "PitchlySecret", "ReadOnlySpan", "Span", "ReadOnlyMemory", "Memory", "Uri", "StringBuilder",
        "StringWriter", "ByteArrayContent", "MemoryStream", "Lazy", "ValueTask", "Nullable", "ArraySegment", "StringReader",
        "StreamReader", "BinaryData", "Guid");

    /// <summary>Functions that return what they are called with.</summary>
    private static readonly ImmutableHashSet<string> PassThroughMethods = ImmutableHashSet.Create(
        "FromResult", "AsSpan", "AsMemory", "AsReadOnly", "ToArray", "ToList", "AsEnumerable", "ToImmutableArray", "ToString",
        "GetResult", "GetAwaiter", "ConfigureAwait", "AsTask", "Intern", "Copy", "Clone", "ToCharArray", "Reveal", "Normalize", "Echo",
        "ReadToEnd", "TypeCheck", "Cast", "OfType", "ThrowIfNull", "ToFrozenDictionary", "ToImmutableDictionary", "ToImmutableList",
        "ToFrozenSet", "ToHashSet", "GetBuffer");

    /// <summary>The types of parsed text. Every part of such a value comes from the text.</summary>
    private static readonly ImmutableHashSet<string> Parsed = ImmutableHashSet.Create("JsonDocument", "JsonElement", "JsonNode", "Match",
        "Group", "Capture", "GroupCollection");

    private static readonly ImmutableHashSet<string> ElementMethods = ImmutableHashSet.Create(
        "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "ElementAt", "ElementAtOrDefault",
        "Dequeue", "Pop", "Peek");

    public static bool IsPure(IMethodSymbol method) =>
        method.ContainingType is { } type && PureTypes.Contains(type.Name) && IsFramework(type) || IsHash(method);

    /// <summary>
    /// Determines whether a method is a hash extension method, as identity libraries provide them. A method that the source declares is
    /// traced instead.
    /// </summary>
    private static bool IsHash(IMethodSymbol method) =>
        method is { IsExtensionMethod: true, Name: "Sha256" or "Sha512" or "ToSha256", DeclaringSyntaxReferences.IsEmpty: true };

    public static bool IsParsed(ITypeSymbol? type) => type is not null && Parsed.Contains(type.Name) && IsFramework(type);

    public static bool IsWrapper(ITypeSymbol? type) => type is not null && Wrappers.Contains(type.Name);

    /// <summary>Determines whether text is written to a type piece by piece.</summary>
    public static bool IsBuilder(ITypeSymbol? type) => type?.Name is "StringBuilder" or "StringWriter" or "TextWriter";

    public static bool IsSequence(IMethodSymbol method) =>
        method.ContainingType?.Name is "Enumerable" or "MemoryExtensions" or "List" or "ImmutableArray" or "ImmutableList" or "Array";

    public static bool TakesElement(IMethodSymbol method) =>
        method.ContainingType?.Name is "Enumerable" or "Queue" or "Stack" && ElementMethods.Contains(method.Name);

    /// <summary>Determines whether a call looks up a dictionary entry by its key, and may return another value if there is none.</summary>
    public static bool LooksUp(IMethodSymbol method) =>
        method.Name is "GetValueOrDefault" or "GetOrAdd" && IsFramework(method.ContainingType);

    /// <summary>Returns the value that a call returns unchanged; <see langword="null"/> if the call does not do that.</summary>
    public static IOperation? PassesThrough(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (!PassThroughMethods.Contains(method.Name) || method.ContainingType is not { } type || ReturnsOtherText(method.Name, type.Name))
        {
            return null;
        }

        var isKnown = IsFramework(type) || type.Name == "PitchlySecret";
        var isSlice = method.Name is "AsSpan" or "AsMemory" or "ToString"
            && invocation.Arguments.Skip(invocation.Instance is null ? 1 : 0)
                .Any(argument => argument.Value.Type?.SpecialType == SpecialType.System_Int32);
        return isKnown && !isSlice ? invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value : null;
    }

    /// <summary>Determines whether a function of this name returns a different text on this type.</summary>
    private static bool ReturnsOtherText(string method, string type) => method switch
    {
        "ToString" => type is "StringBuilder" or "StringWriter" or "Convert" or "BitConverter",
        "Cast" or "OfType" => type != "Enumerable",
        _ => false,
    };

    private static bool IsFramework(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name is "System" or "Microsoft";
    }
}
