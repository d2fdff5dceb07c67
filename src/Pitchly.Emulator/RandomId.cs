using System.Security.Cryptography;

namespace Pitchly.Emulator;

/// <summary>Creates ids and secrets in the forms that Pitchly uses.</summary>
internal static class RandomId
{
    /// <summary>The alphabet of Meteor's Random.id(). It contains no characters that are easily confused.</summary>
    public const string IdAlphabet = "23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz";

    public const int IdLength = 17;

    public const int SecretLength = 43;

    /// <summary>The alphabet of Meteor's Random.secret().</summary>
    private const string SecretAlphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

    /// <summary>Creates an id of v1: 17 characters, no prefix.</summary>
    public static string Id() => RandomNumberGenerator.GetString(IdAlphabet, IdLength);

    public static string AppId() => "app" + Id();

    public static string Secret() => RandomNumberGenerator.GetString(SecretAlphabet, SecretLength);

    public static string AppSecret() => "plys_" + Secret();

    /// <summary>Creates a user access token of v2. The tokens of v1 have no prefix.</summary>
    public static string UserAccessToken() => "plyu_" + Secret();
}
