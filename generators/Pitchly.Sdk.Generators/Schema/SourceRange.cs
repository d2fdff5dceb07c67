using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Generators.Schema;

/// <summary>The location of a node in its schema file. Lines and columns are zero-based, as in Roslyn.</summary>
internal readonly record struct SourceRange(int Start, int Length, LinePosition First, LinePosition Last)
{
    /// <summary>Gets the number of the file: 0 for the schema's own file, n for the n-th of its other files.</summary>
    public int File { get; init; }

    public Location ToLocation(string path) =>
        Location.Create(path, new TextSpan(Start, Length), new LinePositionSpan(First, Last));
}
