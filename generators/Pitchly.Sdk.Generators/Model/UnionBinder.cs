using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Determines how the cases of a union are distinguished in JSON.</summary>
internal sealed class UnionBinder(SchemaLibrary library, DiagnosticBag diagnostics)
{
    private const JsonKinds AnyKind =
        JsonKinds.Object | JsonKinds.Array | JsonKinds.String | JsonKinds.Number | JsonKinds.Boolean | JsonKinds.Null;

    private const string GiveMarker =
        "give one of them a required property that the others don't have, or give each the same property with a different 'const'";

    private const string GiveProperties =
        "one case may accept all objects that no other case accepts, if each of the others has its own required property or 'const'";

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
            var isInline = NamedKinds.Of(syntax) is not null;
            var notes = isInline ? syntax.Notes with { CSharpName = null } : syntax.Notes;
            var kind = isInline ? NameKind.Case : NameKind.ReferenceCase;
            var caseName = scope.Take(written, notes, kind, prefix: "From");
            scope.Take(written, notes, kind, prefix: "TryGet");
            cases.Add((syntax, new UnionCaseModel(caseName, type, KindsOf(syntax, new(ReferenceComparer<TypeSyntax>.Instance)), null)));
        }

        ReportSameTypes(cases, name);
        LeaveRestToAny(cases);
        var objects = cases.Where(item => (item.Model.Kinds & JsonKinds.Object) != 0).ToList();
        var markers = new UnionMarkers(library, objects.Select(item => item.Syntax).ToList());
        if (union.Discriminator is { } discriminator)
        {
            return cases.Select((item, index) => item.Model with { Marker = MarkerOf(discriminator, index) }).ToEquatableArray();
        }

        if (objects.Count > 1)
        {
            cases = cases
                .Select(item => (item.Model.Kinds & JsonKinds.Object) != 0
                    ? (item.Syntax, item.Model with { Marker = markers.Of(item.Syntax) })
                    : item)
                .ToList();
        }

        ReportSharedKinds(cases, markers);
        return cases.Select(item => item.Model).ToEquatableArray();
    }

    /// <summary>
    /// Reports cases that have the same C# type although they differ in JSON. For example, a date and time is one C# type, whether it is a
    /// string or a number.
    /// </summary>
    private void ReportSameTypes(IReadOnlyList<(TypeSyntax Syntax, UnionCaseModel Model)> cases, string name)
    {
        var seen = new Dictionary<TypeRef, UnionCaseModel>();
        foreach (var (syntax, model) in cases)
        {
            var type = InCSharp(model.Type);
            if (type is NamedRef own && own.Name == name && own.Namespace == library.Document.Namespace.Text)
            {
                Ambiguous(syntax, model, model, "a union can't be a case of itself");
            }
            else if (seen.TryGetValue(type, out var first))
            {
                Ambiguous(syntax, first, model, "both are the same type in C#");
            }
            else
            {
                seen.Add(type, model);
            }
        }
    }

    private static TypeRef InCSharp(TypeRef type) => type switch
    {
        ScalarRef { Kind: ScalarKind.UnixTime } => new ScalarRef(ScalarKind.DateTime, false),
        ScalarRef { Kind: ScalarKind.Int64Text } => new ScalarRef(ScalarKind.Int64, false),
        ScalarRef { Kind: ScalarKind.DecimalText } => new ScalarRef(ScalarKind.Decimal, false),
        ScalarRef scalar => new ScalarRef(scalar.Kind, false),
        AnyRef or UnknownRef => type,
        _ => type with { Nullable = false },
    };

    private static CaseMarker? MarkerOf(DiscriminatorSyntax discriminator, int index)
    {
        var tags = discriminator.Tags.Where(tag => tag.Case == index).Select(tag => tag.Value).ToEquatableArray();
        return tags.Count == 0 ? null : new CaseMarker(discriminator.Property.Text, tags, Nullable: false);
    }

    /// <summary>Limits a case of any JSON to the values that no other case accepts.</summary>
    private static void LeaveRestToAny(List<(TypeSyntax Syntax, UnionCaseModel Model)> cases)
    {
        if (cases.FindIndex(item => item.Model.Type is AnyRef) is var any and >= 0)
        {
            var taken = cases.Where((_, index) => index != any).Aggregate(JsonKinds.None, (kinds, item) => kinds | item.Model.Kinds);
            cases[any] = (cases[any].Syntax, cases[any].Model with { Kinds = AnyKind & ~(taken & ~JsonKinds.Object) });
        }
    }

    private void RefuseCase(TypeSyntax syntax, TypeRef type)
    {
        var (what, fix) = type is ConstRef
            ? ("A constant", "make all cases constants, which declares an enum, or use a string")
            : ("A nullable type", "to allow null, add the case {\"type\": \"null\"}");
        diagnostics.Add(SchemaDescriptors.UnsupportedHere, syntax.At, what, "a case of a union", fix);
    }

    private void ReportSharedKinds(List<(TypeSyntax Syntax, UnionCaseModel Model)> cases, UnionMarkers markers)
    {
        var reported = new HashSet<TypeSyntax>(ReferenceComparer<TypeSyntax>.Instance);
        foreach (var (first, second) in Pairs(cases).Where(pair => !reported.Contains(pair.Second.Syntax)))
        {
            var shared = first.Model.Kinds & second.Model.Kinds;
            if ((shared & ~JsonKinds.Object) != 0)
            {
                reported.Add(second.Syntax);
                Ambiguous(second.Syntax, first.Model, second.Model, $"both can be {MessageText.Kinds(shared)}");
            }
            else if (shared == JsonKinds.Object && first.Model.Marker is null && second.Model.Marker is null)
            {
                reported.UnionWith(cases.Where(item => item.Model.Marker is null).Select(item => item.Syntax));
                Ambiguous(
                    second.Syntax,
                    first.Model,
                    second.Model,
                    markers.IsDeclared(first.Syntax) && markers.IsDeclared(second.Syntax) ? GiveMarker : GiveProperties);
            }
        }
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
            ScalarSyntax { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal or ScalarKind.UnixTime } =>
                JsonKinds.Number,
            ScalarSyntax { Kind: ScalarKind.Single or ScalarKind.BigInteger } => JsonKinds.Number,
            ConstSyntax constant => constant.Kind,
            EnumSyntax { Kind: not ScalarKind.String } => JsonKinds.Number,
            ScalarSyntax or IdSyntax or EnumSyntax => JsonKinds.String,
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
