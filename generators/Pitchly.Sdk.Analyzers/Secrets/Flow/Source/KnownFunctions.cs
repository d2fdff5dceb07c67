using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>What is known of the functions of .NET by name: which hand their argument on, and which make text of text alone.</summary>
internal static class KnownFunctions
{
    /// <summary>Types whose functions depend on nothing but their arguments.</summary>
    private static readonly ImmutableHashSet<string> PureTypes = ImmutableHashSet.Create(
        "String", "Convert", "Encoding", "Enumerable", "MemoryExtensions", "Array", "Regex", "BitConverter", "Uri", "WebUtility",
        "HttpUtility", "StringBuilder", "StringWriter", "TextWriter", "Char", "Base64Url", "Span", "ReadOnlySpan", "Memory",
        "ReadOnlyMemory", "ASCIIEncoding", "UTF8Encoding", "UnicodeEncoding", "ImmutableArray", "List", "Utf8", "UrlEncoder",
        "Base64UrlTextEncoder", "WebEncoders", "ImmutableArrayExtensions", "Int32", "Byte", "Math", "Lookup", "Object",
        "Base64UrlEncoder", "SHA1", "SHA256", "SHA384", "SHA512", "MD5", "JsonDocument", "JsonElement", "JsonNode", "JsonValue",
        "JsonSerializer", "Match", "Group", "Guid", "BinaryFormatter", "XmlSerializer", "DataContractSerializer");

    /// <summary>Types that wrap a text and give it on.</summary>
    private static readonly ImmutableHashSet<string> Wrappers = ImmutableHashSet.Create(
        "StringContent", "StringValues", "PitchlySecret", "ReadOnlySpan", "Span", "ReadOnlyMemory", "Memory", "Uri", "StringBuilder",
        "StringWriter", "ByteArrayContent", "MemoryStream", "Lazy", "ValueTask", "Nullable", "ArraySegment", "StringReader",
        "StreamReader", "BinaryData", "Guid");

    /// <summary>Functions that give on what they are given.</summary>
    private static readonly ImmutableHashSet<string> Passing = ImmutableHashSet.Create(
        "FromResult", "AsSpan", "AsMemory", "AsReadOnly", "ToArray", "ToList", "AsEnumerable", "ToImmutableArray", "ToString",
        "GetResult", "GetAwaiter", "ConfigureAwait", "AsTask", "Intern", "Copy", "Clone", "ToCharArray", "Reveal", "Normalize", "Echo",
        "ReadToEnd", "TypeCheck", "Cast", "OfType", "ThrowIfNull", "ToFrozenDictionary", "ToImmutableDictionary", "ToImmutableList",
        "ToFrozenSet", "ToHashSet", "GetBuffer");

    /// <summary>What a text becomes when it is read, of which every part comes from that text.</summary>
    private static readonly ImmutableHashSet<string> Parsed = ImmutableHashSet.Create("JsonDocument", "JsonElement", "JsonNode", "Match",
        "Group", "Capture", "GroupCollection");

    private static readonly ImmutableHashSet<string> Taking = ImmutableHashSet.Create("First", "FirstOrDefault", "Last", "LastOrDefault",
        "Single", "SingleOrDefault", "ElementAt", "ElementAtOrDefault", "Dequeue", "Pop", "Peek");

    public static bool IsPure(IMethodSymbol method) =>
        method.ContainingType is { } type && PureTypes.Contains(type.Name) && IsFramework(type) || IsHash(method);

    /// <summary>A hash as a method of a text, as libraries for identities have it; what the source declares is followed itself.</summary>
    private static bool IsHash(IMethodSymbol method) =>
        method is { IsExtensionMethod: true, Name: "Sha256" or "Sha512" or "ToSha256", DeclaringSyntaxReferences.IsEmpty: true };

    public static bool IsParsed(ITypeSymbol? type) => type is not null && Parsed.Contains(type.Name) && IsFramework(type);

    public static bool IsWrapper(ITypeSymbol? type) => type is not null && Wrappers.Contains(type.Name);

    /// <summary>What text is written to, piece by piece.</summary>
    public static bool IsBuilder(ITypeSymbol? type) => type?.Name is "StringBuilder" or "StringWriter" or "TextWriter";

    public static bool IsSequence(IMethodSymbol method) =>
        method.ContainingType?.Name is "Enumerable" or "MemoryExtensions" or "List" or "ImmutableArray" or "ImmutableList" or "Array";

    public static bool TakesElement(IMethodSymbol method) =>
        method.ContainingType?.Name is "Enumerable" or "Queue" or "Stack" && Taking.Contains(method.Name);

    /// <summary>Whether a call looks up an entry of a dictionary by its key, and may have another value where there is none.</summary>
    public static bool LooksUp(IMethodSymbol method) =>
        method.Name is "GetValueOrDefault" or "GetOrAdd" && IsFramework(method.ContainingType);

    /// <summary>The value that a call hands on unchanged, if it is such a call.</summary>
    public static IOperation? PassesThrough(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (!Passing.Contains(method.Name) || method.ContainingType is not { } type || MakesAnother(method.Name, type.Name))
        {
            return null;
        }

        var isKnown = IsFramework(type) || type.Name == "PitchlySecret";
        var isSlice = method.Name is "AsSpan" or "AsMemory" or "ToString"
            && invocation.Arguments.Skip(invocation.Instance is null ? 1 : 0)
                .Any(argument => argument.Value.Type?.SpecialType == SpecialType.System_Int32);
        return isKnown && !isSlice ? invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value : null;
    }

    /// <summary>Whether a function of such a name makes another text of what it is given, on that type.</summary>
    private static bool MakesAnother(string method, string type) => method switch
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
