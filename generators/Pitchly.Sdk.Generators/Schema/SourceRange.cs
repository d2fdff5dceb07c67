using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Generators.Schema;

/// <summary>The place of a node in its schema file; lines and columns count from 0, as Roslyn's do.</summary>
internal readonly record struct SourceRange(int Start, int Length, LinePosition First, LinePosition Last)
{
    public Location ToLocation(string path) =>
        Location.Create(path, new TextSpan(Start, Length), new LinePositionSpan(First, Last));
}
