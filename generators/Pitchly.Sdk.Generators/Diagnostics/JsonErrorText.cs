using System.Text.Json;

namespace Pitchly.Generators.Diagnostics;

internal static class JsonErrorText
{
    /// <summary>Returns the reader's error message without the position, which the diagnostic reports as its location.</summary>
    public static string WithoutPosition(JsonException error)
    {
        var position = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var text = position < 0 ? error.Message : error.Message.Substring(0, position);
        return text.TrimEnd('.', ' ');
    }
}
