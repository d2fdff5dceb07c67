using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>A type to emit.</summary>
internal abstract record TypeModel(string Name, Docs Docs);

internal sealed record RecordModel(string Name, Docs Docs, EquatableArray<PropertyModel> Properties) : TypeModel(Name, Docs)
{
    /// <summary>The name of the member that stores additional properties.</summary>
    public const string RestName = "AdditionalProperties";

    /// <summary>Gets the type of additional properties; <see langword="null"/> if they are skipped.</summary>
    public TypeRef? Rest { get; init; }
}

internal sealed record IdModel(string Name, Docs Docs) : TypeModel(Name, Docs);

/// <param name="Name">The C# name.</param>
/// <param name="Docs">The documentation.</param>
/// <param name="Kind">The kind of the values: strings or integers.</param>
/// <param name="Values">The values known today.</param>
internal sealed record EnumModel(string Name, Docs Docs, ScalarKind Kind, EquatableArray<EnumValueModel> Values) : TypeModel(Name, Docs);

internal sealed record OpenObjectModel(string Name, Docs Docs) : TypeModel(Name, Docs);

internal sealed record UnionModel(string Name, Docs Docs, EquatableArray<UnionCaseModel> Cases) : TypeModel(Name, Docs)
{
    /// <summary>
    /// Gets a value indicating whether the status code of a response determines the case. Such a union has no JSON form of its own.
    /// </summary>
    public bool IsByStatus { get; init; }
}

internal sealed record PropertyModel(string JsonName, string Name, Docs Docs, TypeRef Type, bool Required)
{
    /// <summary>Gets a value indicating whether the property is a constant, which is written and checked, but is not a C# member.</summary>
    public bool IsConstant => Type is ConstRef;

    /// <summary>Gets a value indicating whether the property may be absent from the JSON, so that its C# member is nullable.</summary>
    public bool IsOptional => !Required && !IsConstant;

    /// <summary>Gets a value indicating whether the C# member distinguishes an absent property from a null one.</summary>
    public bool DistinguishesAbsent { get; init; }
}

internal sealed record EnumValueModel(string Name, string Value, Docs Docs);

/// <param name="Name">The case's C# name.</param>
/// <param name="Type">The case's type.</param>
/// <param name="Kinds">The JSON kinds of the case's values.</param>
/// <param name="Marker">The property that distinguishes the case from other objects, if one is needed.</param>
internal sealed record UnionCaseModel(string Name, TypeRef Type, JsonKinds Kinds, CaseMarker? Marker);

/// <param name="JsonName">The property's name in JSON.</param>
/// <param name="Tags">The values of the property that select the case; empty if the property's presence selects it.</param>
/// <param name="Nullable">A value indicating whether the property may be null. Null selects the case only if no other property
/// does.</param>
internal sealed record CaseMarker(string JsonName, EquatableArray<string> Tags, bool Nullable)
{
    public bool IsTag => Tags.Count > 0;
}
