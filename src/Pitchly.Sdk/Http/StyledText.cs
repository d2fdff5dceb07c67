using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pitchly.Http;

/// <summary>Writes values in the styles of RFC 6570 (simple, label, matrix, form) and of OpenAPI (delimited, deepObject).</summary>
internal static class StyledText
{
    /// <summary>The reserved characters, which are sent unescaped if that is allowed (RFC 3986, section 2.2).</summary>
    private static readonly SearchValues<char> Reserved = SearchValues.Create(":/?#[]@!$&'()*+,;=");

    /// <summary>Returns the text for a part of a path.</summary>
    public static string Path(string name, StyledValue value, ParameterStyle style, bool explode, bool allowReserved) => style switch
    {
        ParameterStyle.Json => Escape(name, value.Json, allowReserved),
        ParameterStyle.Label => "." + Join(name, value, explode, explode ? "." : ",", allowReserved),
        ParameterStyle.Matrix => Matrix(name, value, explode, allowReserved),
        _ => Join(name, value, explode, ",", allowReserved),
    };

    /// <summary>Returns the text for a header.</summary>
    public static string Header(StyledValue value, ParameterStyle style, bool explode) =>
        style == ParameterStyle.Json ? value.Json : string.Join(",", Parts(value, explode, static text => text));

    /// <summary>Returns the fields for a query, a form or cookies. Neither names nor values are escaped.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(string name, StyledValue value, ParameterStyle style, bool explode)
    {
        var isObject = value.Kind == JsonValueKind.Object;
        var isList = value.Kind == JsonValueKind.Array;
        if (style == ParameterStyle.Json)
        {
            return [(name, value.Json)];
        }

        if (style == ParameterStyle.DeepObject)
        {
            return value.Leaves.Select(leaf => (leaf.Path is null ? isList ? name + "[]" : name : Bracketed(name, leaf.Path), leaf.Text));
        }

        if (!isObject && !isList)
        {
            return value.Leaves.Select(leaf => (name, leaf.Text));
        }

        if (explode || value.Leaves.Count == 0)
        {
            return value.Leaves.Select(leaf => (leaf.Path ?? name, leaf.Text));
        }

        var delimiter = style switch
        {
            ParameterStyle.SpaceDelimited => " ",
            ParameterStyle.PipeDelimited => "|",
            _ => ",",
        };
        return [(name, string.Join(delimiter, Parts(value, explode: false, static text => text)))];
    }

    /// <summary>Returns a text in the form that is escaped for a URL.</summary>
    /// <exception cref="ArgumentException">The text contains an unpaired surrogate, which has no UTF-8 form.</exception>
    public static string Escape(string name, string text, bool allowReserved)
    {
        var escaped = RequestAddress.Escape(name, text);
        if (!allowReserved || !text.AsSpan().ContainsAny(Reserved))
        {
            return escaped;
        }

        var kept = new StringBuilder();
        foreach (var letter in text.EnumerateRunes())
        {
            var plain = letter.ToString();
            kept.Append(letter.IsAscii && Reserved.Contains((char)letter.Value) ? plain : Uri.EscapeDataString(plain));
        }

        return kept.ToString();
    }

    private static string Join(string name, StyledValue value, bool explode, string delimiter, bool allowReserved) =>
        string.Join(delimiter, Parts(value, explode, text => Escape(name, text, allowReserved)));

    private static string Matrix(string name, StyledValue value, bool explode, bool allowReserved)
    {
        var key = Uri.EscapeDataString(name);
        if (!explode || value.Kind is not (JsonValueKind.Array or JsonValueKind.Object))
        {
            var joined = Join(name, value, explode: false, ",", allowReserved);
            return joined.Length == 0 ? ";" + key : $";{key}={joined}";
        }

        var parts = value.Leaves.Select(
            leaf => $";{(leaf.Path is null ? key : Uri.EscapeDataString(leaf.Path))}={Escape(name, leaf.Text, allowReserved)}");
        return string.Concat(parts);
    }

    /// <summary>
    /// Returns the items of a list, or the members of an object: each name and value as two parts or as one <c>name=value</c> part.
    /// </summary>
    private static IEnumerable<string> Parts(StyledValue value, bool explode, Func<string, string> escape) =>
        value.Leaves.SelectMany(leaf => leaf.Path is null ? [escape(leaf.Text)]
            : explode ? new[] { $"{escape(leaf.Path)}={escape(leaf.Text)}" }
            : [escape(leaf.Path), escape(leaf.Text)]);

    private static string Bracketed(string name, string path)
    {
        var end = path.IndexOf('[', StringComparison.Ordinal);
        return end < 0
            ? string.Create(CultureInfo.InvariantCulture, $"{name}[{path}]")
            : string.Create(CultureInfo.InvariantCulture, $"{name}[{path[..end]}]{path[end..]}");
    }
}
