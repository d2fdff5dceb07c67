using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads one type and the types inside it.</summary>
internal sealed class TypeReader(string path, DiagnosticBag diagnostics)
{
    private static readonly HashSet<string> Annotations =
        ["description", "$comment", "deprecated", "csharpName", "title", "examples", "graphqlScalar"];

    private readonly HashSet<string> _referred = [];
    private readonly EnumReader _enums = new(diagnostics);
    private readonly ScalarReader _scalars = new(diagnostics);

    /// <summary>Gets the path or id of every schema that the types read so far refer to.</summary>
    public IEnumerable<string> ReferredSchemas => _referred.OrderBy(schema => schema, StringComparer.Ordinal);

    public TypeSyntax Read(JsonNode node, string name)
    {
        if (SchemaObject.Of(node, name, Keywords.Type, diagnostics) is not { } type)
        {
            return new UnknownSyntax(node.At, Notes.None);
        }

        var read = ReadShape(type);
        return type.MayBeMisspelled("allOf") || type.MayBeMisspelled("anyOf") ? new UnknownSyntax(node.At, read.Notes) : read;
    }

    private TypeSyntax ReadShape(SchemaObject type) =>
        type.Has("$ref") ? ReadReference(type)
            : type.Has("oneOf") ? ReadUnion(type)
            : type.Has("enum") ? ReadEnum(type)
            : type.Has("const") ? ReadConst(type)
            : ReadByType(type);

    private TypeSyntax ReadEnum(SchemaObject type)
    {
        var name = TypeName.Read(type, diagnostics);
        Allow(type, "an enum", name.Name is "integer" or "number" ? ["enum", "type", "format"] : ["enum", "type"]);
        if (type.Has("format"))
        {
            type.OneOf("format", "int64", "int32");
        }

        return _enums.Read(type, name);
    }

    private TypeSyntax ReadConst(SchemaObject type)
    {
        Allow(type, "a constant", "const", "type");
        return _enums.ReadConst(type, TypeName.Read(type, diagnostics));
    }

    private TypeSyntax ReadReference(SchemaObject type)
    {
        Allow(type, "a reference", "$ref");
        var text = type.GetText("$ref")!;
        var at = type.Get("$ref")!.At;
        if (SchemaReference.Parse(text, path) is not var (schema, name))
        {
            const string Pointer = SchemaReference.TypesPointer;
            diagnostics.Add(
                SchemaDescriptors.DanglingReference,
                at,
                text,
                $"write it as '{Pointer}Name', or 'file{SchemaText.FileSuffix}{Pointer}Name' for a type of another file");
            return new UnknownSyntax(type.At, type.ReadNotes());
        }

        _referred.Add(schema);
        return new ReferenceSyntax(at, type.ReadNotes(), Nullable: false, text, schema, name);
    }

    private TypeSyntax ReadUnion(SchemaObject type)
    {
        Allow(type, "a union", "oneOf", "discriminator");
        var node = type.Get("oneOf")!;
        var nullable = node.Items.Any(IsNull);
        var others = node.Items.Where(item => !IsNull(item)).ToList();
        if (others.Count > 1 && others.All(IsConstant))
        {
            return _enums.ReadConstants(type, others.Select(item => (item, Read(item, "oneOf"))).ToList(), nullable);
        }

        var cases = others.Select(item => Read(item, "oneOf")).ToList();
        var notes = type.ReadNotes();
        if (cases.Count == 1 && nullable)
        {
            return cases[0] switch
            {
                AnySyntax any => any,
                var only => only with { Nullable = true, Notes = Merge(notes, only.Notes) },
            };
        }

        if (cases.Count < 2)
        {
            diagnostics.Add(
                SchemaDescriptors.WrongValue, node.At, "'oneOf'", "an array of two or more types", $"an array of {cases.Count}");
            return new UnknownSyntax(type.At, notes);
        }

        return new UnionSyntax(type.At, notes, nullable, cases.ToEquatableArray()) { Discriminator = ReadDiscriminator(type, cases) };
    }

    /// <summary>
    /// Reads the values of a property that select the cases. A case that the mapping does not contain is selected by its type's name.
    /// </summary>
    private DiscriminatorSyntax? ReadDiscriminator(SchemaObject type, List<TypeSyntax> cases)
    {
        if (type.Get("discriminator") is not { } node
            || SchemaObject.Of(node, "discriminator", Keywords.Discriminator, diagnostics) is not { } discriminator
            || discriminator.Require("propertyName", "it is the property that distinguishes the cases") is not { } property)
        {
            return null;
        }

        var tags = new List<(string Value, int Case)>();
        foreach (var entry in discriminator.Entries("mapping", "The value"))
        {
            var index = cases.FindIndex(item => item is ReferenceSyntax reference && reference.Text == entry.Value.Text);
            if (index >= 0)
            {
                tags.Add((entry.Name.Text, index));
            }
            else
            {
                diagnostics.Add(
                    SchemaDescriptors.WrongValue, entry.Value.At, "A value of 'mapping'", "the '$ref' of a case", $"'{entry.Value.Text}'");
            }
        }

        tags.AddRange(cases
            .Select((item, index) => (Value: (item as ReferenceSyntax)?.Type, Case: index))
            .Where(tag => tag.Value is not null && tags.All(known => known.Case != tag.Case))
            .Select(tag => (tag.Value!, tag.Case))
            .ToList());
        return new DiscriminatorSyntax(property, tags.ToEquatableArray());
    }

