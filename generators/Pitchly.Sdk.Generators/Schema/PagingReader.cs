using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads how the pages of a list are requested.</summary>
internal sealed class PagingReader(DiagnosticBag diagnostics)
{
    /// <summary>The kinds of paging, each with the meaning of <c>next</c>.</summary>
    private static readonly Dictionary<string, (PageMark Mark, string? WhatNextIs)> Marks = new()
    {
        ["cursor"] = (PageMark.Cursor, "it is the JSON pointer of the cursor in the page, for example \"/meta/next\""),
        ["item"] = (PageMark.Item, "it is the JSON pointer of a member of an item, for example \"/id\""),
        ["header"] = (PageMark.Header, "it is the name of the header that has the cursor"),
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

        paging.Require("by", "it tells where the next page is: " + string.Join(", ", Marks.Keys));
        var by = paging.OneOf("by", [.. Marks.Keys]);
        if (by != paging.GetText("by"))
        {
            return null;
        }

        var (mark, whatNextIs) = Marks[by];
        var next = whatNextIs is null ? paging.GetName("next") : paging.Require("next", whatNextIs);
        if (mark is PageMark.Page or PageMark.Offset)
        {
            paging.Refuse("next", $"paging by {by}", "the next page is counted");
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
            paging.Refuse("parameter", "paging by addresses", "the next page has an address of its own");
            return "";
        }

        var parameter = paging.Require("parameter", "it is the parameter of the query that asks for a page");
        var inQuery = parameters.Where(other => other.In == ParameterPlace.Query).Select(other => other.Name.Text).ToList();
        if (parameter is not null && !inQuery.Contains(parameter.Text))
        {
            var expected = inQuery.Count == 0 ? "a parameter of the query, of which there are none" : Say.OneOf(inQuery);
            diagnostics.Add(SchemaDescriptors.WrongValue, parameter.At, "parameter", expected, $"'{parameter.Text}'");
        }

        return parameter?.Text ?? "";
    }

    private bool IsPointer(string keyword, Name? text)
    {
        if (text is { Text.Length: > 0 } && text.Text[0] != '/')
        {
            diagnostics.Add(SchemaDescriptors.WrongValue, text.At, keyword, "a JSON pointer, which starts with '/'", $"'{text.Text}'");
            return false;
        }

        return true;
    }
}
