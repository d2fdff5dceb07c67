using System.Text.Json;

namespace Pitchly.Docs.Tests;

/// <summary>Tests the address at which editors find the JSON Schema of the dialect.</summary>
public sealed class SchemaAddressTests
{
    private const string Name = "pitchly-schema-1.0.json";

    [Fact]
    public void Id_of_the_JSON_Schema_is_its_address_on_the_site()
    {
        var schema = JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src/Pitchly.Sdk/Schemas", Name)));

        Assert.Equal($"{Repository.Site}schemas/{Name}", schema.GetProperty("$id").GetString());
    }
}
