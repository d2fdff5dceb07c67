using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pitchly.Emulator;

/// <summary>The emulator's JSON settings: duplicate members are errors, and so are numbers in place of enum names.</summary>
internal static class StrictJson
{
    public static JsonDocumentOptions Document { get; } = new() { AllowDuplicateProperties = false };

    public static JsonSerializerOptions Serializer { get; } = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };
}
