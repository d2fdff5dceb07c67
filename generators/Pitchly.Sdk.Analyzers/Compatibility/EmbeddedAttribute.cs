namespace Microsoft.CodeAnalysis;

/// <summary>Keeps a type from other assemblies, those that see internal types included; the compiler knows it by its name.</summary>
[Embedded]
internal sealed class EmbeddedAttribute : Attribute;
