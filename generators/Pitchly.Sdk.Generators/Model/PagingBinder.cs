using System.Globalization;
using Microsoft.CodeAnalysis;
using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Finds the type of the items in pages.</summary>
internal sealed class PagingBinder(SchemaDocument document, TypeBinder types, DiagnosticBag diagnostics)
{
    /// <summary>Binds the paging of an endpoint. Returns <see langword="null"/> if it has none, or an invalid one.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="inlineName">The name of an inline type of its response.</param>
    public PagingModel? Bind(EndpointDeclaration endpoint, string inlineName)
    {
        if (endpoint.Paging is not { } paging)
        {
            return null;
        }

        var items = paging.Items;
        var page = endpoint.Responses.FirstOrDefault(response => ClientReader.IsSuccess(response) && response.Type is not null);
        if (page is not { Kind: ContentKind.Json })
        {
            Report(SchemaDescriptors.NotApplicable, items.At, "paging", "an endpoint whose successful response is not JSON", "remove it");
            return null;
        }

        var list = types.Find(page.Type!, inlineName, items.Text.Split('/').Skip(1).Select(JsonPointer.NameOf));
        if (list is not ListRef { Item: var item })
        {
            var where = items.Text.Length == 0 ? "the page itself" : $"'{items.Text}'";
            Report(
                SchemaDescriptors.WrongValue,
                items.At,
                "'items'",
                "the JSON pointer of a list in the page",
                $"{where}, which is not a list");
            return null;
        }

        return new PagingModel(paging.By, items.Text, paging.Next, paging.Parameter, paging.More, item);
    }

    /// <summary>
    /// Reports a mistake. The user cannot change a document of another format, so for such a document only the paging is left out.
    /// </summary>
    private void Report(DiagnosticDescriptor descriptor, SourceRange at, params string[] words)
    {
        if (document.IsTranslated)
        {
            diagnostics.Add(
                SchemaDescriptors.LeftOut,
                at,
                "No paging",
                string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), words));
        }
        else
        {
            diagnostics.Add(descriptor, at, words);
        }
    }
}
