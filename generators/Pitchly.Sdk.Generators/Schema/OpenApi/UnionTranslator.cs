namespace Pitchly.Generators.Schema;

/// <summary>
/// Translates <c>oneOf</c>, <c>anyOf</c>, and lists of types into unions, or into a single type if the cases have the same type.
/// </summary>
internal sealed class UnionTranslator(ISchemaReader schemas, DeclaredSchemas declared, SchemaBases bases, OpenApiSource source)
{
    /// <summary>The maximum depth at which nested lists of alternatives are searched for values.</summary>
    private const int MaximumDepth = 8;

    public TypeSyntax Read(JsonNode schema, JsonNode list, string name, Notes notes, bool nullable)
    {
        var items = list.Items.Where(item => !IsNull(item)).ToList();
        var mayBeNull = nullable || items.Count < list.Items.Count;
        var values = new List<(JsonNode Schema, TypeSyntax Type)>();
        foreach (var kind in (JsonKinds[])[JsonKinds.String, JsonKinds.Number])
        {
            var ofKind = items.Where(item => ValuesOf(item, kind) is not null).ToList();
            if (ofKind.Count < 2 || JoinValues(schema, ofKind, kind, notes) is not { } joined)
            {
                continue;
            }

            items = items.Except(ofKind).ToList();
            if (items.Count == 0)
            {
                return joined with { Nullable = mayBeNull };
            }

            values.Add(
                (ofKind[0], declared.Hoist(joined with { Notes = Notes.None }, name + (kind == JsonKinds.String ? " text" : " number"))));
        }

        var cases = items
            .Select((item, index) => (
                Schema: source.Resolve(item), Type: schemas.Read(item, NameOf(item, name, index, items.Count))))
            .Where(item => item.Schema is not null)
            .Select(item => (item.Schema!, item.Type))
            .Concat(values)
            .ToList();
        return Of(schema, cases, notes, mayBeNull);
    }

    /// <summary>Creates a union for a base schema. The cases are the derived schemas, each with a discriminator value.</summary>
    public TypeSyntax OfBase(JsonNode schema, IReadOnlyList<JsonNode> derived, Notes notes, bool nullable)
    {
        var mapped = bases.MappingOf(schema.Member("discriminator")!, derived).Select(tag => tag.Schema);
        var cases = derived.Concat(mapped).Where(item => !ReferenceEquals(item, schema)).Distinct(ReferenceComparer<JsonNode>.Instance);
        return Of(schema, cases.Select(item => (item, schemas.Read(item, "case"))).ToList(), notes, nullable);
    }

    /// <summary>Creates a union from a list of types, such as <c>"type": ["string", "integer"]</c>.</summary>
    public TypeSyntax OfTypes(JsonNode schema, IReadOnlyList<string> types, string name, Notes notes, bool nullable) =>
        Of(schema, types.Select(type => (schema, schemas.ReadAs(type, schema, name, Notes.None, false))).ToList(), notes, nullable);

    public TypeSyntax Of(JsonNode schema, IReadOnlyList<(JsonNode Schema, TypeSyntax Type)> all, Notes notes, bool nullable)
    {
        var mayBeNull = nullable || all.Any(item => item.Type.Nullable);
        var cases = Merge(all.Where(item => !ReferenceEquals(item.Schema, schema) || item.Type is not ReferenceSyntax)
            .Select(item => (item.Schema, item.Type with { Nullable = false }))
            .ToList());
        if (cases.Count == 0 || cases.Any(item => item.Type is AnySyntax))
        {
            return new AnySyntax(schema.At, notes);
        }

        if (cases.Count == 1)
        {
            return cases[0].Type with { Nullable = mayBeNull, Notes = notes };
        }

        var types = cases.Select(item => item.Type).ToList();
        if (DiscriminatorOf(schema, cases) is not { } discriminator)
        {
            return new UnionSyntax(schema.At, notes, mayBeNull, types.ToEquatableArray());
        }

        // Keep the values of cases that later versions add, instead of throwing an exception.
        types.Add(declared.OtherObject(schema.At));
        return new UnionSyntax(schema.At, notes, mayBeNull, types.ToEquatableArray()) { Discriminator = discriminator };
    }

    private DiscriminatorSyntax? DiscriminatorOf(JsonNode schema, IReadOnlyList<(JsonNode Schema, TypeSyntax Type)> cases)
    {
        if (schema.Member("discriminator") is not { Kind: JsonKinds.Object } node
            || node.Member("propertyName") is not { Kind: JsonKinds.String } property)
        {
            return null;
        }

        var tags = new Dictionary<string, int>();
        foreach (var (value, target) in bases.MappingOf(node, cases.Select(item => item.Schema)))
        {
            var index = IndexOf(cases, target);
            if (index >= 0 && !tags.ContainsKey(value))
            {
                tags.Add(value, index);
            }
        }

        var isWhole = tags.Values.Distinct().Count() == cases.Count;
        return isWhole
            ? new DiscriminatorSyntax(new Name(property.Text, property.At), tags.Select(tag => (tag.Key, tag.Value)).ToEquatableArray())
            : null;
    }

