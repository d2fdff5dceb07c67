namespace Pitchly.Analyzers.Secrets.Names;

/// <summary>Specifies what a name says about its value.</summary>
internal enum SecretName
{
    None,

    /// <summary>A bare "token", which may also be a parser's token or a token of an unknown kind.</summary>
    WeakToken,

    /// <summary>A bare "key", which may also be the key of a dictionary.</summary>
    WeakKey,

    /// <summary>
    /// The name contains a noun but is not conclusive, for example because other words follow it. The value is a secret only if it is
    /// clearly random.
    /// </summary>
    Likely,

    Token,

    Secret,
}
