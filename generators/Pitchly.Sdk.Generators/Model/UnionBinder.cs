using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Finds out how the cases of a union are told apart in JSON.</summary>
internal sealed class UnionBinder(SchemaLibrary library, DiagnosticBag diagnostics)
{
    private const JsonKinds AnyKind =
        JsonKinds.Object | JsonKinds.Array | JsonKinds.String | JsonKinds.Number | JsonKinds.Boolean | JsonKinds.Null;

    public EquatableArray<UnionCaseModel> Bind(UnionSyntax union, string name, Func<TypeSyntax, string, TypeRef> bind)
    {
        var scope = new NameScope(name, diagnostics, ReservedNames.Members);
        var cases = new List<(TypeSyntax Syntax, UnionCaseModel Model)>();
        foreach (var (syntax, index) in union.Cases.Select((syntax, index) => (syntax, index)))
        {
            var title = syntax.Notes.Title is { } text ? CSharpName.Pascal(text) : null;
            var type = bind(syntax, name + (title ?? "Case" + (index + 1)));
            if (type is UnknownRef)
            {
                continue;
            }

            if (type is ConstRef || type.Nullable)
            {
                RefuseCase(syntax, type);
            }

            var written = new Name(title ?? DefaultName(type), syntax.At);
            var isInline = TypeBinder.Kind(syntax) is not null;
            var notes = isInline ? syntax.Notes with { CSharpName = null } : syntax.Notes;
            var kind = isInline ? NameKind.Case : NameKind.ReferenceCase;
            var caseName = scope.Take(written, notes, kind, prefix: "From");
            scope.Take(written, notes, kind, prefix: "TryGet");
            cases.Add((syntax, new UnionCaseModel(caseName, type, KindsOf(syntax, []), null)));
        }

        ReportSharedKinds(cases);
        var objects = cases.Where(item => (item.Model.Kinds & JsonKinds.Object) != 0).ToList();
        return objects.Count < 2
            ? cases.Select(item => item.Model).ToEquatableArray()
            : cases.Select(item => objects.Contains(item) ? item.Model with { Marker = Marker(item.Syntax, objects) } : item.Model)
                .ToEquatableArray();
    }

    private void RefuseCase(TypeSyntax syntax, TypeRef type)
    {
        var (what, cure) = type is ConstRef
            ? ("A constant", "make all cases constants, which is an enum, or use a string")
            : ("A nullable type", "to allow null, add the case {\"type\": \"null\"}");
        diagnostics.Add(SchemaDescriptors.UnsupportedHere, syntax.At, what, "a case of a union", cure);
    }

    private void ReportSharedKinds(List<(TypeSyntax Syntax, UnionCaseModel Model)> cases)
    {
        foreach (var (first, second) in Pairs(cases))
        {
            var shared = first.Model.Kinds & second.Model.Kinds;
            if ((shared & ~JsonKinds.Object) != 0)
            {
                Ambiguous(second.Syntax, first.Model, second.Model, $"both can be {Say.Kinds(shared)}");
            }
            else if (shared == JsonKinds.Object)
            {
                ReportUnmarked(first, second, cases.Where(item => (item.Model.Kinds & JsonKinds.Object) != 0).ToList());
            }
        }
    }

    private void ReportUnmarked((TypeSyntax Syntax, UnionCaseModel Model) first, (TypeSyntax Syntax, UnionCaseModel Model) second, List<(TypeSyntax Syntax, UnionCaseModel Model)> objects)
    {
        if (ObjectOf(first.Syntax) is null || ObjectOf(second.Syntax) is null)
        {
            Ambiguous(second.Syntax, first.Model, second.Model, "both are objects, and one of them declares no properties");
        }
        else if (Marker(first.Syntax, objects) is null && Marker(second.Syntax, objects) is null)
        {
            Ambiguous(second.Syntax, first.Model, second.Model, "give one of them a required property that the others don't have, or each the same property with a 'const' of its own");
        }
    }

    /// <summary>
    /// A constant of its own if every case has one under the same name; else a required property that no other case knows.
    /// </summary>
    private CaseMarker? Marker(TypeSyntax type, List<(TypeSyntax Syntax, UnionCaseModel Model)> objects)
    {
        if (ObjectOf(type) is not { } obj)
        {
            return null;
        }

        var others = objects.Where(item => !ReferenceEquals(item.Syntax, type)).Select(item => ObjectOf(item.Syntax)).ToList();
        foreach (var property in obj.Properties.Where(property => property.Required))
        {
            if (property.Type is ConstSyntax constant
                && others.All(other => other?.Properties.Any(rival =>
                    rival.Required && rival.Name.Text == property.Name.Text && rival.Type is ConstSyntax value && value.Value != constant.Value) == true))
            {
                return new CaseMarker(property.Name.Text, constant.Value);
            }
        }

        var own = obj.Properties.FirstOrDefault(property =>
            property.Required && others.All(other => other?.Properties.Any(rival => rival.Name.Text == property.Name.Text) != true));
        return own is null ? null : new CaseMarker(own.Name.Text, null);
    }

    private ObjectSyntax? ObjectOf(TypeSyntax type)
    {
        for (var steps = 0; type is ReferenceSyntax reference && steps < 100; steps++)
        {
            if (library.Find(reference) is not var (_, declaration))
            {
                return null;
            }

            type = declaration.Type;
        }

        return type as ObjectSyntax;
    }

    private JsonKinds KindsOf(TypeSyntax type, HashSet<TypeSyntax> open)
    {
        if (!open.Add(type))
        {
            return JsonKinds.None;
        }

        return type switch
        {
            UnknownSyntax => JsonKinds.None,
            ReferenceSyntax reference => library.Find(reference) is var (_, declaration) ? KindsOf(declaration.Type, open) : JsonKinds.None,
            UnionSyntax union => union.Cases.Aggregate(JsonKinds.None, (kinds, item) => kinds | KindsOf(item, open)),
            ScalarSyntax { Kind: ScalarKind.Boolean } => JsonKinds.Boolean,
            ScalarSyntax { OrText: true } => JsonKinds.Number | JsonKinds.String,
            ScalarSyntax { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal } => JsonKinds.Number,
            ScalarSyntax or IdSyntax or EnumSyntax or ConstSyntax => JsonKinds.String,
            ListSyntax => JsonKinds.Array,
            ObjectSyntax or MapSyntax or OpenObjectSyntax => JsonKinds.Object,
            _ => AnyKind,
        };
    }

    private static string DefaultName(TypeRef type) => type switch
    {
        NamedRef named => named.Name,
        ListRef list => DefaultName(list.Item) + "List",
        MapRef map => DefaultName(map.Value) + "Map",
        ScalarRef scalar => scalar.Kind.ToString(),
        _ => "Json",
    };

    private static IEnumerable<(T First, T Second)> Pairs<T>(List<T> items) =>
        items.SelectMany((first, index) => items.Skip(index + 1).Select(second => (first, second)));

    private void Ambiguous(TypeSyntax at, UnionCaseModel first, UnionCaseModel second, string why) =>
        diagnostics.Add(SchemaDescriptors.AmbiguousUnion, at.At, first.Name, second.Name, why);
}
