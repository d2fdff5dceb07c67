using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>Finds keys of signatures and ciphers: what is called no more than "key", and a secret all the same.</summary>
internal static class CryptoSinks
{
    private static readonly ImmutableHashSet<string> CryptoWords = ImmutableHashSet.Create(
        "hmac", "hmacsha", "hmacmd", "sign", "signer", "signing", "verify", "encrypt", "encryptor", "decrypt", "decryptor", "aes", "des",
            "symmetric", "crypto", "cryptographic", "jwt", "cipher", "mac", "derive", "pbkdf", "seal", "keyed", "protector", "security",
            "chacha");

    private static readonly AnyCase CryptoLetters = new([.. CryptoWords]);

    /// <summary>A thing that is called "key".</summary>
    public static SecretSink? OfKey(ITypeSymbol? type, string description, IOperation value, string? owner, string method)
    {
        var speaking = method is "" or ".ctor" || IsBytes(type) ? $"{owner} {method}" : method;
        if (CryptoLetters.IsIn(speaking) && Words.Split(speaking).Any(CryptoWords.Contains))
        {
            return new SecretSink(description, value, SinkStrength.Named, IsToken: false);
        }

        return IsBytes(type) ? new SecretSink(description, value, SinkStrength.Digits, IsToken: false) : null;
    }

    /// <summary>Whether a constructor may take a key that is called something else.</summary>
    public static bool MayTake(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor && IsKeyed(method.ContainingType);

    /// <summary>The first argument of a keyed algorithm, whatever it is called.</summary>
    [MethodImpl(Hot.Path)]
    public static SecretSink? Of(IObjectCreationOperation creation) =>
        creation is { Type: { } type, Arguments: [var key, ..] } && IsKeyed(type)
            ? new SecretSink($"the key of '{type.Name}'", key.Value, SinkStrength.Named, IsToken: false)
            : null;

    private static bool IsKeyed(ITypeSymbol type) =>
        type.Name == "SymmetricSecurityKey" || type.Name.StartsWith("HMAC", StringComparison.Ordinal);

    private static bool IsBytes(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.SpecialType == SpecialType.System_Byte,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } => true,
        _ => false,
    };
}
