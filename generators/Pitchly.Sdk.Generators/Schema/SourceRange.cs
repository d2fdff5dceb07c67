using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Generators.Schema;

/// <summary>The place of a node in its schema file; lines and columns count from 0, as Roslyn's do.</summary>
internal readonly record struct SourceRange(int Start, int Length, LinePosition First, LinePosition Last)
{
    /// <summary>Gets the number of the file: 0 for the schema's own, n for the n-th of those that it is spread over.</summary>
    public int File { get; init; }

    public Location ToLocation(string path) =>
        Location.Create(path, new TextSpan(Start, Length), new LinePositionSpan(First, Last));
}
