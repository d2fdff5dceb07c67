using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Pitchly.Generators.Model;

/// <summary>Makes C# names of the wire's.</summary>
internal static class CSharpName
{
    /// <summary><c>could-not-connect</c> becomes <c>CouldNotConnect</c>, <c>_id</c> becomes <c>Id</c>.</summary>
    public static string Pascal(string wireName)
    {
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var letter in wireName)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                startsWord = true;
                continue;
            }

            if (name.Length == 0 && char.IsDigit(letter))
            {
                name.Append('_');
            }

            name.Append(startsWord ? char.ToUpperInvariant(letter) : letter);
            startsWord = false;
        }

        return name.ToString();
    }

    /// <summary><c>DatabaseId</c> becomes <c>databaseId</c>, <c>URLPath</c> becomes <c>urlPath</c>.</summary>
    public static string Camel(string pascalName)
    {
        var upper = 0;
        while (upper < pascalName.Length && char.IsUpper(pascalName[upper]))
        {
            upper++;
        }

        var lowered = upper <= 1 || upper == pascalName.Length ? upper : upper - 1;
        return pascalName.Substring(0, lowered).ToLowerInvariant() + pascalName.Substring(lowered);
    }

    /// <summary>Valid, and never the name of a local or parameter of emitted code, since those start small.</summary>
    public static bool IsPublic(string name) => IsValid(name) && !char.IsLower(name[0]);

    public static bool IsValid(string name) => SyntaxFacts.IsValidIdentifier(name);

    /// <summary>Words that mean something in places where no variable can stand, so that variables may bear them.</summary>
    private static readonly HashSet<string> HarmlessWords = ["group", "method", "param", "property", "required", "set", "type"];

    /// <summary>Puts the <c>@</c> before a word of C#.</summary>
    public static string Escape(string name) =>
        IsAnyKeyword(name) && !HarmlessWords.Contains(name) ? "@" + name : name;

    /// <summary>A word of C# in some place or other, as nameof is.</summary>
    public static bool IsAnyKeyword(string name) => IsKeyword(name) || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;

    private static bool IsKeyword(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None;
}
