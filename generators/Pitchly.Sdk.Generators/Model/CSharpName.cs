using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Pitchly.Generators.Model;

/// <summary>Creates C# names from names on the wire.</summary>
internal static class CSharpName
{
    /// <summary>
    /// Returns a name in Pascal case: <c>could-not-connect</c> becomes <c>CouldNotConnect</c>, <c>_id</c> becomes <c>Id</c>.
    /// </summary>
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

    /// <summary>Returns a name in camel case: <c>DatabaseId</c> becomes <c>databaseId</c>, <c>URLPath</c> becomes <c>urlPath</c>.</summary>
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

    /// <summary>
    /// Returns <see langword="true"/> if the name is valid and cannot be the name of a local variable or parameter of emitted code, since
    /// those start with a lowercase letter; otherwise, <see langword="false"/>.
    /// </summary>
    public static bool IsPublic(string name) => IsValid(name) && !char.IsLower(name[0]);

    public static bool IsValid(string name) => SyntaxFacts.IsValidIdentifier(name);

    /// <summary>
    /// Returns <see langword="true"/> if code can be generated in the namespace; otherwise, <see langword="false"/>.
    /// </summary>
    public static bool IsNamespace(string name) =>
        name.Length == 0 || name.Split('.').All(part => IsValid(part) && !IsAnyKeyword(part));

    /// <summary>Contextual keywords that have a meaning only where no variable can be, so variables may have these names.</summary>
    private static readonly HashSet<string> HarmlessWords = ["group", "method", "param", "property", "required", "set", "type"];

    /// <summary>Adds <c>@</c> before a C# keyword.</summary>
    public static string Escape(string name) =>
        IsAnyKeyword(name) && !HarmlessWords.Contains(name) ? "@" + name : name;

    /// <summary>
    /// Returns <see langword="true"/> if the name is a keyword or a contextual keyword, such as nameof; otherwise, <see langword="false"/>.
    /// </summary>
    public static bool IsAnyKeyword(string name) => IsKeyword(name) || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;

    private static bool IsKeyword(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None;
}
