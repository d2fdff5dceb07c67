using Pitchly.Http;

namespace Pitchly.Tests.Http;

/// <summary>Tests that the address of a server matches its template, whatever the values of the variables are.</summary>
public sealed class PitchlyServerTests
{
    private const string Template = "https://{region}.example:{port}/{base}/v2";

    [Fact]
    public void Variables_are_inserted_into_the_address()
    {
        Assert.Equal(
            new Uri("https://eu.example:8443/api/data/v2"), Address(Template, ("region", "eu"), ("port", "8443"), ("base", "api/data")));
        Assert.Equal(new Uri("http://localhost:5000"), Address("{scheme}://{host}", ("scheme", "http"), ("host", "localhost:5000")));
        Assert.Equal(new Uri("https://a.example/x/v1"), Address("{server}/v1", ("server", "https://a.example/x")));
    }

    [Fact]
    public void An_address_may_be_relative_to_the_document()
    {
        var document = new Uri("https://docs.example/files/api.json");

        Assert.Equal(
            new Uri("https://docs.example/v2"),
            PitchlyServer.Address("/{version}", document, new PitchlyServerVariable[] { new("version", "v2") }));
        Assert.Equal(new Uri("https://docs.example/files/v2"), PitchlyServer.Address("v2", document, default));
    }

    [Theory]
    [InlineData("region", "evil.example/")]
    [InlineData("region", "evil.example#")]
    [InlineData("region", "evil.example?x=")]
    [InlineData("region", "evil.example\\")]
    [InlineData("region", "user@evil")]
    [InlineData("region", "{port}")]
    [InlineData("region", "a b")]
    [InlineData("region", "evil.example:80")]
    [InlineData("port", "80/x")]
    [InlineData("port", "x")]
    [InlineData("base", "..")]
    [InlineData("base", "a/../../b")]
    [InlineData("base", "a?b=c")]
    public void Value_that_changes_the_address_structure_is_refused(string name, string value)
    {
        var values = new Dictionary<string, string> { ["region"] = "eu", ["port"] = "8443", ["base"] = "api", [name] = value };

        Assert.ThrowsAny<ArgumentException>(() => Address(Template, [.. values.Select(pair => (pair.Key, pair.Value))]));
    }

    [Theory]
    [InlineData("javascript")]
    [InlineData("ftp")]
    [InlineData("https://evil.example/?")]
    public void Scheme_must_be_http_or_https(string scheme) =>
        Assert.ThrowsAny<ArgumentException>(() => Address("{scheme}://api.example", ("scheme", scheme)));

    [Fact]
    public void Value_outside_the_allowed_values_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => PitchlyServer.Address(
            "https://{region}.example", null, new PitchlyServerVariable[] { new("region", "mars", ["eu", "us"]) }));

        Assert.Contains("The server has no region 'mars'. Use one of 'eu', 'us'.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("region", () => Address("https://{region}.example", ("region", null!)));
    }

    private static Uri Address(string template, params (string Name, string Value)[] variables) =>
        PitchlyServer.Address(
            template, null, variables.Select(variable => new PitchlyServerVariable(variable.Name, variable.Value)).ToArray());
}
