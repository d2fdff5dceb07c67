namespace Pitchly.Generators.Schema;

/// <summary>Translates schemas into types. A schema that needs a C# type is declared once, and referenced wherever it is used.</summary>
internal sealed class SchemaTranslator
{
    private const int MaximumAliases = 32;

    public const string Components = "#/components/schemas/";

    private readonly OpenApiSource _source;
    private readonly string _location;
    private readonly SchemaUses _uses;
    private readonly EnumTranslator _enums;
    private readonly ObjectTranslator _objects;
    private readonly UnionTranslator _unions;
    private readonly Dictionary<JsonNode, string> _keys = new(ByReference<JsonNode>.Instance);
    private readonly HashSet<string> _taken = [];
    private readonly Queue<(string Key, JsonNode Node)> _open = new();
    private readonly List<TypeDeclaration> _declared = [];
    private readonly HashSet<JsonNode> _mergePatches = new(ByReference<JsonNode>.Instance);
    private TypeSyntax? _other;

    public SchemaTranslator(OpenApiSource source, string location)
    {
        (_source, _location, _uses, Bases) = (source, location, new SchemaUses(source), new SchemaBases(source));
        _enums = new EnumTranslator(this);
        _unions = new UnionTranslator(this, source);
        _objects = new ObjectTranslator(this, source, _unions);
    }

    /// <summary>Gets the base schemas, which have a discriminator for their derived schemas.</summary>
    public SchemaBases Bases { get; }

    /// <summary>Gets the direction in which values of the current schema are sent.</summary>
    public SchemaUse Use { get; private set; } = SchemaUse.Sent | SchemaUse.Received;

    /// <summary>Marks the objects of a schema as merge patches (RFC 7396), where null and absent members have different meanings.</summary>
    public void MarkMergePatch(JsonNode schema)
    {
        if (_source.Resolve(schema) is { } node)
        {
            _mergePatches.Add(node);
        }
    }

    public bool IsMergePatch(JsonNode schema) => _mergePatches.Contains(schema);

    /// <summary>Declares all schemas of the components, whether they are used or not.</summary>
    public void DeclareComponents()
    {
        foreach (var member in _source.Root.Member("components")?.Member("schemas")?.Members ?? [])
        {
            KeyOf(Components + JsonPointer.Escape(member.Name.Text), Aliased(member.Value, member.Name.Text));
        }
    }

    /// <summary>Translates all referenced types, and returns them.</summary>
    public IReadOnlyList<TypeDeclaration> Finish()
    {
        while (_open.Count > 0)
        {
            var (key, node) = _open.Dequeue();
            Use = _uses.Of(node);
            var type = ReadHere(node, key);
            type = type is ConstSyntax constant ? EnumTranslator.OfOneValue(constant) : type;
            Declare(key, node.At, type is AnySyntax ? type : type with { Nullable = false });
        }

        return _declared;
    }

    /// <summary>Translates a schema of an operation, whose values are sent in one direction.</summary>
    public TypeSyntax Read(JsonNode schema, string name, SchemaUse use)
    {
        Use = use;
        return Read(schema, name);
    }

    /// <summary>Translates a schema. Only a property can be a constant; elsewhere, a constant becomes an enum with one value.</summary>
    /// <param name="schema">The schema, or a reference to a schema.</param>
    /// <param name="name">The name of its type, if it needs one.</param>
    public TypeSyntax Read(JsonNode schema, string name) => ReadOrConstant(schema, name) switch
    {
        ConstSyntax when schema.MemberText("$ref") is not null => Reference(schema),
        ConstSyntax constant => Hoist(EnumTranslator.OfOneValue(constant), name),
        var type => type,
    };

    /// <summary>Translates the schema of a property, which may be a constant.</summary>
    public TypeSyntax ReadOrConstant(JsonNode schema, string name)
    {
        if (schema.MemberText("$ref") is not null)
        {
            return ConstantOf(schema) ?? Reference(schema);
        }

        return _keys.TryGetValue(schema, out var key)
            ? Refer(key, schema.At, Notes.None, WrittenTypes.MayBeNull(schema))
            : ReadHere(schema, name);
    }

    /// <summary>Declares a type and returns a reference to it, unless the type needs no name in C#.</summary>
    public TypeSyntax Hoist(TypeSyntax type, string name)
    {
        if (!NeedsName(type))
        {
            return type;
        }

        var key = Unique(name);
        Declare(key, type.At, type with { Nullable = false });
        return Refer(key, type.At, type.Notes, type.Nullable);
    }

    /// <summary>Returns the schema with its reference resolved.</summary>
    public JsonNode? Resolve(JsonNode schema) => _source.Resolve(schema);

    /// <summary>Returns the type for objects of unknown kind, which are the cases of unions that later versions add.</summary>
    public TypeSyntax OtherObject(SourceRange at) =>
        _other ??= Hoist(new OpenObjectSyntax(
            at,
            Notes.None with { Title = "Other", Description = "An object of a kind that the document does not describe." },
            Nullable: false), "Other object");

    public void LeaveOut(JsonNode at, string why) => _source.LeaveOut(at, why);

    /// <summary>Returns the constant that a reference resolves to, if the target is only a constant.</summary>
    private ConstSyntax? ConstantOf(JsonNode reference) =>
        _source.Resolve(reference) is { Kind: JsonKinds.Object } target && target.Member("const") is { } constant && !IsComposed(target)
            ? EnumTranslator.OfConstant(target, constant, NotesTranslator.Of(target)) as ConstSyntax
            : null;

