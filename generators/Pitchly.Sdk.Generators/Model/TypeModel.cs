using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>A type to emit.</summary>
internal abstract record TypeModel(string Name, Docs Docs);

internal sealed record RecordModel(string Name, Docs Docs, EquatableArray<PropertyModel> Properties) : TypeModel(Name, Docs)
{
    /// <summary>The member that keeps what is beside the properties.</summary>
    public const string RestName = "AdditionalProperties";

    /// <summary>The type of what is beside the properties; <see langword="null"/> if that is skipped.</summary>
    public TypeRef? Rest { get; init; }
}

internal sealed record IdModel(string Name, Docs Docs) : TypeModel(Name, Docs);

/// <param name="Name">Its C# name.</param>
/// <param name="Docs">What it is.</param>
/// <param name="Kind">What its values are: strings, or whole numbers.</param>
/// <param name="Values">The values known today.</param>
internal sealed record EnumModel(string Name, Docs Docs, ScalarKind Kind, EquatableArray<EnumValueModel> Values) : TypeModel(Name, Docs);

internal sealed record OpenObjectModel(string Name, Docs Docs) : TypeModel(Name, Docs);

internal sealed record UnionModel(string Name, Docs Docs, EquatableArray<UnionCaseModel> Cases) : TypeModel(Name, Docs)
{
    /// <summary>Its cases are told by the status of an answer, so it has no JSON of its own.</summary>
    public bool IsByStatus { get; init; }
}

internal sealed record PropertyModel(string JsonName, string Name, Docs Docs, TypeRef Type, bool Required)
{
    /// <summary>A constant is written and checked, but is no member of the C# type.</summary>
    public bool IsConstant => Type is ConstRef;

    /// <summary>May be left out of the JSON, so its C# member is nullable.</summary>
    public bool IsOptional => !Required && !IsConstant;

    /// <summary>Its C# member tells whether it is absent or null.</summary>
    public bool TellsAbsent { get; init; }
}

internal sealed record EnumValueModel(string Name, string Value, Docs Docs);

/// <param name="Name">The case's C# name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Kinds">The kinds of JSON that it is written as.</param>
/// <param name="Marker">The property that betrays it among other objects, where one is needed.</param>
internal sealed record UnionCaseModel(string Name, TypeRef Type, JsonKinds Kinds, CaseMarker? Marker);

/// <param name="JsonName">The property's name in JSON.</param>
/// <param name="Tags">The values that it may have; none where it is enough that it is there.</param>
/// <param name="Nullable">It may be null, so it tells the case if nothing else does.</param>
internal sealed record CaseMarker(string JsonName, EquatableArray<string> Tags, bool Nullable)
{
    public bool IsTag => Tags.Count > 0;
}
