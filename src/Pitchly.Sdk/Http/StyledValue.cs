using System.Text;
using System.Text.Json;

namespace Pitchly.Http;

/// <summary>
/// A value split into parts: one text, a list of texts, or named texts. The kind is determined from the value's JSON, so that all types are
/// handled in the same way.
/// </summary>
internal sealed class StyledValue
{
    private readonly List<(string? Path, string Text)> _leaves = [];

    private StyledValue(JsonValueKind kind) => Kind = kind;

    /// <summary>Gets the kind of the value as JSON: an array, an object, or a plain value.</summary>
    public JsonValueKind Kind { get; }

    /// <summary>Gets a value indicating whether a part of a list or an object is itself a list or an object.</summary>
    public bool IsNested { get; private set; }

    /// <summary>Gets the value as JSON.</summary>
    public string Json { get; private init; } = "";

    /// <summary>
    /// Gets the parts. The items of a list have no path. The parts of an object have the member's name as their path, followed by the
    /// nested names in brackets.
    /// </summary>
    public IReadOnlyList<(string? Path, string Text)> Leaves => _leaves;

    /// <summary>Splits a value into parts; <see langword="null"/> if there is no value.</summary>
    /// <exception cref="ArgumentException">A string contains an unpaired surrogate.</exception>
    public static StyledValue? Of<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        using var body = JsonBody.Write(value, write);
        using var json = JsonDocument.Parse(body.Utf8);
        var root = json.RootElement;
        if (root.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var styled = new StyledValue(root.ValueKind) { Json = Encoding.UTF8.GetString(body.Utf8.Span) };
        styled.Add(root, null, depth: 0);
        return styled;
    }

    private void Add(JsonElement element, string? path, int depth)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                IsNested |= depth > 0;
                foreach (var item in element.EnumerateArray())
                {
                    Add(item, path is null ? null : path + "[]", depth + 1);
                }

                break;
            case JsonValueKind.Object:
                IsNested |= depth > 0;
                foreach (var member in element.EnumerateObject())
                {
                    Add(member.Value, path is null ? member.Name : $"{path}[{member.Name}]", depth + 1);
                }

                break;
            case JsonValueKind.Null:
                break;
            default:
                _leaves.Add((path, element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText()));
                break;
        }
    }
}
