namespace Pitchly.Generators.Schema;

/// <summary>Translates schemas into types: chooses the translator by the keywords of a schema.</summary>
internal sealed class SchemaTranslator : ISchemaReader
{
    private readonly OpenApiSource _source;
    private readonly DeclaredSchemas _declared;
    private readonly SchemaUses _uses;
    private readonly SchemaBases _bases;
    private readonly EnumTranslator _enums;
    private readonly ObjectTranslator _objects;
    private readonly UnionTranslator _unions;
    private readonly HashSet<JsonNode> _mergePatches = new(ReferenceComparer<JsonNode>.Instance);

    public SchemaTranslator(OpenApiSource source, string location)
    {
        (_source, _declared, _uses) = (source, new DeclaredSchemas(source, location), new SchemaUses(source));
        _bases = new SchemaBases(source);
        _enums = new EnumTranslator(source);
        _unions = new UnionTranslator(this, _declared, _bases, source);
        _objects = new ObjectTranslator(this, _declared, _bases, source, _unions);
    }

    /// <inheritdoc/>
    public SchemaUse Use { get; private set; } = SchemaUse.Sent | SchemaUse.Received;

    /// <summary>Marks the objects of a schema as merge patches (RFC 7396), where null and absent members have different meanings.</summary>
    public void MarkMergePatch(JsonNode schema)
    {
        if (_source.Resolve(schema) is { } node)
        {
            _mergePatches.Add(node);
        }
    }

    /// <inheritdoc/>
    public bool IsMergePatch(JsonNode schema) => _mergePatches.Contains(schema);

    /// <summary>Declares all schemas of the components, whether they are used or not.</summary>
    public void DeclareComponents() => _declared.AddComponents();

    /// <summary>Translates all referenced types, and returns them.</summary>
    public IReadOnlyList<TypeDeclaration> Finish()
    {
        while (_declared.Next() is var (key, schema))
        {
            Use = _uses.Of(schema);
            var type = ReadHere(schema, key);
            type = type is ConstSyntax constant ? EnumTranslator.OfOneValue(constant) : type;
            _declared.Declare(key, schema.At, type is AnySyntax ? type : type with { Nullable = false });
        }

        return _declared.Types;
    }

    /// <summary>Translates a schema of an operation, whose values are sent in one direction.</summary>
    public TypeSyntax Read(JsonNode schema, string name, SchemaUse use)
    {
        Use = use;
        return Read(schema, name);
    }

    /// <inheritdoc/>
    public TypeSyntax Read(JsonNode schema, string name) => ReadOrConstant(schema, name) switch
    {
        ConstSyntax when schema.MemberText("$ref") is not null => _declared.Reference(schema),
        ConstSyntax constant => _declared.Hoist(EnumTranslator.OfOneValue(constant), name),
        var type => type,
    };

    /// <inheritdoc/>
    public TypeSyntax ReadOrConstant(JsonNode schema, string name)
    {
        if (schema.MemberText("$ref") is not null)
        {
            return ConstantOf(schema) ?? _declared.Reference(schema);
        }

        return _declared.Find(schema) is { } key
            ? _declared.Refer(key, schema.At, Notes.None, DeclaredJsonTypes.MayBeNull(schema))
            : ReadHere(schema, name);
    }

    /// <inheritdoc/>
    public TypeSyntax ReadAs(string? type, JsonNode schema, string name, Notes notes, bool nullable)
    {
        switch (type ?? DeclaredJsonTypes.ImpliedType(schema))
        {
            case "string":
                return new ScalarSyntax(schema.At, notes, nullable, ScalarTranslator.OfString(schema));
            case "integer":
                return new ScalarSyntax(schema.At, notes, nullable, ScalarTranslator.OfInteger(schema));
            case "number":
                return new ScalarSyntax(schema.At, notes, nullable, ScalarTranslator.OfNumber(schema));
            case "boolean":
                return new ScalarSyntax(schema.At, notes, nullable, ScalarKind.Boolean);
            case "array":
                return new ListSyntax(schema.At, notes, nullable, ReadItems(schema, name));
            case "object":
                return _objects.Read(schema, name, notes, nullable);
            default:
                return new AnySyntax(schema.At, notes);
        }
    }

    /// <summary>Returns the constant that a reference resolves to, if the target is only a constant.</summary>
    private ConstSyntax? ConstantOf(JsonNode reference) =>
        _source.Resolve(reference) is { Kind: JsonKinds.Object } target && target.Member("const") is { } constant && !IsComposed(target)
            ? EnumTranslator.OfConstant(target, constant, NotesTranslator.Of(target)) as ConstSyntax
            : null;

    private static bool IsComposed(JsonNode schema) =>
        schema.Member("allOf") is not null || schema.Member("oneOf") is not null || schema.Member("anyOf") is not null;

    /// <summary>Translates a schema. The type of a component is not hoisted, since it is declared as the component itself.</summary>
    private TypeSyntax ReadHere(JsonNode schema, string name)
    {
        var isComponent = _declared.Find(schema) == name;
        var shape = Shape(schema, name);
        return isComponent ? shape : _declared.Hoist(shape, name);
    }

    private TypeSyntax Shape(JsonNode schema, string name)
    {
        if (schema.Kind != JsonKinds.Object)
        {
            return new AnySyntax(schema.At, Notes.None);
        }

        var (types, nullable) = DeclaredJsonTypes.TypesOf(schema);
        var notes = NotesTranslator.Of(schema);
        return schema.MemberText("$ref") is not null ? _declared.Reference(schema)
            : _bases.CasesOf(schema) is { } cases ? _unions.OfBase(schema, cases, notes, nullable)
            : schema.Member("enum") is { Items.Count: 1 } single && single.Items[0].Kind is JsonKinds.String or JsonKinds.Number
                && schema.Member("allOf") is not null
                ? EnumTranslator.OfConstant(schema, single.Items[0], notes)
            : schema.Member("allOf") is not null ? _objects.ReadAllOf(schema, name, notes, nullable)
            : schema.Member("oneOf") is not null || schema.Member("anyOf") is not null ? _objects.ReadWithUnion(
                schema, name, notes, nullable)
            : schema.Member("const") is { } constant ? EnumTranslator.OfConstant(schema, constant, notes)
            : schema.Member("enum") is { } values ? _enums.Read(schema, values, types, notes, nullable)
            : DeclaredJsonTypes.NumberOrText(schema, types) is { } number
                ? new ScalarSyntax(schema.At, notes, nullable, number, OrText: true)
            : types.Count > 1 ? _unions.OfTypes(schema, types, name, notes, nullable)
            : ReadAs(types.FirstOrDefault(), schema, name, notes, nullable);
    }

    private TypeSyntax ReadItems(JsonNode schema, string name)
    {
        if (schema.Member("prefixItems") is { } tuple)
        {
            _source.LeaveOut(tuple, "'prefixItems' gives each position in the array its own type, so the items are any JSON");
            return new AnySyntax(schema.At, Notes.None);
        }

        return schema.Member("items") is { Kind: JsonKinds.Object } items
            ? Read(items, name + " item")
            : new AnySyntax(schema.At, Notes.None);
    }
}
