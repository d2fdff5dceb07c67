using System.Text;
using Pitchly.Generators.Model;

namespace Pitchly.Generators.Emit;

/// <summary>A C# file to add to the compilation.</summary>
internal sealed record SourceFile(string HintName, string Text)
{
    /// <summary>
    /// The length of the longest hint name, in bytes, without the suffix. It leaves room for the folders above the file in a Windows path
    /// (260 characters).
    /// </summary>
    private const int LongestName = 120;

    /// <summary>Creates a file that contains the type with the given name.</summary>
    public static SourceFile Of(string ns, string typeName, string text) => new(HintNameOf($"{ns}.{typeName}"), text);

    /// <summary>
    /// Returns the hint name of a type. A type's full name is unique, whatever the names of the schema files are. A long name is shortened,
    /// and a hash keeps it unique.
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
