using Pitchly;
using Pitchly.Data;
using Pitchly.Json;

namespace Quickstart;

/// <summary>Creates filters in the form of the emulator's page. An App passes on filters as it receives them.</summary>
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
