using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Diagnostics;

/// <summary>Formats lists and JSON kinds as text for diagnostic messages.</summary>
internal static class MessageText
{
    public static string OneOf(IReadOnlyList<string> words) => words.Count == 1
        ? $"'{words[0]}'"
        : string.Join(", ", words.Take(words.Count - 1).Select(word => $"'{word}'")) + $" or '{words[words.Count - 1]}'";

    public static string Kinds(JsonKinds kinds) => string.Join(" or ", Enum.GetValues(typeof(JsonKinds))
        .Cast<JsonKinds>()
        .Where(kind => kind != JsonKinds.None && (kinds & kind) != 0)
        .Select(Kind));

    public static string Capitalize(string words) => char.ToUpperInvariant(words[0]) + words.Substring(1);

    private static string Kind(JsonKinds kind) => kind switch
    {
        JsonKinds.Object => "an object",
        JsonKinds.Array => "an array",
        JsonKinds.String => "a string",
        JsonKinds.Number => "a number",
        JsonKinds.Boolean => "true or false",
        _ => "null",
    };
}
