using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace Pitchly.Emulator.GraphQL;

/// <summary>
/// The limits of a document. They prevent a query from overloading the emulator: a document of a few kilobytes can request millions of
/// fields.
/// </summary>
internal static class QueryLimits
{
    private const int MaximumCharacters = 256 * 1024, MaximumDefinitions = 100, MaximumDepth = 20, MaximumFields = 2_000;

    /// <summary>
    /// Returns the document, or the limit that it exceeds. Both are <see langword="null"/> if the document can't be parsed.
    /// </summary>
    public static (GraphQLDocument? Document, string? Problem) Read(string query)
    {
        if (query.Length > MaximumCharacters)
        {
            return (null, $"The document has {query.Length} characters; the maximum is {MaximumCharacters}. Send values as variables.");
        }

        GraphQLDocument document;
        try
        {
            document = Parser.Parse(query);
        }
        catch (GraphQLParserException)
        {
            // The GraphQL library reports the position of the error during execution.
            return (null, null);
        }

        if (document.Definitions.Count > MaximumDefinitions)
        {
            return (null, $"The document has {document.Definitions.Count} operations and fragments; the maximum is {MaximumDefinitions}.");
        }

        return (document, new Expansion(document).Problem());
    }

    /// <summary>Counts the fields that a document requests after its fragments are expanded.</summary>
    private sealed class Expansion(GraphQLDocument document)
    {
        private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = document.Definitions
            .OfType<GraphQLFragmentDefinition>()
            .DistinctBy(fragment => fragment.FragmentName.Name.StringValue)
            .ToDictionary(fragment => fragment.FragmentName.Name.StringValue);

        private readonly HashSet<string> _open = [];
        private int _fields;
        private int _deepest;

        public string? Problem()
        {
            foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
            {
                Walk(operation.SelectionSet, 1);
            }

            return _deepest > MaximumDepth ? $"The query is nested more than {MaximumDepth} levels deep."
                : _fields > MaximumFields ? $"The query selects more than {MaximumFields} fields."
                : null;
        }

        private void Walk(GraphQLSelectionSet? set, int depth)
        {
            _deepest = Math.Max(_deepest, depth);
            foreach (var selection in set?.Selections ?? [])
            {
                if (++_fields > MaximumFields || _deepest > MaximumDepth)
                {
                    return;
                }

                Walk(selection, depth);
            }
        }

        private void Walk(ASTNode selection, int depth)
        {
            switch (selection)
            {
                case GraphQLField field:
                    Walk(field.SelectionSet, depth + 1);
                    break;
                case GraphQLInlineFragment inline:
                    Walk(inline.SelectionSet, depth);
                    break;
                case GraphQLFragmentSpread spread when _open.Add(spread.FragmentName.Name.StringValue):
                    var name = spread.FragmentName.Name.StringValue;
                    Walk(_fragments.GetValueOrDefault(name)?.SelectionSet, depth + 1);
                    _open.Remove(name);
                    break;
            }
        }
    }
}
