using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads the content of a body or a response.</summary>
internal sealed class ContentReader(TypeReader types, DiagnosticBag diagnostics)
{
    public (string ContentType, TypeSyntax Type)? Read(SchemaObject owner, string[] contentTypes)
    {
        var entries = owner.Entries("content", "The media type").ToList();
        foreach (var entry in entries.Skip(1))
        {
            diagnostics.Add(SchemaDescriptors.NotApplicable, entry.Name.At, entry.Name.Text, "content", "one media type can be given");
        }

        if (entries.Count == 0)
        {
            return null;
        }

        var (name, node) = (entries[0].Name, entries[0].Value);
        var isKnown = contentTypes.Contains(name.Text);
        if (!isKnown)
        {
            diagnostics.Add(SchemaDescriptors.WrongValue, name.At, "a media type", Say.OneOf(contentTypes), $"'{name.Text}'");
        }

        if (SchemaObject.Of(node, name.Text, Keywords.MediaType, diagnostics) is not { } media)
        {
            return null;
        }

        media.Require("schema", "it is the type of the content");
        var type = media.Get("schema") is { } schema ? types.Read(schema, "schema") : null;
        return type is not null && isKnown ? (name.Text, type) : null;
    }
}
