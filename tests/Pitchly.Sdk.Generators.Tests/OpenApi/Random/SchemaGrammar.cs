using System.Text.Json.Nodes;

namespace Pitchly.Generators.Tests.OpenApi.Random;

/// <summary>Creates random, nested schemas of every kind that docs/openapi.md marks as full.</summary>
/// <param name="choices">The random choices.</param>
/// <param name="isNew">A value indicating whether the document is OpenAPI 3.1, whose schemas are JSON Schema.</param>
/// <param name="components">The components. Later ones have no schema yet, but can be referenced.</param>
internal sealed class SchemaGrammar(Choices choices, bool isNew, IReadOnlyList<Component> components)
{
    /// <summary>The maximum depth of inline schemas.</summary>
    private const int MaximumDepth = 3;

    /// <summary>Gets or sets the possible targets of references. A schema that would contain itself is not a target.</summary>
    public IReadOnlyList<Component> Targets { get; set; } = [];

    /// <summary>Returns a schema for a member, an item, or a body.</summary>
    public Shape Any(int depth = 0) => MaybeNull(Noted((depth < MaximumDepth ? choices.Below(10) : choices.Below(3)) switch
    {
        0 or 1 => ScalarShapes.Scalar(choices),
        2 => choices.OnceIn(3) ? ScalarShapes.Constant(choices, isNew) : ScalarShapes.Enum(choices, isNew),
        3 => Reference(),
        4 => List(Any(depth + 1)),
        5 => Map(Any(depth + 1)),
        6 => Object(depth + 1),
        7 => Choice(depth + 1),
        8 => new Shape([], values => values.Any()),
        _ => AllOf(depth + 1),
    }));

    private Shape Reference() => Targets.Count == 0 ? ScalarShapes.Scalar(choices) : ReferenceTo(Targets[choices.Below(Targets.Count)]);

    public static Shape ReferenceTo(Component target) => new(
        new JsonObject { ["$ref"] = target.Pointer },
        values => target.Shape.Value(values))
    { IsReference = true };

    public static Shape List(Shape items) => new(
        new JsonObject { ["type"] = "array", ["items"] = items.Copy },
        values => new JsonArray([.. Enumerable.Range(0, values.Has() ? values.Below(3) : 0).Select(_ => items.Deep(values))]));

    public Shape Map(Shape items) => new(
        new JsonObject { ["type"] = "object", ["additionalProperties"] = items.Copy },
        values => new JsonObject((values.Has() ? values.One([], (string[])["a"], ["b", "Ünïcödé \"", ""]) : [])
            .Select(key => KeyValuePair.Create(key, items.Deep(values)))));

    public Shape Object(int depth)
    {
        var members = Members(depth);
        var rest = choices.Below(5) switch { 3 => Any(MaximumDepth), 4 => new Shape([], values => values.Any()), _ => null };
        return Make(members, rest);
    }

    public List<Member> Members(int depth) => [.. choices.Some(Words.Properties, 1, 5).Select(name => Member(name, depth))];

