using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Binds type syntax to type references, and collects the types to emit.</summary>
internal sealed class TypeBinder(SchemaLibrary library, DiagnosticBag diagnostics)
{
    private const string EqualityOfLists =
        "Lists and maps are compared by reference: two values with equal items are not equal.";

    /// <summary>The maximum length of a chain of types that only refer to another type. A longer chain is a cycle.</summary>
    private const int MaximumAliases = 32;

    private readonly List<TypeModel> _types = [];
    private readonly List<DeclaredName> _names = [];
    private readonly HashSet<TypeDeclaration> _openAliases = new(ReferenceComparer<TypeDeclaration>.Instance);

    private TypeDeclaration? _declared;

    public IEnumerable<TypeModel> Types => _types;

    public IEnumerable<DeclaredName> Names => _names;

    /// <summary>Declares a type from the schema's <c>types</c>.</summary>
    public void Declare(TypeDeclaration declaration)
    {
        var name = TypeName(declaration, diagnostics);
        if (NamedKinds.Of(declaration.Type) is null)
        {
            _declared = declaration;
            _openAliases.Add(declaration);
            Bind(declaration.Type, name);
            _openAliases.Remove(declaration);
            _declared = null;
            return;
        }

        var at = declaration.Type.Notes.CSharpName?.At ?? declaration.Name.At;
        Emit(declaration.Type, name, at, $"The type '{declaration.Name.Text}'", NameKind.Type);
    }

    /// <summary>Declares a C# type that is not a type of the schema: a client or an interface.</summary>
    public void Declare(string name, Name origin, NameKind kind, string? ns = null)
    {
        AddName(ns ?? library.Document.Namespace.Text, name, $"{MessageText.Capitalize(kind.What)} '{origin.Text}'", origin.At, kind);
    }

    /// <summary>Declares and emits a type that is not a type of the schema: the result of an endpoint.</summary>
    public void Declare(TypeModel type, Name origin)
    {
        AddName(library.Document.Namespace.Text, type.Name, $"The result of the endpoint '{origin.Text}'", origin.At, NameKind.Endpoint);
        _types.Add(type);
    }

    /// <summary>
    /// Binds a type of this schema. An inline type is emitted under its own name, or otherwise under the given name.
    /// </summary>
    public TypeRef Bind(TypeSyntax type, string inlineName, InlineLocation location = InlineLocation.Nameless) =>
        Bind(type, new InlineName(inlineName, location), library.Document, emit: true);

    /// <summary>Returns the type of a member of a type, or <see langword="null"/> if it has no such member.</summary>
    /// <param name="type">The type, which is already bound.</param>
    /// <param name="inlineName">The name that the type was bound with.</param>
    /// <param name="path">The path of the member: the names of the members that contain it, then its own name.</param>
    public TypeRef? Find(TypeSyntax type, string inlineName, IEnumerable<string> path)
    {
        var (owner, inline) = (library.Document, new InlineName(inlineName));
        foreach (var name in path.Append(null))
        {
            for (var step = 0; step < MaximumAliases
                && type is ReferenceSyntax reference
                && library.Find(reference) is var (document, declaration); step++)
            {
                (owner, type, inline) =
                    (document, declaration.Type, new InlineName(TypeName(declaration, new DiagnosticBag(document.Path))));
            }

            if (name is null)
            {
                break;
            }

            if (type is not ObjectSyntax found
                || found.Properties.FirstOrDefault(property => property.Name.Text == name) is not { } property)
            {
                return null;
            }

            var member = NameScope.Choose(property.Name, property.Type.Notes, NameKind.Property, new DiagnosticBag(""));
            (type, inline) = (property.Type, new InlineName(inline.Of(found, new DiagnosticBag("")) + member, InlineLocation.Property));
        }

        return Bind(type, inline, owner, emit: false);
    }

    public static string TypeName(TypeDeclaration declaration, DiagnosticBag diagnostics) =>
        NameScope.Choose(declaration.Name, declaration.Type.Notes, NameKind.Type, diagnostics);

    private TypeRef Bind(TypeSyntax type, InlineName inline, SchemaDocument owner, bool emit)
    {
        if (NamedKinds.Of(type) is { } kind)
        {
            var name = inline.Of(type, emit ? diagnostics : new DiagnosticBag(owner.Path));
            if (emit)
            {
                Emit(type, name, type.At, "The inline type", NameKind.InlineType);
            }

            return new NamedRef(owner.Namespace.Text, name, kind, type.Nullable);
        }

        return type switch
        {
            ReferenceSyntax reference => Resolve(reference),
            ScalarSyntax scalar => new ScalarRef(scalar.Kind, scalar.Nullable, scalar.OrText),
            ConstSyntax constant => new ConstRef(constant.Value, constant.Kind),
            ListSyntax list => new ListRef(NoConstant(list.Item, Bind(list.Item, inline.Inside("Item"), owner, emit)), list.Nullable),
            MapSyntax map => new MapRef(NoConstant(map.Value, Bind(map.Value, inline.Inside("Value"), owner, emit)), map.Nullable),
            UnknownSyntax => new UnknownRef(),
            _ => new AnyRef(),
        };
    }

