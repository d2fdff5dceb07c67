namespace Microsoft.CodeAnalysis;

/// <summary>
/// Hides a type from other assemblies, including those that see internal types. The compiler recognizes the attribute by its name.
/// </summary>
[Embedded]
internal sealed class EmbeddedAttribute : Attribute;