    public Shape Make(List<Member> members, Shape? rest = null)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Shape.Copy))),
        };
        if (members.Any(member => member.IsRequired))
        {
            schema["required"] = new JsonArray([.. members.Where(member => member.IsRequired).Select(member => (JsonNode)member.Name)]);
        }

        if (rest is not null)
        {
            schema["additionalProperties"] = rest.Copy;
        }
        else if (choices.OnceIn(4))
        {
            schema["additionalProperties"] = false;
        }

        return new Shape(schema, values => ValueOf(members, rest, values));
    }

    private static JsonObject ValueOf(List<Member> members, Shape? rest, Values values)
    {
        var value = new JsonObject();
        foreach (var member in members.Where(member => member.IsRequired || values.Has()))
        {
            var made = member.Shape.Deep(values);
            if (made is not null || member.IsRequired)
            {
                value[member.Name] = made;
            }
        }

        if (rest is not null && values.Has())
        {
            value["not declared"] = rest.Deep(values);
        }

        return value;
    }

    private Member Member(string name, int depth)
    {
        // A property that is sent in one direction is required only in that direction, so null would be preserved in that direction and not
        // in the other. Therefore, such a property is never nullable.
        var shape = choices.Below(8) switch
        {
            6 => OneWay(ScalarShapes.Scalar(choices)),
            7 => ScalarShapes.Constant(choices, isNew),
            _ => Any(depth),
        };
        return new Member(name, shape, IsRequired: !shape.IsReference && choices.OnceIn(2));
    }

    private Shape OneWay(Shape shape)
    {
        shape.Schema[choices.One("readOnly", "writeOnly")] = true;
        return shape;
    }

    /// <summary>Returns alternatives that have no discriminator, but can be distinguished by their JSON.</summary>
    public Shape Choice(int depth)
    {
        var cases = choices.Some<Func<Shape>>(
        [
            () => ScalarShapes.Of("string", null, values => values.Text()),
            () => ScalarShapes.Of("integer", null, values => values.Whole()),
            () => ScalarShapes.Of("boolean", null, values => values.One(true, false)),
            () => List(Any(depth + 1)),
            () => Object(depth + 1),
        ], 2, 4).Select(make => make()).ToList();
        var word = choices.One("oneOf", "anyOf");
        return new Shape(
            new JsonObject { [word] = new JsonArray([.. cases.Select(item => item.Copy)]) },
            values => cases[values.Below(cases.Count)].Value(values));
    }

    public Shape AllOf(int depth)
    {
        var bases = components.Where(component => component.Members is not null).ToList();
        var own = Member(choices.One("own", "more", "x-y"), depth);
        var made = Make([own]);
        if (bases.Count == 0)
        {
            return new Shape(new JsonObject { ["allOf"] = new JsonArray(made.Copy) }, made.Value);
        }

        var target = bases[choices.Below(bases.Count)];
        return new Shape(
            new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = target.Pointer }, made.Copy) },
            values =>
            {
                var value = (JsonObject)target.Shape.Value(values)!;
                foreach (var (name, member) in ((JsonObject)made.Value(values)!).ToList())
                {
                    value[name] = member?.DeepClone();
                }

                return value;
            });
    }

    private Shape MaybeNull(Shape shape)
    {
        if (!choices.OnceIn(6) || shape.Schema.Count == 0)
        {
            return shape;
        }

        var schema = shape.Copy;
        if (schema["enum"] is JsonArray values)
        {
            values.Add(null);
        }

        if (!isNew && schema["type"] is not null)
        {
            schema["nullable"] = true;
        }
        else if (isNew && schema["type"] is { } type)
        {
            schema["type"] = new JsonArray(type.DeepClone(), "null");
        }
        else if (isNew)
        {
            schema = new JsonObject { ["oneOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        }
        else
        {
            return shape;
        }

        return shape with { Schema = schema, Value = made => made.Below(3) == 0 ? null : shape.Value(made) };
    }

    private Shape Noted(Shape shape)
    {
        if (choices.OnceIn(5) && (isNew || !shape.IsReference))
        {
            shape.Schema["description"] = choices.One(Words.Notes);
        }

        if (choices.OnceIn(12) && !shape.IsReference)
        {
            shape.Schema["deprecated"] = true;
        }

        return shape;
    }
}

/// <summary>A property of an object.</summary>
internal sealed record Member(string Name, Shape Shape, bool IsRequired);

/// <summary>A schema of the document's components.</summary>
internal sealed class Component(string name, string pointer)
{
    public string Name => name;

    /// <summary>Gets the reference to the component from the document.</summary>
    public string Pointer => pointer;

    public Shape Shape { get; set; } = null!;

    /// <summary>Gets or sets the properties, if the component is an object from which others may be derived.</summary>
    public List<Member>? Members { get; set; }
}
