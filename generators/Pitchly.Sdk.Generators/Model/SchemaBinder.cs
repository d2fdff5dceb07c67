using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Binds a schema: resolves its references, chooses its C# names, and checks the rules of the dialect.</summary>
internal static class SchemaBinder
{
    public static BoundSchema Bind(SchemaLibrary library)
    {
        var document = library.Document;
        var diagnostics = new DiagnosticBag(document.Path, document.PartPaths);
        CheckNamespace(document.Namespace, diagnostics);
        CycleCheck.Report(library, diagnostics);

        var types = new TypeBinder(library, diagnostics);
        foreach (var declaration in document.Types)
        {
            types.Declare(declaration);
        }

        var channels = new ChannelBinder(types, diagnostics);
        var clients = new ClientBinder(library, types, diagnostics);
        var model = new SchemaModel(
            document.FileName,
            FileTypeName(document.Stem, document, diagnostics),
            document.Namespace.Text,
            EquatableArray<TypeModel>.Empty,
            document.Channels.Select(channels.Bind).ToEquatableArray(),
            document.Clients.Select(clients.Bind).ToEquatableArray())
        {
            Webhooks = document.Webhooks is null ? null : channels.Bind(document.Webhooks),
            Types = types.Types.ToEquatableArray(),
            IsInternal = document.IsInternal,
        };
        var file = new Name(document.FileName, document.Namespace.At);
        if (model.Types.Count > 0)
        {
            types.Declare(model.ResolverName, file, NameKind.File with { What = "the JSON resolver of" });
        }

        if (CSharpName.IsPublic(model.Name) && model.Clients.Count + model.Channels.Count > 0)
        {
            var registrations = NameKind.File with { What = "the registrations of" };
            types.Declare(model.ServiceCollectionExtensionsName, file, registrations, SchemaModel.ServiceCollectionNamespace);
        }

        return new BoundSchema(document, model, types.Names.ToEquatableArray(), diagnostics.ToEquatableArray());
    }

    private static string FileTypeName(string fileName, SchemaDocument document, DiagnosticBag diagnostics) =>
        NameScope.Choose(document.Title ?? new Name(fileName, document.Namespace.At), Notes.None, NameKind.File, diagnostics);

    private static void CheckNamespace(Name name, DiagnosticBag diagnostics)
    {
        var parts = name.Text.Split('.');
        if (!CSharpName.IsNamespace(name.Text))
        {
            NameKind.Namespace.ReportInvalid(diagnostics, name, "its parts must be C# names and must not be C# keywords");
        }
        else if (ReservedNames.Namespaces.Contains(parts[0]))
        {
            NameKind.Namespace.ReportInvalid(diagnostics, name, $"'{parts[0]}' is reserved for .NET");
        }
        else if (name.Text.Length == 0 && name.At.Length > 1)
        {
            diagnostics.Add(SchemaDescriptors.WrongValue, name.At, "'namespace'", "a C# namespace", "empty");
        }
    }
}
