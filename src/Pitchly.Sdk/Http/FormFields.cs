using System.Text.Json;

namespace Pitchly.Http;

/// <summary>Creates the fields of a form from the members of an object.</summary>
internal static class FormFields
{
    public static IEnumerable<(string Name, string Value)> Of<T>(
        T value, Action<Utf8JsonWriter, T> write, (string Field, ParameterStyle Style, bool Explode)[] styles)
    {
        using var body = JsonBody.Write(value, write);
        using var json = JsonDocument.Parse(body.Utf8);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException("The value of a form must be a JSON object.", nameof(value));
        }

        var fields = new List<(string, string)>();
        foreach (var member in json.RootElement.EnumerateObject())
        {
            if (StyledValue.Of(member.Value, static (writer, element) => element.WriteTo(writer)) is not { } styled)
            {
                continue;
            }

            var index = Array.FindIndex(styles, style => style.Field == member.Name);
            var (style, explode) = index < 0 ? (DefaultOf(styled), true) : (styles[index].Style, styles[index].Explode);
            fields.AddRange(StyledText.Fields(member.Name, styled, style, explode));
        }

        return fields;
    }

    /// <summary>
    /// Returns the style of a field that has none: JSON for an object or a nested list, form style for any other value (OpenAPI 3.1,
    /// section 4.8.15.1).
    /// </summary>
    private static ParameterStyle DefaultOf(StyledValue value) =>
        value.Kind == JsonValueKind.Object || value.IsNested ? ParameterStyle.Json : ParameterStyle.Form;
}