    private TypeRef Resolve(ReferenceSyntax reference)
    {
        if (library.Schema(reference.Schema) is { IsReadable: false })
        {
            return new UnknownRef();
        }

        if (library.Find(reference) is not var (document, declaration))
        {
            diagnostics.Add(SchemaDescriptors.DanglingReference, reference.At, reference.Text, new DanglingReason(library).Of(reference));
            return new UnknownRef();
        }

        var isHidden = document.IsInternal && (document.IsReference || !library.Document.IsInternal);
        if (isHidden && !ReferenceEquals(document, library.Document))
        {
            var (use, fix) = document.IsReference
                ? ("used outside its project", "its schema has \"access\": \"internal\"")
                : ("used by a public schema", "its schema has \"access\": \"internal\"; add it here too, or remove it there");
            diagnostics.Add(SchemaDescriptors.UnsupportedHere, reference.At, $"The type '{declaration.Name.Text}'", use, fix);
            return new UnknownRef();
        }

        var name = TypeName(declaration, new DiagnosticBag(document.Path));
        if (NamedKinds.Of(declaration.Type) is { } kind)
        {
            return new NamedRef(document.Namespace.Text, name, kind, reference.Nullable || declaration.Type.Nullable);
        }

        if (!_openAliases.Add(declaration))
        {
            ReportCircle(reference, declaration);
            return new UnknownRef();
        }

        var target = Bind(declaration.Type, new InlineName(name), document, emit: false);
        _openAliases.Remove(declaration);
        return target is AnyRef or UnknownRef ? target : target with { Nullable = target.Nullable || reference.Nullable };
    }

    /// <summary>Reports a cycle of types that only refer to each other, once, at the first of them.</summary>
    private void ReportCircle(ReferenceSyntax reference, TypeDeclaration closing)
    {
        var isFirst = ReferenceEquals(closing, _declared)
            && library.Document.Types.First(type => _openAliases.Contains(type)) == closing;
        if (isFirst)
        {
            diagnostics.Add(
                SchemaDescriptors.UnsupportedHere,
                reference.At,
                $"The type '{closing.Name.Text}'",
                "defined only by itself",
                "add an object type to the cycle, which C# can name");
        }
    }

    private void Emit(TypeSyntax type, string name, SourceRange at, string what, NameKind kind)
    {
        if (ReservedNames.Members.Contains(name) || ReservedNames.MembersOfTypes.Contains(name))
        {
            var why = $"generated types have a member '{name}', and a C# member can't have the name of its type";
            kind.ReportInvalid(diagnostics, new Name(name, at), why);
        }

        AddName(library.Document.Namespace.Text, name, what, at, kind);
        var docs = DocsOf.Declaration(type.Notes, $"The {name} of the schema {library.Document.FileName}.");
        _types.Add(type switch
        {
            ObjectSyntax obj => BindRecord(obj, name, docs),
            UnionSyntax union =>
                new UnionModel(name, docs, new UnionBinder(library, diagnostics).Bind(
                    union, name, (type, inlineName) => Bind(type, inlineName, InlineLocation.Case))),
            EnumSyntax values => new EnumModel(name, docs, values.Kind, EnumBinder.Bind(values, name, diagnostics)),
            IdSyntax => new IdModel(name, docs),
            _ => new OpenObjectModel(name, docs),
        });
    }

    private RecordModel BindRecord(ObjectSyntax type, string name, Docs docs)
    {
        var properties = BindProperties(type, name);
        var rest = type.Rest is null ? null : Bind(type.Rest, name + "Value");
        var hasCollections = rest is not null || properties.Any(property => property.Type is ListRef or MapRef);
        return new RecordModel(name, hasCollections ? docs with { Remarks = EqualityOfLists } : docs, properties) { Rest = rest };
    }

    private EquatableArray<PropertyModel> BindProperties(ObjectSyntax type, string owner)
    {
        var scope = new NameScope(owner, diagnostics, ReservedNames.Members);
        return type.Properties
            .Select(property =>
            {
                var inlineName = owner + NameScope.Choose(property.Name, property.Type.Notes, NameKind.Property, new DiagnosticBag(""));
                var bound = Bind(property.Type, inlineName, InlineLocation.Property);
                var name = bound is ConstRef ? "" : scope.Take(property.Name, property.Type.Notes, NameKind.Property);
                var docs = DocsOf.Declaration(property.Type.Notes, $"The JSON member '{property.Name.Text}'.");
                return new PropertyModel(
                    property.Name.Text, name, docs, bound, property.Required)
                { DistinguishesAbsent = DistinguishesAbsent(type, property, bound) };
            })
            .ToEquatableArray();
    }

    /// <summary>
    /// Returns <see langword="true"/> if an absent member must be distinguished from a null one, as in a merge patch; otherwise,
    /// <see langword="false"/>.
    /// </summary>
    public static bool DistinguishesAbsent(ObjectSyntax type, PropertySyntax property, TypeRef bound) =>
        type.IsMergePatch && !property.Required && (bound.Nullable || bound is AnyRef);

    /// <summary>Adds the name of a declared type. A placeholder for a name that was reported is not added, so it never collides.</summary>
    private void AddName(string ns, string name, string what, SourceRange at, NameKind kind)
    {
        if (CSharpName.IsPublic(name) && CSharpName.IsNamespace(library.Document.Namespace.Text))
        {
            _names.Add(new DeclaredName(ns, name, what, kind.Fix, library.Document.Path, at));
        }
    }

    private TypeRef NoConstant(TypeSyntax syntax, TypeRef bound)
    {
        if (bound is ConstRef)
        {
            diagnostics.Add(
                SchemaDescriptors.UnsupportedHere, syntax.At, "A constant", "the item of a list or map", "use a property or a string");
        }

        return bound;
    }
}
