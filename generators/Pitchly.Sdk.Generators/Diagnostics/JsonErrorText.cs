using System.Text.Json;

namespace Pitchly.Generators.Diagnostics;

internal static class JsonErrorText
{
    /// <summary>The reader's own message without its position, which the diagnostic carries as a location.</summary>
    public static string WithoutPosition(JsonException error)
    {
        var position = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var text = position < 0 ? error.Message : error.Message.Substring(0, position);
        return text.TrimEnd('.', ' ');
    }
}
