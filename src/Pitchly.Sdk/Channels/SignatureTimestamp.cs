namespace Pitchly.Channels;

/// <summary>Describes where a signed request contains the time of signing, and how long the request is valid.</summary>
public sealed class SignatureTimestamp
{
    /// <summary>
    /// Gets the name of the header that contains the time. The default is empty: the time is in the header of the signature.
    /// </summary>
    public string Header { get; init; } = "";

    /// <summary>Gets the text before the time in the header of the signature, for example <c>t=</c>.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>
    /// Gets a value indicating whether the time is in milliseconds since 1970; otherwise, it is in seconds. The default is
    /// <see langword="false"/>.
    /// </summary>
    public bool IsInMilliseconds { get; init; }

    /// <summary>
    /// Gets the maximum difference between the time of signing and the current time, in both directions (the replay window). The default is
    /// 5 minutes.
    /// </summary>
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromMinutes(5);
}
