namespace Pitchly.Generators.Tests;

/// <summary>
/// A JsonSerializerContext of the same project does not see generated types. A context that names one is reported.
/// </summary>
public sealed class SerializerContextTests
{
    private static readonly (string Name, string Text) Deals = ("deals.pitchly.json", """
        { "pitchly": "1.0", "namespace": "MyApp", "types": { "Deal": { "type": "object", "properties": { "x": { "type": "string" } } } } }
        """);

    [Theory]
    [InlineData("Deal")]
    [InlineData("MyApp.Deal")]
    [InlineData("System.Collections.Generic.List<Deal>")]
    [InlineData("System.Collections.Generic.Dictionary<string, Deal[]>")]
    [InlineData("Envelope")]
    public void Context_with_a_generated_type_is_reported(string type)
    {
        var source = Context(type);

        var found = Assert.Single(Harness.Run(source, Deals).Diagnostics);

        Assert.Equal("PITCHLY1015", found.Id);
        Assert.Contains("JsonTypeInfoResolver.Combine(MyApp.DealsJsonResolver.Default, …)", found.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(source.IndexOf($"typeof({type})", StringComparison.Ordinal) + "typeof(".Length, found.Location.SourceSpan.Start);
    }

    [Theory]
    [InlineData("string")]
    [InlineData("Own")]
    [InlineData("Missing")]
    public void Context_without_generated_types_is_ignored(string type) => Assert.Empty(Harness.Run(Context(type), Deals).Diagnostics);

    private static string Context(string type) => $$"""
        using MyApp;
        using System.Text.Json.Serialization;

        public sealed record Own(string X, Own? Inner);

        public sealed record Envelope(Deal? Deal);

        [JsonSerializable(typeof({{type}}))]
        public sealed partial class MyContext : JsonSerializerContext;
        """;
}
