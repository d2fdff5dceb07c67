namespace Pitchly.Http;

/// <summary>
/// Marks what needs the App Secret, and so belongs on servers alone: a secret that ships to users is no secret (RFC 8252, section 8.5).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ServerOnlyAttribute : Attribute;
