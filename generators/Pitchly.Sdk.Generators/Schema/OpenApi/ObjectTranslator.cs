namespace Pitchly.Generators.Schema;

/// <summary>Translates objects into records and maps. The parts of <c>allOf</c> become one object.</summary>
internal sealed class ObjectTranslator(
    ISchemaReader schemas, DeclaredSchemas declared, SchemaBases bases, OpenApiSource source, UnionTranslator unions)
{
    /// <summary>The maximum number of alternatives that repeat the shared properties. More alternatives would be too much code.</summary>
    private const int MaximumAlternatives = 64;

    public TypeSyntax Read(JsonNode schema, string name, Notes notes, bool nullable) =>
        Make(ObjectParts.Of(source, schema), schema, name, notes, nullable);

    public TypeSyntax ReadAllOf(JsonNode schema, string name, Notes notes, bool nullable)
    {
        var items = schema.Member("allOf")!.Items;
        string[] more = ["properties", "oneOf", "anyOf", "required", "additionalProperties"];
        if (items.Count == 1 && more.All(word => schema.Member(word) is null))
        {
            return Describe(schemas.ReadOrConstant(items[0], name), notes, nullable);
        }

        return ReadParts(ObjectParts.Of(source, schema), schema, name, notes, nullable);
    }

    /// <summary>Translates a schema with <c>oneOf</c> or <c>anyOf</c>, which may also have properties that all cases share.</summary>
    public TypeSyntax ReadWithUnion(JsonNode schema, string name, Notes notes, bool nullable)
    {
        var list = schema.Member("oneOf") ?? schema.Member("anyOf")!;
        if (schema.Member("properties") is null && !ObjectParts.SaysNothing(list))
        {
            return unions.Read(schema, list, name, notes, nullable);
        }

        return ReadParts(ObjectParts.Of(source, schema), schema, name, notes, nullable);
    }

    private TypeSyntax ReadParts(ObjectParts parts, JsonNode schema, string name, Notes notes, bool nullable)
    {
        if (parts.Others.Count > 0)
        {
            if (parts.Properties.Count > 0)
            {
                source.LeaveOut(schema, "'allOf' combines an object with another kind of type, so the value is any JSON");
                return new AnySyntax(schema.At, notes);
            }

            return ReferenceEquals(parts.Others[0], schema) ? schemas.ReadAs(null, schema, name, notes, nullable) : Describe(
                schemas.ReadOrConstant(parts.Others[0], name), notes, nullable);
        }

        if (parts.Unions.Count == 0)
        {
            return Make(parts, schema, name, notes, nullable);
        }

        var owner = parts.Unions[0];
        var list = owner.Member("oneOf") ?? owner.Member("anyOf")!;
        foreach (var more in parts.Unions.Skip(1))
        {
            source.LeaveOut(more, "a type can have one list of alternatives; the cases of this one are not distinguished");
        }

        return parts.Properties.Count == 0 ? unions.Read(owner, list, name, notes, nullable) : Distribute(
            parts, owner, list, schema, name, notes, nullable);
    }

    /// <summary>Adds the shared properties to each alternative.</summary>
    private TypeSyntax Distribute(
        ObjectParts common, JsonNode owner, JsonNode list, JsonNode schema, string name, Notes notes, bool nullable)
    {
        var alternatives = list.Items.Where(item => source.Resolve(item) is { Kind: JsonKinds.Object } node
            && node.Member("type")?.Text != "null").ToList();
        var allParts = alternatives.Select(item => ObjectParts.Of(source, item)).ToList();
        if (alternatives.Count > MaximumAlternatives || allParts.Any(parts => parts.Others.Count > 0 || parts.Unions.Count > 0))
        {
            source.LeaveOut(list, "these alternatives are not plain objects, so they can't be combined with the properties next to "
                + "them; only those properties are read");
            return Make(common, schema, name, notes, nullable);
        }

        var cases = new List<(JsonNode Schema, TypeSyntax Type)>();
        foreach (var (item, index) in alternatives.Select((item, index) => (item, index)))
        {
            var parts = ObjectParts.Of(source, schema, withUnions: false);
            parts.Add(item);
            var suffix = item.MemberText("$ref") is { } reference
                ? reference.Substring(reference.LastIndexOf('/') + 1)
                : item.MemberText("title") ?? $"case {index + 1}";
            cases.Add((source.Resolve(item)!, declared.Hoist(
                Make(parts, item, name + " " + suffix, NotesTranslator.Of(item), false), name + " " + suffix)));
        }

        return unions.Of(owner, cases, notes, nullable);
    }

    private TypeSyntax Make(ObjectParts parts, JsonNode schema, string name, Notes notes, bool nullable)
    {
        var rest = RestOf(parts, name);
        if (parts.Properties.Count == 0)
        {
            return new MapSyntax(schema.At, notes, nullable, rest ?? new AnySyntax(schema.At, Notes.None));
        }

        var properties = parts.Properties.Select(property => ReadProperty(property.Name, property.Schema, parts, name)).ToEquatableArray();
        return new ObjectSyntax(schema.At, notes, nullable, properties, schemas.IsMergePatch(schema)) { Rest = rest };
    }

    private PropertySyntax ReadProperty(Name property, JsonNode schema, ObjectParts parts, string owner)
    {
        var node = source.Resolve(schema) ?? schema;
        var isOneWay = (node.IsTrue("readOnly") || schema.IsTrue("readOnly")) && (schemas.Use & SchemaUse.Sent) != 0
            || (node.IsTrue("writeOnly") || schema.IsTrue("writeOnly")) && (schemas.Use & SchemaUse.Received) != 0;
        var required = parts.Required.Contains(property.Text) && !isOneWay;
        if (TagOf(parts, property.Text, node) is { } tag)
        {
            return new PropertySyntax(
                property, new ConstSyntax(schema.At, NotesTranslator.Of(schema), tag, JsonKinds.String), Required: true);
        }

        var name = owner + " " + property.Text;
        return new PropertySyntax(property, required ? schemas.ReadOrConstant(schema, name) : schemas.Read(schema, name), required);
    }

    /// <summary>
    /// Returns the value of a discriminator if the schema has exactly one, so that callers do not have to set the property.
    /// </summary>
    private string? TagOf(ObjectParts parts, string property, JsonNode node)
    {
        var tags = parts.Schemas.Select(schema => bases.TagOf(schema, property)).Where(tag => tag is not null).Distinct().ToList();
        var isPlain = node.MemberText("type") is "string" or null && node.Member("enum") is null or { Items.Count: 1 }
            && node.Member("const") is null;
        return tags.Count == 1 && isPlain ? tags[0] : null;
    }

    private TypeSyntax? RestOf(ObjectParts parts, string name) => parts.Additional switch
    {
        { Kind: JsonKinds.Object, Members.Count: > 0 } type => schemas.Read(type, name + " value"),
        { Kind: JsonKinds.Object } or { Text: "true" } => new AnySyntax(parts.Additional.At, Notes.None),
        _ => null,
    };

    private static TypeSyntax Describe(TypeSyntax type, Notes notes, bool nullable) => type with
    {
        Nullable = type.Nullable || (nullable && type is not (AnySyntax or ConstSyntax)),
        Notes = notes with
        {
            Description = notes.Description ?? type.Notes.Description,
            Deprecated = notes.Deprecated || type.Notes.Deprecated
        },
    };
}
