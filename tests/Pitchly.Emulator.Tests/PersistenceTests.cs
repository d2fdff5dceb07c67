using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests what a data file stores and what a reset restores.</summary>
public sealed class PersistenceTests : IDisposable
{
    private const string Secret = "the-secret-of-the-full-app";
    private readonly ConfigurationFolder _folder = ConfigurationFolder.Whole();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_data_file_keeps_rows_fields_tokens_and_secrets()
    {
        string refresh, secret;
        await using (var first = await StartAsync(Default()))
        {
            using var http = new LongTimeoutHttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = first.Origin };
            secret = await File.ReadAllTextAsync(first.AppSecretPath, Cancellation);
            refresh = (await SignInAsync(http, first.AppId, secret)).GetProperty("refresh_token").GetString()!;
            await DeleteFirstAsync(http, secret, first.User.DatabaseId);
            first.RenameDatabase(first.User.DatabaseId, "Renamed");
            first.AddField(first.User.DatabaseId, new FieldOptions { Name = "Added" });
        }

        await using var second = await StartAsync(Default());
        using var again = new LongTimeoutHttpClient { BaseAddress = second.Origin };
        Assert.Equal(secret, await File.ReadAllTextAsync(second.AppSecretPath, Cancellation));
        var database = await AskAsync(
            again, $"{{ database(secretKey: \"{secret}\", id: \"{second.User.DatabaseId}\") {{ name fields {{ name }} }} }}");
        Assert.Equal("Renamed", database.GetProperty("database").GetProperty("name").GetString());
        Assert.Equal(
            "Added", database.GetProperty("database").GetProperty("fields").EnumerateArray().Last().GetProperty("name").GetString());
        Assert.Equal(7, await CountAsync(again, secret, second.User.DatabaseId));
        Assert.Equal(200, (await TokenAsync(again, ("grant_type", "refresh_token"), ("client_id", second.AppId), ("client_secret", secret),
            ("refresh_token", refresh))).Status);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Data_file_is_private_to_its_owner()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are Unix's.");
        await using var emulator = await StartAsync(Default());

        var files = Directory.GetFiles(_folder["kept"]);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder["kept"]));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Existing_data_file_becomes_private_to_its_owner()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are Unix's.");
        await File.WriteAllBytesAsync(_folder["open.db"], [], Cancellation);
        File.SetUnixFileMode(_folder["open.db"], (UnixFileMode)0b110_110_110);

        await using var emulator = await StartAsync(new EmulatorOptions { DatabasePath = _folder["open.db"] });

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["open.db"]));
    }

    [Fact]
    public async Task Changed_configuration_is_refused_without_a_reset()
    {
        await using (await StartAsync(Configured()))
        {
        }

        _folder.Write("emulator.json", ConfigurationFolder.Everything.Replace("\"North\"", "\"Other\"", StringComparison.Ordinal));
        var error = await Assert.ThrowsAsync<EmulatorException>(() => StartAsync(Configured()));
        Assert.Contains("--reset", error.Message, StringComparison.Ordinal);

        var options = Configured();
        options.StartAnew = true;
        await using var anew = await StartAsync(options);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reset_restores_all_data(bool isByEndpoint)
    {
        await using var emulator = await StartAsync(Configured());
        using var http = new LongTimeoutHttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = emulator.Origin };
        var tokens = await SignInAsync(http, "appFull", Secret);
        await DeleteFirstAsync(http, Secret, "deals");
        emulator.User.Open("clients");
        emulator.User.Select(["c1"]);
        emulator.Faults.Inject(new Fault("/nowhere", FaultKind.Status));
        emulator.RenameDatabase("deals", "Other");
        emulator.AdvanceClock(TimeSpan.FromHours(1));

        if (isByEndpoint)
        {
            using var answer = await http.PostAsync("/emulator/reset", null, Cancellation);
            Assert.Equal(204, (int)answer.StatusCode);
        }
        else
        {
            await emulator.ResetAsync();
        }

        Assert.Equal(4, await CountAsync(http, Secret, "deals"));
        Assert.Equal("Deals", (await AskAsync(http, $"{{ database(secretKey: \"{Secret}\", id: \"deals\") {{ name }} }}"))
            .GetProperty("database").GetProperty("name").GetString());
        Assert.Equal(("deals", 0), (emulator.User.DatabaseId, emulator.User.Selection.Count));
        var refresh = tokens.GetProperty("refresh_token").GetString()!;
        Assert.Equal(400, (await TokenAsync(http, ("grant_type", "refresh_token"), ("client_id", "appFull"), ("client_secret", Secret),
            ("refresh_token", refresh))).Status);
        using var page = await http.GetAsync("/emulator/page", Cancellation);
        var shown = JsonElement.Parse(await page.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(
            (0, 0), (shown.GetProperty("faults").GetArrayLength(), shown.GetProperty("clock").GetProperty("aheadSeconds").GetInt32()));
    }

    private static Task<PitchlyEmulator> StartAsync(EmulatorOptions options) => PitchlyEmulator.StartAsync(options, Cancellation);

    private EmulatorOptions Default() => new() { DatabasePath = Path.Combine(_folder["kept"], "data.db") };

    private EmulatorOptions Configured() =>
        new() { DatabasePath = _folder["data.db"], Platform = PlatformOptions.Load(_folder["emulator.json"]) };

    private static async Task<JsonElement> SignInAsync(HttpClient http, string appId, string secret)
    {
        using var authorized = await http.GetAsync($"/oauth/authorize?response_type=code&client_id={appId}", Cancellation);
        var code = QueryHelpers.ParseQuery(authorized.Headers.Location!.Query)["code"].ToString();
        return (await TokenAsync(
            http, ("grant_type", "authorization_code"), ("client_id", appId), ("client_secret", secret), ("code", code))).Answer;
    }

    private static async Task<(int Status, JsonElement Answer)> TokenAsync(HttpClient http, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync("/api/oauth/token", form, Cancellation);
        return ((int)answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation)));
    }

    private static async Task<JsonElement> AskAsync(HttpClient http, string query)
    {
        using var answer = await http.PostAsync("/graphql", new StringContent(JsonSerializer.Serialize(new { query })), Cancellation);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).GetProperty("data");
    }

    private static async Task<int> CountAsync(HttpClient http, string secret, string database) =>
        (await AskAsync(http, $"{{ dataCount(secretKey: \"{secret}\", databaseId: \"{database}\") }}")).GetProperty("dataCount").GetInt32();

    private static async Task DeleteFirstAsync(HttpClient http, string secret, string database)
    {
        var rows = await AskAsync(http, $"{{ data(secretKey: \"{secret}\", databaseId: \"{database}\") {{ _id }} }}");
        var id = rows.GetProperty("data")[0].GetProperty("_id").GetString();
        await AskAsync(http, $"mutation {{ deleteRow(secretKey: \"{secret}\", databaseId: \"{database}\", rowId: \"{id}\") }}");
    }
}
