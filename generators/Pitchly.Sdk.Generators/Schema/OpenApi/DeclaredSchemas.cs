namespace Pitchly.Generators.Schema;

/// <summary>The types that are declared for schemas. A schema is declared once, and referenced wherever it is used.</summary>
internal sealed class DeclaredSchemas(OpenApiSource source, string location)
{
    private const int MaximumAliases = 32;

    private readonly Dictionary<JsonNode, string> _keys = new(ReferenceComparer<JsonNode>.Instance);
    private readonly HashSet<string> _taken = [];
    private readonly Queue<(string Key, JsonNode Schema)> _referenced = new();
    private readonly List<TypeDeclaration> _types = [];
    private TypeSyntax? _other;

    /// <summary>Gets the declared types.</summary>
    public IReadOnlyList<TypeDeclaration> Types => _types;

    /// <summary>Declares all schemas of the components, whether they are used or not.</summary>
    public void AddComponents()
    {
        foreach (var member in source.Root.Member("components")?.Member("schemas")?.Members ?? [])
        {
            KeyOf(ComponentName.PointerTo(member.Name.Text), Aliased(member.Value, member.Name.Text));
        }
    }

    /// <summary>Returns the next referenced schema whose type is not declared yet; <see langword="null"/> if there is none.</summary>
    public (string Key, JsonNode Schema)? Next() => _referenced.Count > 0 ? _referenced.Dequeue() : null;

    /// <summary>Declares a type under a key.</summary>
    public void Declare(string key, SourceRange at, TypeSyntax type) =>
        _types.Add(new TypeDeclaration(new Name(key, at with { Length = Math.Min(at.Length, 1) }), type, IsGraphQLScalar: false));

    /// <summary>Returns the key of a schema that is referenced elsewhere; otherwise, <see langword="null"/>.</summary>
    public string? Find(JsonNode schema) => _keys.TryGetValue(schema, out var key) ? key : null;

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

    /// <summary>Returns the type for objects of unknown kind, which are the cases of unions that later versions add.</summary>
    public TypeSyntax OtherObject(SourceRange at) =>
        _other ??= Hoist(new OpenObjectSyntax(
            at,
            Notes.None with { Title = "Other", Description = "An object of a kind that the document does not describe." },
            Nullable: false), "Other object");

    /// <summary>Translates a schema that is only a reference.</summary>
    public TypeSyntax Reference(JsonNode schema)
    {
        var reference = schema.Member("$ref")!;
        if (source.Find(reference) is not { Kind: JsonKinds.Object } target)
        {
            source.ReportDangling(reference);
            return new AnySyntax(schema.At, Notes.None);
        }

        target = Aliased(target, ComponentName.Of(reference.Text));
        return Refer(
            KeyOf(reference.Text, target),
            schema.At,
            NotesTranslator.Of(schema),
            schema.IsTrue("nullable") || DeclaredJsonTypes.MayBeNull(target));
    }

    /// <summary>Returns a reference to the declared type with a key.</summary>
    public ReferenceSyntax Refer(string key, SourceRange at, Notes notes, bool nullable) =>
        new(at, notes, nullable, SchemaReference.TypesPointer + key, location, key);

    private string KeyOf(string pointer, JsonNode target)
    {
        if (!_keys.TryGetValue(target, out var key))
        {
            key = Unique(ComponentName.Of(pointer));
            _keys.Add(target, key);
            _referenced.Enqueue((key, target));
        }

        return key;
    }

    /// <summary>Returns the schema of the same name in another location, if the given schema is only a reference to it.</summary>
    private JsonNode Aliased(JsonNode schema, string name)
    {
        for (var step = 0; step < MaximumAliases; step++)
        {
            var reference = schema.Members.Count == 1 ? schema.Member("$ref") : null;
            if (reference is null || ComponentName.Of(reference.Text) != name)
            {
                return schema;
            }

            schema = source.Find(reference) ?? schema;
        }

        return schema;
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

    private static bool NeedsName(TypeSyntax type) => type is ObjectSyntax or UnionSyntax or EnumSyntax or IdSyntax or OpenObjectSyntax;
}
