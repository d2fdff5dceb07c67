using System.Globalization;
using System.Text;
using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items.</param>
/// <param name="Next">The cursor or address of the next page, if the page contains it. It may be in a header instead.</param>
/// <param name="IsLast">Whether the page states that no page follows.</param>
internal sealed record ListPage<T>(IReadOnlyList<T> Items, string? Next, bool IsLast);

/// <summary>Reads pages of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class PageReader<T>(PitchlyPaging paging, JsonReadFunc<T> read)
{
    /// <summary>Reads a page.</summary>
    /// <exception cref="JsonException">The page has no list, or an item has another shape.</exception>
    public ListPage<T> Read(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var page = document.RootElement;
        var list = Find(page, paging.Items);
        if (list is { ValueKind: not (JsonValueKind.Array or JsonValueKind.Null) } or null)
        {
            throw new JsonException($"the page has no list {(paging.Items.Length == 0 ? "at its root" : $"at '{paging.Items}'")}.");
        }

        var items = new List<T>();
        JsonElement? last = null;
        if (list.Value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in list.Value.EnumerateArray())
            {
                items.Add(ReadItem(item));
                last = item;
            }
        }

        var next = paging.By switch
        {
            PageMark.Cursor or PageMark.Url => TextOf(Find(page, paging.Next)),
            PageMark.Item => last is { } item ? TextOf(Find(item, paging.Next)) : null,
            _ => null,
        };
        var isLast = paging.More.Length > 0 && Find(page, paging.More) is not { ValueKind: JsonValueKind.True };
        return new ListPage<T>(items, next, isLast);
    }

    private T ReadItem(JsonElement item)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(item.GetRawText()));
        reader.Read();
        return read(ref reader);
    }

    private static JsonElement? Find(JsonElement root, string pointer)
    {
        var found = root;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (found.ValueKind == JsonValueKind.Object && found.TryGetProperty(name, out var member))
            {
                found = member;
            }
            else if (found.ValueKind == JsonValueKind.Array && IndexOf(name, found.GetArrayLength()) is { } index)
            {
                found = found[index];
            }
            else
            {
                return null;
            }
        }

        return found;
    }

    private static int? IndexOf(string text, int length) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < length ? index : null;

    /// <summary>Returns a string, or the digits of a number; <see langword="null"/> for an empty string or any other value.</summary>
    private static string? TextOf(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } mark ? mark : null,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
