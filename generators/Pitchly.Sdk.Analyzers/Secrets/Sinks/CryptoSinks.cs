using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>Finds keys of signatures and ciphers: what is called no more than "key", and a secret all the same.</summary>
internal static class CryptoSinks
{
    /// <summary>Words of what makes or checks a signature, or hides a text; a key of such a thing is a secret.</summary>
    private static readonly ImmutableHashSet<string> CryptoWords = ImmutableHashSet.Create(
        "hmac", "hmacsha", "hmacmd", "sign", "signer", "signing", "encrypt", "encryptor", "encryption", "decrypt", "decryptor", "aes",
        "des", "symmetric", "cryptographic", "jwt", "cipher", "pbkdf", "chacha", "rijndael", "blowfish");

    /// <summary>Words of which a key is a secret if it is made of bytes.</summary>
    private static readonly ImmutableHashSet<string> CryptoWordsOfBytes = ImmutableHashSet.Create(
        "crypto", "derive", "seal", "protector", "security", "verify");

    /// <summary>The parameters of .NET's ciphers, and their properties, that take the key itself.</summary>
    private static readonly ImmutableHashSet<string> KeyParameters = ImmutableHashSet.Create("rgbKey", "key", "Key");

    /// <summary>A thing that is called "key".</summary>
    public static SecretSink? OfKey(ITypeSymbol? type, string description, IOperation value, string? owner, string method)
    {
        var words = Words.Split(method is "" or ".ctor" || IsBytes(type) ? $"{owner} {method}" : method);
        var isOfCipher = words.Any(CryptoWords.Contains) || IsBytes(type) && words.Any(CryptoWordsOfBytes.Contains);
        return isOfCipher ? new SecretSink(description, value, IsSignature(words) ? SinkStrength.Key
            : SinkStrength.Named, IsToken: false) : null;
    }

    /// <summary>What a cipher of .NET is given as its key, whatever the parameter is called.</summary>
    [MethodImpl(Hot.Path)]
    public static SecretSink? Of(IArgumentOperation argument) =>
        argument.Parameter is { ContainingType: { } type } parameter && IsKey(parameter, type)
            ? new SecretSink($"the key of '{type.Name}'", argument.Value, SinkStrength.Named, IsToken: false)
            : null;

    private static bool IsKey(IParameterSymbol parameter, INamedTypeSymbol type) =>
        IsBytes(parameter.Type) && KeyParameters.Contains(parameter.Name) && IsCipher(type);

    /// <summary>A letter of a password that is put together one by one.</summary>
    public static SecretSink? Of(IInvocationOperation call) =>
        AppendsLetter(call.TargetMethod) && call.Arguments is [var letter] ? OfLetters(letter.Value) : null;

    /// <summary>The letters over which a method runs that is given as a function: <c>letters.ForEach(secure.AppendChar)</c>.</summary>
    public static SecretSink? Of(IMethodReferenceOperation method) =>
        AppendsLetter(method.Method) && method.Parent?.Parent?.Parent is IInvocationOperation call
            && CallArguments.Receiver(call) is { } letters
            ? OfLetters(letters)
            : null;

    public static bool AppendsLetter(IMethodSymbol method) => method is { Name: "AppendChar", ContainingType.Name: "SecureString" };

    private static SecretSink OfLetters(IOperation letters) => new("a SecureString", letters, SinkStrength.Named, IsToken: false);

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

    /// <summary>Whether a constructor may take a key that is called something else.</summary>
    public static bool MayTake(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? IsKeyed(method.ContainingType) || IsCipher(method.ContainingType)
        : method.Name is "CreateEncryptor" or "CreateDecryptor" or "AppendChar";

    /// <summary>The first argument of a keyed algorithm, whatever it is called.</summary>
    [MethodImpl(Hot.Path)]
    public static SecretSink? Of(IObjectCreationOperation creation) =>
        creation is { Type: { } type, Arguments: [var key, ..] } && IsKeyed(type)
            ? new SecretSink($"the key of '{type.Name}'", key.Value, SinkStrength.Key, IsToken: false)
            : null;

    /// <summary>Whether a type is a key, or takes one first.</summary>
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