    private static bool IsComposed(JsonNode schema) =>
        schema.Member("allOf") is not null || schema.Member("oneOf") is not null || schema.Member("anyOf") is not null;

    private TypeSyntax Reference(JsonNode schema)
    {
        var reference = schema.Member("$ref")!;
        if (_source.Find(reference) is not { Kind: JsonKinds.Object } target)
        {
            _source.TellDangling(reference);
            return new AnySyntax(schema.At, Notes.None);
        }

        target = Aliased(target, NameOf(reference.Text));
        return Refer(
            KeyOf(reference.Text, target),
            schema.At,
            NotesTranslator.Of(schema),
            schema.IsTrue("nullable") || WrittenTypes.MayBeNull(target));
    }

    private ReferenceSyntax Refer(string key, SourceRange at, Notes notes, bool nullable) =>
        new(at, notes, nullable, SchemaReference.TypesPointer + key, _location, key);

    private string KeyOf(string pointer, JsonNode target)
    {
        if (!_keys.TryGetValue(target, out var key))
        {
            key = Unique(NameOf(pointer));
            _keys.Add(target, key);
            _open.Enqueue((key, target));
        }

        return key;
    }

    /// <summary>Returns the schema of the same name in another location, if the given schema is only a reference to it.</summary>
    private JsonNode Aliased(JsonNode schema, string name)
    {
        for (var step = 0; step < MaximumAliases; step++)
        {
            var reference = schema.Members.Count == 1 ? schema.Member("$ref") : null;
            if (reference is null || NameOf(reference.Text) != name)
            {
                return schema;
            }

            schema = _source.Find(reference) ?? schema;
        }

        return schema;
    }

    /// <summary>
    /// Returns the last segment of a reference: <c>Pet</c> for both <c>#/components/schemas/Pet</c> and <c>schemas/Pet.yaml</c>.
    /// </summary>
    public static string NameOf(string reference)
    {
        var parts = reference.Split(['#'], 2);
        return parts.Length > 1 && parts[1].Length > 1
            ? JsonPointer.Unescape(parts[1].Substring(parts[1].LastIndexOf('/') + 1))
            : OpenApiOptions.StemOf(SchemaPath.FileName(Uri.UnescapeDataString(parts[0])));
    }

    private string Unique(string name)
    {
        var key = name;
        for (var number = 2; !_taken.Add(key); number++)
        {
            key = name + " " + number;
        }

        return key;
    }

    private void Declare(string key, SourceRange at, TypeSyntax type) =>
        _declared.Add(new TypeDeclaration(new Name(key, at with { Length = Math.Min(at.Length, 1) }), type, IsGraphQLScalar: false));

    /// <summary>Translates a schema. The type of a component is not hoisted, since it is declared as the component itself.</summary>
    private TypeSyntax ReadHere(JsonNode schema, string name)
    {
        var isComponent = _keys.TryGetValue(schema, out var key) && key == name;
        var shape = Shape(schema, name);
        return isComponent ? shape : Hoist(shape, name);
    }

    private TypeSyntax Shape(JsonNode schema, string name)
    {
        if (schema.Kind != JsonKinds.Object)
        {
            return new AnySyntax(schema.At, Notes.None);
        }

        var (types, nullable) = WrittenTypes.TypesOf(schema);
        var notes = NotesTranslator.Of(schema);
        return schema.MemberText("$ref") is not null ? Reference(schema)
            : Bases.CasesOf(schema) is { } cases ? _unions.OfBase(schema, cases, notes, nullable)
            : schema.Member("enum") is { Items.Count: 1 } single && single.Items[0].Kind is JsonKinds.String or JsonKinds.Number
                && schema.Member("allOf") is not null
                ? EnumTranslator.OfConstant(schema, single.Items[0], notes)
            : schema.Member("allOf") is not null ? _objects.ReadAllOf(schema, name, notes, nullable)
            : schema.Member("oneOf") is not null || schema.Member("anyOf") is not null ? _objects.ReadWithUnion(
                schema, name, notes, nullable)
            : schema.Member("const") is { } constant ? EnumTranslator.OfConstant(schema, constant, notes)
            : schema.Member("enum") is { } values ? _enums.Read(schema, values, types, notes, nullable)
            : WrittenTypes.NumberOrText(schema, types) is { } number ? new ScalarSyntax(schema.At, notes, nullable, number, OrText: true)
            : types.Count > 1 ? _unions.OfTypes(schema, types, name, notes, nullable)
            : ByType(schema, types.FirstOrDefault(), name, notes, nullable);
    }

    /// <summary>Translates a schema as one of the types that it allows.</summary>
    public TypeSyntax ByType(JsonNode schema, string? type, string name, Notes notes, bool nullable)
    {
        switch (type ?? WrittenTypes.ImpliedType(schema))
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

    private TypeSyntax ReadItems(JsonNode schema, string name)
    {
        if (schema.Member("prefixItems") is { } tuple)
        {
            LeaveOut(tuple, "'prefixItems' gives each position in the array its own type, so the items are any JSON");
            return new AnySyntax(schema.At, Notes.None);
        }

        return schema.Member("items") is { Kind: JsonKinds.Object } items
            ? Read(items, name + " item")
            : new AnySyntax(schema.At, Notes.None);
    }

    private static bool NeedsName(TypeSyntax type) => type is ObjectSyntax or UnionSyntax or EnumSyntax or IdSyntax or OpenObjectSyntax;
}
