using System.Security.Cryptography;

namespace Pitchly.Emulator;

/// <summary>Makes ids and secrets in the shapes that Pitchly's have.</summary>
internal static class RandomId
{
    /// <summary>Meteor's Random.id(): no letter that is easily taken for another.</summary>
    public const string IdAlphabet = "23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz";

    public const int IdLength = 17;

    public const int SecretLength = 43;

    /// <summary>Meteor's Random.secret().</summary>
    private const string SecretAlphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

    /// <summary>v1: 17 characters, no prefix.</summary>
    public static string Id() => RandomNumberGenerator.GetString(IdAlphabet, IdLength);

    public static string AppId() => "app" + Id();

    public static string Secret() => RandomNumberGenerator.GetString(SecretAlphabet, SecretLength);

    public static string AppSecret() => "plys_" + Secret();

    /// <summary>v2's user access token; v1's has no prefix.</summary>
    public static string UserAccessToken() => "plyu_" + Secret();
}
