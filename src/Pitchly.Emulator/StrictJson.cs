using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pitchly.Emulator;

/// <summary>How the emulator reads JSON: a member that stands there twice is a mistake, and so is a number where a name is
/// wanted.</summary>
internal static class StrictJson
{
    public static JsonDocumentOptions Document { get; } = new() { AllowDuplicateProperties = false };

    public static JsonSerializerOptions Serializer { get; } = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };
}
