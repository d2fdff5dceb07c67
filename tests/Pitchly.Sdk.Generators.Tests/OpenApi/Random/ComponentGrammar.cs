using System.Text.Json.Nodes;

namespace Pitchly.Generators.Tests.OpenApi.Random;

/// <summary>
/// Creates the schemas of a document's components, which refer to each other in cycles, and one that contains all of them.
/// </summary>
internal sealed class ComponentGrammar
{
    /// <summary>The name of the object that has a property for each of the others.</summary>
    public const string Everything = "Everything";

    private const string Tag = "kind";

    private readonly Choices _choices;
    private readonly SchemaGrammar _schemas;
    private readonly List<Component> _components = [];
    private readonly Func<string, string> _pointer;

    public ComponentGrammar(Choices choices, bool isNew, Func<string, string> pointer)
    {
        (_choices, _pointer) = (choices, pointer);
        _schemas = new SchemaGrammar(choices, isNew, _components);
    }

    public SchemaGrammar Schemas => _schemas;

    public IReadOnlyList<Component> Components => _components;

    public void Make()
    {
        var objects = _choices.Some(Words.Types, 1, 4).Select(Add).ToList();
        var others = _choices.Some(Words.Types.Except(objects.Select(item => item.Name)).ToList(), 0, 4);
        _schemas.Targets = objects;
        foreach (var component in objects)
        {
            component.Members = _schemas.Members(depth: 1);
            component.Shape = _schemas.Make(component.Members);
        }

        foreach (var name in others)
        {
            _schemas.Targets = [.. _components];
            MakeOther(name);
        }

        _schemas.Targets = _components;
        var members = _components
            .Select((component, index) => new Member("p" + index, SchemaGrammar.ReferenceTo(component), IsRequired: false))
            .ToList();
        Add(Everything).Shape = _schemas.Make(members);
    }

    private void MakeOther(string name)
    {
        switch (_choices.Below(8))
        {
            case 0:
                MakeUnion(name);
                break;
            case 1:
                MakeBase(name);
                break;
            default:
                var shape = _choices.Below(7) switch
                {
                    0 => ScalarShapes.Enum(_choices, isNew: true),
                    1 => ScalarShapes.Scalar(_choices),
                    2 => SchemaGrammar.List(_schemas.Any(1)),
                    3 => _schemas.Map(_schemas.Any(1)),
                    4 => _schemas.Choice(1),
                    5 => ScalarShapes.Constant(_choices, isNew: true),
                    _ => _schemas.AllOf(1),
                };
                Add(name).Shape = shape;
                break;
        }
    }

    /// <summary>Creates objects with a discriminator (OpenAPI 3.1, section 4.8.25).</summary>
    private void MakeUnion(string name)
    {
        var isMapped = _choices.OnceIn(2);
        var cases = Enumerable.Range(1, 2 + _choices.Below(2))
            .Select(number => (Component: Add($"{name} case{number}"), Tag: isMapped ? $"tag-{number}" : $"{name} case{number}"))
            .ToList();
        foreach (var (component, tag) in cases)
        {
            component.Shape =
                WithTag(_schemas.Make([new Member(Tag, ScalarShapes.Of("string", null, _ => tag), IsRequired: true), .. Others()]), tag);
        }

        var schema = new JsonObject
        {
            [_choices.One("oneOf", "anyOf")] = new JsonArray([.. cases.Select(item => Reference(item.Component))]),
            ["discriminator"] = Discriminator(isMapped ? cases : []),
        };
        Add(name).Shape = new Shape(schema, values => cases[values.Below(cases.Count)].Component.Shape.Value(values));
    }

    /// <summary>Creates an object from which other objects are derived by <c>allOf</c>.</summary>
    private void MakeBase(string name)
    {
        var isMapped = _choices.OnceIn(2);
        var root = Add(name);
        List<Member> common = [new Member(Tag, ScalarShapes.Of("string", null, _ => "none"), IsRequired: true), .. Others()];
        var heirs = Enumerable.Range(1, 2)
            .Select(number => (Component: Add($"{name} heir{number}"), Tag: isMapped ? $"tag-{number}" : $"{name} heir{number}"))
            .ToList();
        var shape = _schemas.Make(common);
        foreach (var ((component, tag), number) in heirs.Select((heir, index) => (heir, index)))
        {
            var own = _schemas.Make([new Member("own" + number, ScalarShapes.Scalar(_choices), _choices.OnceIn(2))]);
            component.Shape = WithTag(
                new Shape(new JsonObject { ["allOf"] = new JsonArray(Reference(root), own.Copy) }, values => Joined(shape, own, values)),
                tag);
        }

        shape.Schema["discriminator"] = Discriminator(isMapped ? heirs : []);
        root.Shape = new Shape(shape.Schema, values => heirs[values.Below(heirs.Count)].Component.Shape.Value(values));
    }

    private IEnumerable<Member> Others() => _schemas.Members(depth: 2).Where(member => member.Name != Tag);

    private static JsonObject Joined(Shape one, Shape other, Values values)
    {
        var joined = (JsonObject)one.Value(values)!;
        foreach (var (name, member) in ((JsonObject)other.Value(values)!).ToList())
        {
            joined[name] = member?.DeepClone();
        }

        return joined;
    }

    private static Shape WithTag(Shape shape, string tag) => shape with
    {
        Value = values =>
        {
            var value = (JsonObject)shape.Value(values)!;
            value[Tag] = tag;
            return value;
        },
    };

    private static JsonObject Discriminator(IReadOnlyCollection<(Component Component, string Tag)> mapped)
    {
        var discriminator = new JsonObject { ["propertyName"] = Tag };
        if (mapped.Count > 0)
        {
            discriminator["mapping"] =
                new JsonObject(mapped.Select(item => KeyValuePair.Create(item.Tag, (JsonNode?)item.Component.Pointer)));
        }

        return discriminator;
    }

    private static JsonObject Reference(Component component) => new() { ["$ref"] = component.Pointer };

    private Component Add(string name)
    {
        var component = new Component(name, _pointer(name));
        _components.Add(component);
        return component;
    }
}
