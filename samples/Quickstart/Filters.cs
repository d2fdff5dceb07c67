using Pitchly;
using Pitchly.Data;
using Pitchly.Json;

namespace Quickstart;

/// <summary>Filters as the emulator's page makes them. An App takes filters as they come, and hands them on.</summary>
internal static class Filters
{
    public static Filter Contains(FieldId field, string text) => new(JsonText.Parse($$"""
        {
          "conditions": [
            {
              "left": { "type": "field", "value": {{JsonText.FromString(field.Value)}} },
              "comparison": { "operator": "contains" },
              "right": { "type": "input", "value": {{JsonText.FromString(text)}} }
            }
          ]
        }
        """));
}