    private TypeSyntax ReadByType(SchemaObject type)
    {
        var (name, nullable, orText, _) = TypeName.Read(type, diagnostics);
        var notes = type.ReadNotes();
        switch (name)
        {
            case "string" when type.IsTrue("id"):
                Allow(type, "an id", "type", "id");
                return new IdSyntax(type.At, notes, nullable);
            case "string":
                Allow(type, "a string", "type", "format", "secret", "id");
                return new ScalarSyntax(type.At, notes, nullable, _scalars.OfString(type));
            case "integer":
                Allow(type, "an integer", "type", "format");
                return new ScalarSyntax(type.At, notes, nullable, _scalars.OfInteger(type), orText);
            case "number":
                Allow(type, "a number", "type", "format");
                return new ScalarSyntax(type.At, notes, nullable, _scalars.OfNumber(type), orText);
            case "boolean":
                Allow(type, "a boolean", "type");
                return new ScalarSyntax(type.At, notes, nullable, ScalarKind.Boolean);
            case "array":
                Allow(type, "an array", "type", "items");
                type.Require("items", "write '{}' for items of any kind");
                var item = type.Get("items") is { } items ? Read(items, "items") : new UnknownSyntax(type.At, Notes.None);
                return new ListSyntax(type.At, notes, nullable, item);
            case "object":
                Allow(type, "an object", "type", "properties", "required", "additionalProperties", "mergePatch");
                return ReadObject(type, notes, nullable);
            case null when type.Node.Members.Any(member => member.Name.Text == "type"):
                return new UnknownSyntax(type.At, notes);
            default:
                Allow(type, "a type of any JSON", "type");
                return new AnySyntax(type.At, notes);
        }
    }

    private TypeSyntax ReadObject(SchemaObject type, Notes notes, bool nullable)
    {
        var additional = type.Get("additionalProperties");
        if (!type.Has("properties") && additional is { Kind: JsonKinds.Object })
        {
            return new MapSyntax(type.At, notes, nullable, Read(additional, "additionalProperties"));
        }

        if (!type.Has("properties") && additional is not { Text: "false" })
        {
            return new OpenObjectSyntax(type.At, notes, nullable);
        }

        var required = ReadRequired(type);
        var properties = type.Entries("properties", "The property")
            .Select(entry => new PropertySyntax(entry.Name, Read(entry.Value, entry.Name.Text), required.ContainsKey(entry.Name.Text)))
            .ToList();
        foreach (var name in required.Where(name => properties.All(property => property.Name.Text != name.Key)))
        {
            diagnostics.Add(
                SchemaDescriptors.WrongValue, name.Value, "A value of 'required'", "the name of a property", $"'{name.Key}'");
        }

        return new ObjectSyntax(type.At, notes, nullable, properties.ToEquatableArray(), type.IsTrue("mergePatch"))
        {
            Rest = additional switch
            {
                { Kind: JsonKinds.Object } => Read(additional, "additionalProperties"),
                { Text: "true" } => new AnySyntax(additional.At, Notes.None),
                _ => null,
            },
        };
    }

    private Dictionary<string, SourceRange> ReadRequired(SchemaObject type)
    {
        var required = new Dictionary<string, SourceRange>();
        foreach (var item in type.Get("required")?.Items ?? [])
        {
            if (item.Kind != JsonKinds.String)
            {
                diagnostics.Add(SchemaDescriptors.WrongValue, item.At, "A value of 'required'", "a string", MessageText.Kinds(item.Kind));
            }
            else
            {
                required[item.Text] = item.At;
            }
        }

        return required;
    }

    private void Allow(SchemaObject type, string form, params string[] keywords)
    {
        foreach (var member in type.Node.Members)
        {
            var word = member.Name.Text;
            if (type.Has(word) && !Annotations.Contains(word) && !keywords.Contains(word))
            {
                diagnostics.Add(
                    SchemaDescriptors.NotApplicable, member.Name.At, word, form, "leave it out, or use the type that it belongs to");
            }
        }
    }

    private static bool IsNull(JsonNode node) =>
        node.Kind == JsonKinds.Object
        && node.Members.Count == 1
        && node.Members[0] is { Name.Text: "type", Value: { Kind: JsonKinds.String, Text: "null" } };

    private static bool IsConstant(JsonNode node) =>
        node.Kind == JsonKinds.Object && node.Members.Any(member => member.Name.Text == "const");

    private static Notes Merge(Notes outer, Notes inner) => new(
        outer.Title ?? inner.Title,
        outer.Description ?? inner.Description,
        outer.Deprecated || inner.Deprecated,
        outer.CSharpName ?? inner.CSharpName);
}
