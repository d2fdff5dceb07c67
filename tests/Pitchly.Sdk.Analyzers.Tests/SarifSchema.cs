using NJsonSchema;

namespace Pitchly.Analyzers.Tests;

/// <summary>The schema of SARIF 2.1.0 from the package of Microsoft's SARIF SDK.</summary>
internal static class SarifSchema
{
    private static readonly Lazy<Task<JsonSchema>> Schema =
        new(() => JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.json")));

    public static async Task ValidateAsync(string log) =>
        Assert.Empty((await Schema.Value).Validate(log).Select(error => error.ToString()));
}