    private static int IndexOf(IReadOnlyList<(JsonNode Schema, TypeSyntax Type)> cases, JsonNode schema)
    {
        for (var i = 0; i < cases.Count; i++)
        {
            if (ReferenceEquals(cases[i].Schema, schema))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Merges cases that have the same C# type: all strings into one case, and all numbers into one case.</summary>
    private static List<(JsonNode Schema, TypeSyntax Type)> Merge(IReadOnlyList<(JsonNode Schema, TypeSyntax Type)> cases)
    {
        var merged = new List<(JsonNode Schema, TypeSyntax Type)>();
        foreach (var item in cases)
        {
            var at = merged.FindIndex(other => Join(other.Type, item.Type) is not null);
            if (at < 0)
            {
                merged.Add(item);
            }
            else
            {
                merged[at] = (merged[at].Schema, Join(merged[at].Type, item.Type)!);
            }
        }

        return merged;
    }

    private static TypeSyntax? Join(TypeSyntax first, TypeSyntax second) => (first, second) switch
    {
        (ReferenceSyntax one, ReferenceSyntax other) when one.Type == other.Type => one,
        (ScalarSyntax one, ScalarSyntax other) when IsText(one.Kind) && IsText(other.Kind) =>
            one with { Kind = one.Kind == other.Kind ? one.Kind : ScalarKind.String },
        (ScalarSyntax one, ScalarSyntax other) when IsNumber(one.Kind) && IsNumber(other.Kind) =>
            one with { Kind = one.Kind == other.Kind ? one.Kind : ScalarKind.Double },
        (ScalarSyntax { Kind: ScalarKind.Int64 or ScalarKind.Decimal } one, ScalarSyntax
        {
            Kind: ScalarKind.Int64Text
            or ScalarKind.DecimalText
        } other)
            when (one.Kind == ScalarKind.Int64) == (other.Kind == ScalarKind.Int64Text) => one with { OrText = true },
        (ScalarSyntax { Kind: ScalarKind.Boolean } one, ScalarSyntax { Kind: ScalarKind.Boolean }) => one,
        _ => null,
    };

    private static bool IsText(ScalarKind kind) => !IsNumber(kind) && kind != ScalarKind.Boolean;

    private static bool IsNumber(ScalarKind kind) => kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Single or ScalarKind.Double
        or ScalarKind.Decimal or ScalarKind.BigInteger or ScalarKind.UnixTime;

    /// <summary>
    /// Returns the values that a schema lists; an empty list if it allows any string or integer; <see langword="null"/> in all other cases.
    /// </summary>
    private IReadOnlyList<JsonNode>? ValuesOf(JsonNode item, JsonKinds kind, int depth = 0)
    {
        var node = source.Resolve(item);
        if ((node?.Member("oneOf") ?? node?.Member("anyOf")) is { Items.Count: > 0 } list && depth < MaximumDepth)
        {
            var inner = list.Items.Where(inner => !IsNull(inner)).Select(inner => ValuesOf(inner, kind, depth + 1)).ToList();
            return inner.All(values => values is not null) ? inner.SelectMany(values => values!).ToList() : null;
        }

        if (node?.Member("const") is { } constant)
        {
            return constant.Kind == kind && !constant.Text.Contains('.') ? [node] : null;
        }

        if (node?.Member("enum") is { Items: var values })
        {
            values = values.Where(value => value.Kind != JsonKinds.Null).ToList();
            return values.Count > 0
                && values.All(value => value.Kind == kind && (kind == JsonKinds.String || !value.Text.Contains('.')))
                ? values
                : null;
        }

        var isPlain = node?.MemberText("type") == (kind == JsonKinds.String ? "string" : "integer");
        return isPlain && node!.Member("format") is null ? [] : null;
    }

    /// <summary>
    /// Combines constants and enums into one enum. A plain string in the list allows any other value, which enums keep.
    /// </summary>
    private EnumSyntax? JoinValues(JsonNode schema, IEnumerable<JsonNode> items, JsonKinds kind, Notes notes)
    {
        var all = new Dictionary<string, EnumValueSyntax>();
        foreach (var value in items.SelectMany(item => ValuesOf(item, kind)!))
        {
            var constant = value.Member("const");
            var text = (constant ?? value).Text;
            if (!all.ContainsKey(text))
            {
                var described = constant is null ? null : NotesTranslator.Of(value) with { Title = value.MemberText("title") };
                all.Add(text, new EnumValueSyntax(new Name(text, value.At), described));
            }
        }

        var scalar = kind == JsonKinds.String ? ScalarKind.String : ScalarKind.Int64;
        return all.Count == 0 ? null : new EnumSyntax(schema.At, notes, Nullable: false, scalar, all.Values.ToEquatableArray());
    }

    private static string NameOf(JsonNode item, string owner, int index, int count) =>
        item.MemberText("title") is { } title ? $"{owner} {title}" : count == 1 ? owner : $"{owner} case {index + 1}";

    public static bool IsNull(JsonNode item) =>
        item.Member("type") is { Kind: JsonKinds.String, Text: "null" }
        || item.Member("enum") is { Items.Count: 1 } one && one.Items[0].Kind == JsonKinds.Null
        || item.Member("const") is { Kind: JsonKinds.Null };
}
