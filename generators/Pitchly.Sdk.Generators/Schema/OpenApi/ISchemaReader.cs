namespace Pitchly.Generators.Schema;

/// <summary>Reads the schemas inside a schema, so that the translators of objects and unions do not depend on each other.</summary>
internal interface ISchemaReader
{
    /// <summary>Gets the direction in which values of the current schema are sent.</summary>
    SchemaUse Use { get; }

    /// <summary>Translates a schema. Only a property can be a constant; elsewhere, a constant becomes an enum with one value.</summary>
    /// <param name="schema">The schema, or a reference to a schema.</param>
    /// <param name="name">The name of its type, if it needs one.</param>
    TypeSyntax Read(JsonNode schema, string name);

    /// <summary>Translates the schema of a property, which may be a constant.</summary>
    TypeSyntax ReadOrConstant(JsonNode schema, string name);

    /// <summary>Translates a schema as one of the types that it allows.</summary>
    TypeSyntax ReadAs(string? type, JsonNode schema, string name, Notes notes, bool nullable);

    /// <summary>
    /// Returns <see langword="true"/> if the schema describes a merge patch (RFC 7396), where null and absent members have different
    /// meanings; otherwise, <see langword="false"/>.
    /// </summary>
    bool IsMergePatch(JsonNode schema);
}
