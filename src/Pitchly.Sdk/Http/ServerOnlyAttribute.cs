namespace Pitchly.Http;

/// <summary>
/// Marks a type or method that needs the App Secret, and so must be used only on servers: a secret that is shipped to users is not a secret
/// (RFC 8252, section 8.5).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ServerOnlyAttribute : Attribute;
