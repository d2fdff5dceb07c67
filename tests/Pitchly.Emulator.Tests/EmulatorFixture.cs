using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Pitchly.Emulator.Tests;

/// <summary>Starts an emulator and a plain HTTP client that does not use the SDK.</summary>
public abstract class EmulatorFixture : IAsyncLifetime
{
    protected const string RedirectUri = "https://app.example/callback";

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    protected PitchlyEmulator Emulator { get; private set; } = null!;

    protected HttpClient Http { get; private set; } = null!;

    protected string Secret => File.ReadAllText(Emulator.AppSecretPath);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Emulator = await PitchlyEmulator.StartAsync(Options(), Cancellation);
        Http = new LongTimeoutHttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Emulator.Origin };
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        await Emulator.DisposeAsync();
    }

    protected virtual EmulatorOptions Options() =>
        new() { TimeProvider = Time, RedirectUris = [new Uri(RedirectUri), new Uri("https://app.example/other")] };

    protected async Task<(int Status, JsonElement Answer)> TokenAsync(params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await Http.PostAsync("/api/oauth/token", form, Cancellation);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    protected async Task<JsonElement> AppTokenAsync() => (await TokenAsync(
        ("grant_type", "client_credentials"), ("client_id", Emulator.AppId), ("client_secret", Secret), (
            "organization_id", Emulator.User.OrganizationId))).Answer;

    protected async Task<JsonElement> GraphQLAsync(string query, object variables)
    {
        using var answer = await Http.PostAsJsonAsync("/graphql", new { query, variables }, Cancellation);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    protected static (string Error, string Reason) Failure(JsonElement answer)
    {
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").ValueKind);
        var error = answer.GetProperty("errors")[0];
        Assert.Equal(
            ("An error has occurred", "GQLError"), (error.GetProperty("message").GetString(), error.GetProperty("name").GetString()));
        return (error.GetProperty("data").GetProperty("error").GetString()!, error.GetProperty("data").GetProperty("reason").GetString()!);
    }
}
