using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>Finds keys of signatures and ciphers, which are often named only "key" but are secrets.</summary>
internal static class CryptoSinks
{
    /// <summary>Words in names of types and methods that sign, verify, or encrypt. Their key is a secret.</summary>
    private static readonly ImmutableHashSet<string> CryptoWords = ImmutableHashSet.Create(
        "hmac", "hmacsha", "hmacmd", "sign", "signer", "signing", "encrypt", "encryptor", "encryption", "decrypt", "decryptor", "aes",
        "des", "symmetric", "cryptographic", "jwt", "cipher", "pbkdf", "chacha", "rijndael", "blowfish");

    /// <summary>Words in names of types and methods whose key is a secret only if it consists of bytes.</summary>
    private static readonly ImmutableHashSet<string> CryptoWordsOfBytes = ImmutableHashSet.Create(
        "crypto", "derive", "seal", "protector", "security", "verify");

    /// <summary>The names of the parameters and properties of .NET ciphers that take the key itself.</summary>
    private static readonly ImmutableHashSet<string> KeyParameters = ImmutableHashSet.Create("rgbKey", "key", "Key");

    /// <summary>Returns the sink for a value with the name "key" if its owner or method belongs to cryptography.</summary>
    public static SecretSink? OfKey(ITypeSymbol? type, string description, IOperation value, string? owner, string method)
    {
        var words = Words.Split(method is "" or ".ctor" || IsBytes(type) ? $"{owner} {method}" : method);
        var isOfCipher = words.Any(CryptoWords.Contains) || IsBytes(type) && words.Any(CryptoWordsOfBytes.Contains);
        return isOfCipher ? new SecretSink(description, value, IsSignature(words) ? SinkStrength.Key
            : SinkStrength.Named, IsToken: false) : null;
    }

    /// <summary>Returns the sink for an argument that passes the key to a .NET cipher.</summary>
    [MethodImpl(Hot.Path)]
    public static SecretSink? Of(IArgumentOperation argument) =>
        argument.Parameter is { ContainingType: { } type } parameter && IsKey(parameter, type)
            ? new SecretSink($"the key of '{type.Name}'", argument.Value, SinkStrength.Named, IsToken: false)
            : null;

    private static bool IsKey(IParameterSymbol parameter, INamedTypeSymbol type) =>
        IsBytes(parameter.Type) && KeyParameters.Contains(parameter.Name) && IsCipher(type);

    /// <summary>Returns the sink for a character of a password that is appended one character at a time.</summary>
    public static SecretSink? Of(IInvocationOperation call) =>
        AppendsCharacter(call.TargetMethod) && call.Arguments is [var letter] ? OfCharacters(letter.Value) : null;

    /// <summary>
    /// Returns the sink for the characters that a method group is called with: <c>letters.ForEach(secure.AppendChar)</c>.
    /// </summary>
    public static SecretSink? Of(IMethodReferenceOperation method) =>
        AppendsCharacter(method.Method) && method.Parent?.Parent?.Parent is IInvocationOperation call
            && CallArguments.Receiver(call) is { } letters
            ? OfCharacters(letters)
            : null;

    public static bool AppendsCharacter(IMethodSymbol method) => method is { Name: "AppendChar", ContainingType.Name: "SecureString" };

    private static SecretSink OfCharacters(IOperation letters) => new("a SecureString", letters, SinkStrength.Named, IsToken: false);

    private static bool IsCipher(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is
                {
                    Name: "SymmetricAlgorithm" or "AesGcm" or "AesCcm" or "ChaCha20Poly1305",
                    ContainingNamespace.Name: "Cryptography"
                })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSignature(ImmutableArray<string> words) =>
        words.Any(word => word is "hmac" or "hmacsha" or "hmacmd" or "jwt" or "symmetric" or "sign" or "signing" or "signer");

    /// <summary>Determines whether a constructor or method may take a key under another parameter name.</summary>
    public static bool MayTake(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? IsKeyed(method.ContainingType) || IsCipher(method.ContainingType)
        : method.Name is "CreateEncryptor" or "CreateDecryptor" or "AppendChar";

    /// <summary>Returns the sink for the first constructor argument of a keyed algorithm, whatever the name of the parameter.</summary>
    [MethodImpl(Hot.Path)]
    public static SecretSink? Of(IObjectCreationOperation creation) =>
        creation is { Type: { } type, Arguments: [var key, ..] } && IsKeyed(type)
            ? new SecretSink($"the key of '{type.Name}'", key.Value, SinkStrength.Key, IsToken: false)
            : null;

    /// <summary>Determines whether a type is a key, or takes a key as its first constructor argument.</summary>
    public static bool IsKeyed(ITypeSymbol type) =>
        type.Name is "SymmetricSecurityKey" or "ApiKeyCredential" or "AzureKeyCredential" or "AzureSasCredential"
        || type.Name.StartsWith("HMAC", StringComparison.Ordinal);

    private static bool IsBytes(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.SpecialType == SpecialType.System_Byte,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } => true,
        _ => false,
    };
}
