using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>
/// What is on the way of one walk, and how far it may go: a way that comes back to itself is cut, and so is one that grows too long.
/// </summary>
internal sealed class Trail
{
    /// <summary>What one value may come from, and what it may be: a method that many call gets as many.</summary>
    public const int MaximumValues = 256;

    /// <summary>Steps for one sink, so that none is dear.</summary>
    private const int MaximumSteps = 3_000;

    /// <summary>Variables, members and calls one behind the other.</summary>
    private const int MaximumLength = 96;

    /// <summary>Parts one within the other; no program's own data lies deeper, but a loop's may.</summary>
    private const int MaximumPath = 6;

    private readonly HashSet<(string Question, OperationKind, SyntaxNode, Frame?, string Path)> _open = [];
    private int _steps;

    /// <summary>Goes on with a question about a place, unless that is no use.</summary>
    /// <returns>
    /// The result; <paramref name="unknown"/> if the way is too long; nothing if the same question is on the way already.
    /// </returns>
    public ImmutableArray<T> Within<T>(string question, Place place, T unknown, Func<ImmutableArray<T>> goOn)
    {
        if (_steps++ > MaximumSteps || _open.Count > MaximumLength || place.Path.Length > MaximumPath)
        {
            return [unknown];
        }

        var key = (question, place.Operation.Kind, place.Operation.Syntax, place.Frame,
            string.Join(".", place.Path.Select(part => part.Name)));
        if (!_open.Add(key))
        {
            return IsLoop(place.Operation) ? [] : goOn();
        }

        try
        {
            return goOn();
        }
        finally
        {
            _open.Remove(key);
        }
    }

    /// <summary>Conversions one around the other may stand at the same syntax, and are no loop.</summary>
    private static bool IsLoop(IOperation operation) => operation is not (IConversionOperation or IParenthesizedOperation);
}
