using System.Text.Json;

namespace Pitchly.Emulator.Data;

/// <summary>
/// Finds rows by the text of a value, so that an upsert takes as long in a large table as in a small one. A field's part is made when it is
/// asked for first.
/// </summary>
internal sealed class RowIndex
{
    private readonly Dictionary<string, Dictionary<string, HashSet<string>>> _fields = [];

    /// <summary>Returns the ids of the rows that have a text in a field.</summary>
    public IReadOnlyCollection<string> Find(string fieldId, string text, IEnumerable<Row> all)
    {
        if (!_fields.TryGetValue(fieldId, out var texts))
        {
            _fields[fieldId] = texts = [];
            foreach (var row in all)
            {
                Add(texts, TextOf(row.Val(fieldId)), row.Id);
            }
        }

        return texts.GetValueOrDefault(text) ?? [];
    }

    public void Add(Row row)
    {
        foreach (var (fieldId, texts) in _fields)
        {
            Add(texts, TextOf(row.Val(fieldId)), row.Id);
        }
    }

    public void Remove(Row row)
    {
        foreach (var (fieldId, texts) in _fields)
        {
            if (texts.TryGetValue(TextOf(row.Val(fieldId)), out var ids) && ids.Remove(row.Id) && ids.Count == 0)
            {
                texts.Remove(TextOf(row.Val(fieldId)));
            }
        }
    }

    /// <summary>Returns the text by which values are compared; empty for none.</summary>
    public static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static void Add(Dictionary<string, HashSet<string>> texts, string text, string rowId)
    {
        if (!texts.TryGetValue(text, out var ids))
        {
            texts[text] = ids = [];
        }

        ids.Add(rowId);
    }
}
