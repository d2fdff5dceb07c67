using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Finds the properties that distinguish the cases of a union that are objects.</summary>
internal sealed class UnionMarkers
{
    private readonly SchemaLibrary _library;
    private readonly Dictionary<TypeSyntax, IReadOnlyList<ObjectSyntax>?> _objects = new(ReferenceComparer<TypeSyntax>.Instance);
    private readonly string? _tag;

    public UnionMarkers(SchemaLibrary library, IReadOnlyCollection<TypeSyntax> cases)
    {
        _library = library;
        foreach (var type in cases)
        {
            _objects[type] = ObjectsOf(type, new(ReferenceComparer<TypeSyntax>.Instance));
        }

        _tag = cases
            .SelectMany(type => _objects[type] ?? [])
            .SelectMany(obj => obj.Properties)
            .Where(property => property.Required && AddConstants(property.Type, []))
            .Select(property => property.Name.Text)
            .Distinct()
            .Select(name => (Name: name, Cases: cases.Count(type => Constant(type, name) is not null)))
            .Where(candidate => candidate.Cases > 0)
            .OrderByDescending(candidate => candidate.Cases)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>
    /// Returns <see langword="true"/> if the case declares its members; otherwise, <see langword="false"/>. A case without declared members
    /// accepts the values that no other case accepts.
    /// </summary>
    public bool IsDeclared(TypeSyntax type) => _objects[type] is not null;

    /// <summary>
    /// Returns a constant that only this case has, preferably of the property that is a constant in most cases; otherwise, a required
    /// property that no other case declares.
    /// </summary>
    public CaseMarker? Of(TypeSyntax type)
    {
        if (_objects[type] is not { } objects)
        {
            return null;
        }

        var constants = objects[0].Properties.Select(property => property.Name.Text).OrderBy(name => name != _tag);
        return constants.Select(name => Constant(type, name)).FirstOrDefault(marker => marker is not null)
            ?? objects[0].Properties.Select(property => Own(type, property.Name.Text)).FirstOrDefault(marker => marker is not null);
    }

    private CaseMarker? Constant(TypeSyntax type, string name)
    {
        if (_objects[type] is not { } objects || TagsOf(objects, name, mustHave: true) is not { } tags)
        {
            return null;
        }

        foreach (var rivals in Others(type))
        {
            if (TagsOf(rivals, name, mustHave: false) is not { } taken || taken.Overlaps(tags))
            {
                return null;
            }
        }

        return new CaseMarker(name, tags.ToEquatableArray(), Nullable: false);
    }

    private CaseMarker? Own(TypeSyntax type, string name)
    {
        var members = _objects[type]!.Select(obj => obj.Properties.FirstOrDefault(property => property.Name.Text == name)).ToList();
        var isOwn = members.All(member => member is { Required: true })
            && Others(type).All(rivals => rivals.All(rival => rival.Properties.All(property => property.Name.Text != name)));
        return isOwn ? new CaseMarker(name, EquatableArray<string>.Empty, members.Any(member => IsNullable(member!.Type))) : null;
    }

    /// <summary>Returns the constants that a property may be; <see langword="null"/> if it may have other values.</summary>
    private HashSet<string>? TagsOf(IReadOnlyList<ObjectSyntax> objects, string name, bool mustHave)
    {
        var tags = new HashSet<string>();
        foreach (var property in objects.Select(obj => obj.Properties.FirstOrDefault(property => property.Name.Text == name)))
        {
            if (property is null)
            {
                if (mustHave)
                {
                    return null;
                }

                continue;
            }

            var mayBeAbsent = mustHave && !property.Required;
            if (mayBeAbsent || !AddConstants(property.Type, tags))
            {
                return null;
            }
        }

        return tags;
    }

    private bool AddConstants(TypeSyntax type, HashSet<string> tags)
    {
        switch (Resolve(type))
        {
            case ConstSyntax constant:
                tags.Add(constant.Value);
                return true;
            case EnumSyntax { Nullable: false } values when !type.Nullable:
                tags.UnionWith(values.Values.Select(value => value.Name.Text));
                return true;
            default:
                return false;
        }
    }

    private IEnumerable<IReadOnlyList<ObjectSyntax>> Others(TypeSyntax type) =>
        _objects.Where(other => !ReferenceEquals(other.Key, type)).Select(other => other.Value).OfType<IReadOnlyList<ObjectSyntax>>();

    private bool IsNullable(TypeSyntax type) => type.Nullable || Resolve(type) is { Nullable: true } or AnySyntax;

    private TypeSyntax? Resolve(TypeSyntax type)
    {
        var seen = new HashSet<TypeDeclaration>(ReferenceComparer<TypeDeclaration>.Instance);
        while (type is ReferenceSyntax reference)
        {
            if (_library.Find(reference) is not var (_, declaration) || !seen.Add(declaration))
            {
                return null;
            }

            type = declaration.Type;
        }

        return type;
    }

    /// <summary>Returns the objects that a type may be; <see langword="null"/> if one of them does not declare its members.</summary>
    private IReadOnlyList<ObjectSyntax>? ObjectsOf(TypeSyntax type, HashSet<TypeSyntax> open)
    {
        var resolved = Resolve(type);
        if (resolved is ObjectSyntax obj)
        {
            return [obj];
        }

        if (resolved is not UnionSyntax union || !open.Add(union))
        {
            return null;
        }

        var objects = union.Cases.Select(item => ObjectsOf(item, open)).ToList();
        return objects.All(found => found is not null) ? objects.SelectMany(found => found!).ToList() : null;
    }
}
