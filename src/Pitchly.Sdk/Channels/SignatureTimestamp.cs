namespace Pitchly.Channels;

/// <summary>Where a signed request tells when it was signed, and how long it counts.</summary>
public sealed class SignatureTimestamp
{
    /// <summary>Gets the name of the header that has it; empty by default, if the header of the signature has it.</summary>
    public string Header { get; init; } = "";

    /// <summary>Gets what stands before it in the header of the signature, for example <c>t=</c>.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Gets whether it counts milliseconds since 1970; otherwise, seconds. <see langword="false"/> by default.</summary>
    public bool IsInMilliseconds { get; init; }

    /// <summary>Gets how far it may be from now, before or after: the replay window. 5 minutes by default.</summary>
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromMinutes(5);
}
