using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Binds a body that is sent as a form. Each property is a field, or several fields if it is a list or an object.</summary>
internal sealed class FormBinder(SchemaLibrary library, DiagnosticBag diagnostics)
{
    /// <summary>
    /// Returns the fields; <see langword="null"/> if some fields are known only when the body is written, or if the form is optional.
    /// </summary>
    public EquatableArray<PropertyModel>? Bind(BodyDeclaration body, TypeRef record)
    {
        var type = body.Type;
        var owner = library;
        if (type is ReferenceSyntax reference && library.Find(reference) is var (document, declaration))
        {
            type = declaration.Type;
            owner = new SchemaLibrary(document, library.All.Where(other => other != document).ToEquatableArray(), library.Suggestions);
        }

        if (library.Document.IsTranslated)
        {
            return null;
        }

        if (type is not ObjectSyntax obj)
        {
            diagnostics.Add(SchemaDescriptors.UnsupportedHere, body.Type.At, "This type", "a form", "use an object with properties");
            return EquatableArray<PropertyModel>.Empty;
        }

        if (body.IsOptional || record.Nullable)
        {
            return null;
        }

        // The binding of the record has already reported its names. Here, only the fields' names on the wire and their types matter.
        var silent = new DiagnosticBag("");
        var fields = new List<PropertyModel>();
        foreach (var property in obj.Properties)
        {
            var chosen = NameScope.Choose(property.Name, property.Type.Notes, NameKind.Property, silent);
            var name = record is NamedRef named ? NameScope.AvoidOwnerName(chosen, named.Name) : chosen;
            var bound = new TypeBinder(owner, silent).Bind(property.Type, name);
            if (!bound.IsTextual())
            {
                return null;
            }

            fields.Add(new PropertyModel(property.Name.Text, name, new Docs("", false), bound, property.Required)
            {
                DistinguishesAbsent = TypeBinder.DistinguishesAbsent(obj, property, bound),
            });
        }

        return fields.ToEquatableArray();
    }
}
