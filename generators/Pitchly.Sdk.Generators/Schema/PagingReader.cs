using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads how the pages of a list are requested.</summary>
internal sealed class PagingReader(DiagnosticBag diagnostics)
{
    /// <summary>The kinds of paging, each with the meaning of <c>next</c>.</summary>
    private static readonly Dictionary<string, (PageMark Mark, string? NextDescription)> Marks = new()
    {
        ["cursor"] = (PageMark.Cursor, "it is the JSON pointer of the cursor in the page, for example \"/meta/next\""),
        ["item"] = (PageMark.Item, "it is the JSON pointer of a member of an item, for example \"/id\""),
        ["header"] = (PageMark.Header, "it is the name of the header that contains the cursor"),
        ["link"] = (PageMark.Link, null),
        ["url"] = (PageMark.Url, "it is the JSON pointer of the address in the page, for example \"/links/next\""),
        ["page"] = (PageMark.Page, null),
        ["offset"] = (PageMark.Offset, null),
    };

    /// <summary>Reads <c>paging</c>.</summary>
    /// <param name="node">The object to read.</param>
    /// <param name="parameters">The parameters of the endpoint.</param>
    public PagingDeclaration? Read(JsonNode node, IEnumerable<ParameterDeclaration> parameters)
    {
        if (SchemaObject.Of(node, "paging", Keywords.Paging, diagnostics) is not { } paging)
        {
            return null;
        }

        paging.Require("by", "it is the kind of paging: " + string.Join(", ", Marks.Keys));
        var by = paging.OneOf("by", [.. Marks.Keys]);
        if (by != paging.GetText("by"))
        {
            return null;
        }

        var (mark, nextDescription) = Marks[by];
        var next = nextDescription is null ? paging.GetName("next") : paging.Require("next", nextDescription);
        if (mark is PageMark.Page or PageMark.Offset)
        {
            paging.Refuse("next", $"paging by {by}", "leave it out, since the client counts the pages or items");
        }

        var (items, more) = (paging.GetName("items"), paging.GetName("more"));
        var nextInPage = mark is PageMark.Cursor or PageMark.Item or PageMark.Url ? next : null;
        if (!IsPointer("items", items) | !IsPointer("next", nextInPage) | !IsPointer("more", more))
        {
            return null;
        }

        return new PagingDeclaration(
            mark,
            items ?? new Name("", node.At with { Length = 1 }),
            next?.Text ?? (mark == PageMark.Link ? "next" : ""),
            ReadParameter(paging, mark, parameters),
            more?.Text ?? "");
    }

    private string ReadParameter(SchemaObject paging, PageMark mark, IEnumerable<ParameterDeclaration> parameters)
    {
        if (mark is PageMark.Link or PageMark.Url)
        {
            paging.Refuse("parameter", "paging by addresses", "leave it out, since the server sends the address of the next page");
            return "";
        }

        var parameter = paging.Require("parameter", "it is the query parameter that selects the page");
        var inQuery = parameters.Where(other => other.In == ParameterLocation.Query).Select(other => other.Name.Text).ToList();
        if (parameter is not null && !inQuery.Contains(parameter.Text))
        {
            var expected = inQuery.Count == 0 ? "a query parameter of the endpoint (it has none)" : MessageText.OneOf(inQuery);
            diagnostics.Add(SchemaDescriptors.WrongValue, parameter.At, "'parameter'", expected, $"'{parameter.Text}'");
        }

        return parameter?.Text ?? "";
    }

    private bool IsPointer(string keyword, Name? text)
    {
        if (text is { Text.Length: > 0 } && text.Text[0] != '/')
        {
            diagnostics.Add(
                SchemaDescriptors.WrongValue, text.At, $"'{keyword}'", "a JSON pointer, which starts with '/'", $"'{text.Text}'");
            return false;
        }

        return true;
    }
}
