using System.Text.Json;

namespace Pitchly.Emulator.Data;

/// <summary>
/// An index of rows by the text of a value, so that the duration of an upsert does not depend on the number of rows. The index of a field
/// is created when the field is first searched.
/// </summary>
internal sealed class RowIndex
{
    private readonly Dictionary<string, Dictionary<string, HashSet<string>>> _fields = [];

    /// <summary>Returns the ids of the rows whose field has the given text.</summary>
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

    /// <summary>Returns the text that represents a value in comparisons. It is empty if there is no value.</summary>
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
