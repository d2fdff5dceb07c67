namespace Pitchly.Analyzers.Tests;

/// <summary>Tests that the message about a server-only API gives the reason.</summary>
public sealed class ServerOnlyTests
{
    private static readonly Dictionary<string, string> _client = new() { ["build_property.PitchlyProjectKind"] = "client" };

    [Theory]
    [InlineData("object M(System.Net.Http.HttpClient http) => new Pitchly.OAuth.PitchlyOAuthClient(http);", "it is declared for servers")]
    [InlineData("void M(string given) => Vendor.SignIn(given);", "it takes a secret, and a client cannot keep a secret")]
    public async Task Message_gives_the_reason(string method, string reason)
    {
        var vendor = Harness.Compile(Harness.Parse("public static class Vendor { public static void SignIn(string clientSecret) { } }"))
            .WithAssemblyName("Vendor");
        var client = Harness.Compile(Harness.Parse($"class C {{ {method} }}")).AddReferences(vendor.ToMetadataReference());

        var found = await Harness.AnalyzeAsync(client, _client, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(reason, Assert.Single(found, one => one.Id == "PITCHLY2004").GetMessage(null), StringComparison.Ordinal);
    }
}
