using System.Text;
using Pitchly.Generators.Model;

namespace Pitchly.Generators.Emit;

/// <summary>A C# file to add to the compilation.</summary>
internal sealed record SourceFile(string HintName, string Text)
{
    /// <summary>The longest name, in bytes, that leaves room for the folders above it in a path of Windows (260).</summary>
    private const int LongestName = 120;

    /// <summary>Creates a file that holds a type of this name.</summary>
    public static SourceFile Of(string ns, string typeName, string text) => new(HintNameOf($"{ns}.{typeName}"), text);

    /// <summary>
    /// A type's full name is unique, whatever the schemas' files are called; a long one is cut, and told apart by its hash.
    /// </summary>
    private static string HintNameOf(string fullName)
    {
        if (Encoding.UTF8.GetByteCount(fullName) <= LongestName)
        {
            return fullName + ".g.cs";
        }

        var end = fullName.Length;
        while (Encoding.UTF8.GetByteCount(fullName.Substring(0, end)) > LongestName - StableHash.Length - 1)
        {
            end--;
        }

        return $"{fullName.Substring(0, end)}-{StableHash.Of(fullName)}.g.cs";
    }
}
