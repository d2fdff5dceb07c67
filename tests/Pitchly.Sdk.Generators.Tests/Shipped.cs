namespace Pitchly.Generators.Tests;

/// <summary>The schemas of Pitchly.Sdk itself.</summary>
internal static class Shipped
{
    public static readonly IReadOnlyList<(string Name, string Text)> All =
        [Harness.Schema("app.pitchly.json"), Harness.Schema("oauth.pitchly.json"), Harness.Schema("data.pitchly.json")];

    /// <summary>The schemas of the second platform, which refer to the others.</summary>
    public static readonly IReadOnlyList<(string Name, string Text)> SecondPlatform =
        [Harness.Schema("plugin.pitchly.json"), Harness.Schema("workspaces.pitchly.json")];

    /// <summary>Returns the same schema in another namespace, so that its types do not collide with Pitchly.Sdk's own types.</summary>
    public static (string Name, string Text) Elsewhere((string Name, string Text) schema) =>
        (schema.Name, schema.Text.Replace("\"namespace\": \"Pitchly", "\"namespace\": \"Elsewhere", StringComparison.Ordinal));
}
