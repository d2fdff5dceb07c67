using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>
/// The current path of one walk, and its limits. A path that returns to itself is cut, and so is one that grows too long.
/// </summary>
internal sealed class Trail
{
    /// <summary>
    /// The maximum number of places that a value may come from, and of texts that it may have. A parameter of a method has one for each
    /// call.
    /// </summary>
    public const int MaximumValues = 256;

    /// <summary>The maximum number of steps for one sink, which bounds its cost.</summary>
    private const int MaximumSteps = 3_000;

    /// <summary>The maximum length of a path through variables, members, and calls.</summary>
    private const int MaximumLength = 96;

    /// <summary>
    /// The maximum depth of nested parts. No program nests its own data more deeply, but a loop may produce a deeper path.
    /// </summary>
    private const int MaximumPath = 6;

    private readonly HashSet<(string Query, OperationKind, SyntaxNode, Frame?, string Path)> _open = [];
    private int _steps;

    /// <summary>Continues with a query about a place, unless a limit is exceeded or the query is already open.</summary>
    /// <returns>The result; <paramref name="unknown"/> if a limit is exceeded; empty if the same query is already open.</returns>
    public ImmutableArray<T> Continue<T>(string query, Place place, T unknown, Func<ImmutableArray<T>> next)
    {
        if (_steps++ > MaximumSteps || _open.Count > MaximumLength || place.Path.Length > MaximumPath)
        {
            return [unknown];
        }

        var key = (query, place.Operation.Kind, place.Operation.Syntax, place.Frame,
            string.Join(".", place.Path.Select(part => part.Name)));
        if (!_open.Add(key))
        {
            return IsLoop(place.Operation) ? [] : next();
        }

        try
        {
            return next();
        }
        finally
        {
            _open.Remove(key);
        }
    }

    /// <summary>
    /// Determines whether a repeated query about an operation is a loop. Nested conversions may have the same syntax node and are not a
    /// loop.
    /// </summary>
    private static bool IsLoop(IOperation operation) => operation is not (IConversionOperation or IParenthesizedOperation);
}
