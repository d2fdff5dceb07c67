using Microsoft.AspNetCore.WebUtilities;
using Pitchly.Data;
using Pitchly.Emulator;
using Pitchly.Http;
using Pitchly.Json;
using Pitchly.OAuth;
using Pitchly.Sdk.Tests;

namespace Pitchly.EndToEnd.Tests;

/// <summary>Tests the SDK's generated clients against the emulator, which shares no code with them.</summary>
public sealed class SdkAgainstEmulatorTests : IAsyncLifetime
{
    private static readonly Uri RedirectUri = new("https://app.example/callback");

    private PitchlyEmulator _emulator = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AppId AppId => new(_emulator.AppId);

    private PitchlySecret AppSecret => new(File.ReadAllText(_emulator.AppSecretPath));

    private OrganizationId OrganizationId => new(_emulator.User.OrganizationId);

    private DatabaseId DatabaseId => new(_emulator.User.DatabaseId);

    public async ValueTask InitializeAsync()
    {
        _emulator = await PitchlyEmulator.StartAsync(new EmulatorOptions { RedirectUris = [RedirectUri] }, Cancellation);
        _http = new LongTimeoutHttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _emulator.Origin };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Sign_in_uses_PKCE_and_the_refresh_token_rotates()
    {
        var oauth = new PitchlyOAuthClient(_http);
        var pkce = PkceChallenge.Create();
        using var redirect = await _http.GetAsync(oauth.AuthorizeUri(AppId, "state1", pkce.Challenge, RedirectUri), Cancellation);
        var query = QueryHelpers.ParseQuery(redirect.Headers.Location!.Query);
        Assert.Equal("state1", query["state"]);

        var tokens = await oauth.RedeemCodeAsync(
            new AuthorizationCodeGrant
            {
                AppId = AppId,
                AppSecret = AppSecret,
                Code = new PitchlySecret(query["code"]!),
                RedirectUri = RedirectUri,
                CodeVerifier = pkce.Verifier
            }, Cancellation);
        var refreshed = await oauth.RefreshAsync(
            new RefreshTokenGrant { AppId = AppId, AppSecret = AppSecret, RefreshToken = tokens.RefreshToken! }, Cancellation);
        Assert.NotEqual(tokens.RefreshToken, refreshed.RefreshToken);
        var refused = await Assert.ThrowsAsync<PitchlyHttpException<OAuthError>>(
            () => oauth.RefreshAsync(
                new RefreshTokenGrant { AppId = AppId, AppSecret = AppSecret, RefreshToken = tokens.RefreshToken! },
                Cancellation).AsTask());
        Assert.Equal("invalid_grant", refused.Failure.Error);
    }

    [Fact]
    public async Task Clock_hours_ahead_is_an_expired_token_error()
    {
        var heard = new List<string>();
        var options = new PitchlyAppOptions { AppId = AppId, Origin = _emulator.Origin, TimeProvider = new HoursAhead() };
        var callbacks = new PitchlyAppCallbacks
        {
            OnConnect = (connect, _) =>
            {
                heard.Add(connect.Match(_ => "success", failure => failure.Error.Name));
                return default;
            },
        };

        var error =
            await Assert.ThrowsAsync<PitchlyException>(() => PitchlyAppClient.ConnectAsync(options, callbacks, Cancellation).AsTask());

        Assert.Equal([PitchlyErrorNames.ExpiredToken], heard);
        Assert.Contains("Check this machine's clock.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_reads_and_writes_with_its_own_token()
    {
        await using var tokens =
            new AccessTokenManager(new ClientCredentialsTokenSource(new PitchlyOAuthClient(_http), AppId, AppSecret, OrganizationId));
        var data = new PitchlyDataClient(_http, tokens);

        var database = (await data.GetDatabasesAsync(OrganizationId, cancellationToken: Cancellation))[0];
        Assert.Equal(DatabaseId, database.Id);
        Assert.Equal(FieldType.String, database.Fields[0].Type);
        Assert.Empty(await data.GetDatabasesAsync(OrganizationId, docDbOnly: true, Cancellation));
        Assert.Equal(database.Name, (await data.GetDatabaseAsync(DatabaseId, Cancellation))!.Name);
        Assert.Null(await data.GetDatabaseAsync(new DatabaseId("nowhere"), Cancellation));

        var name = database.Fields[0].Id;
        var written = await data.UpsertRowAsync(DatabaseId, Input(name, "Project Kauri"), [name], Cancellation);
        Assert.Equal(written, await data.UpsertRowAsync(DatabaseId, Input(name, "Project Kauri"), [name], Cancellation));
        await data.UpdateRowAsync(DatabaseId, written.Id, Input(name, "Project \"Kauri\" 😀"), Cancellation);
        var row = (await data.GetRowsAsync(DatabaseId, cancellationToken: Cancellation)).Single(row => row.Id == written.Id);
        Assert.Equal("Project \"Kauri\" 😀", row.Cols[0].Value.Val.AsString());
        Assert.Equal(9, await data.CountRowsAsync(DatabaseId, cancellationToken: Cancellation));
        Assert.True(await data.DeleteRowAsync(DatabaseId, written.Id, Cancellation));

        var refused = await Assert.ThrowsAsync<PitchlyException>(() => data.DeleteRowAsync(DatabaseId, written.Id, Cancellation).AsTask());
        Assert.Equal("not-found", refused.Error.Name);
    }

    [Fact]
    public async Task Wrong_secret_stops_token_renewal_with_an_error()
    {
        await using var tokens = new AccessTokenManager(new ClientCredentialsTokenSource(
            new PitchlyOAuthClient(_http), AppId, new PitchlySecret("wrong"), OrganizationId));
        var refused = await Assert.ThrowsAsync<PitchlyException>(() => tokens.GetAccessTokenAsync(Cancellation).AsTask());
        Assert.Equal(("invalid_client", 401), (refused.Error.Name, refused.Error.Code));
        Assert.Equal(AccessTokenState.Stopped, tokens.State);
    }

    [Fact]
    public async Task App_receives_user_actions_over_a_WebSocket()
    {
        var filters = new List<string?>();
        await using var client = await PitchlyAppClient.ConnectAsync(
            new PitchlyAppOptions { AppId = AppId, Origin = _emulator.Origin, LoggerFactory = LeakWatch.Loggers },
            new PitchlyAppCallbacks
            {
                OnConnect = (_, _) => default,
                OnFilter = (filter, _) =>
                {
                    filters.Add(filter?.ToString());
                    return default;
                },
            },
            Cancellation);
        _emulator.User.SetFilter("""{"conditions":[]}""");
        _emulator.User.Select(["r1"]);
        Assert.Equal([new RowId("r1")], await client.RequestSelectionAsync(Cancellation));
        Assert.Equal([null, """{"conditions":[]}"""], filters);
        Assert.Equal((OrganizationId, DatabaseId), (client.OrganizationId, client.DatabaseId));
        Assert.Equal(_emulator.User.UserId, (await client.RequestUserIdAsync(Cancellation)).Value);

        var data = new PitchlyDataClient(_http, client);
        Assert.Equal(8, await data.CountRowsAsync(DatabaseId, client.Filter, Cancellation));
    }

    [Fact]
    public async Task A_revoked_token_is_renewed_and_an_idempotent_call_repeated()
    {
        var time = new WatchedTime(DateTimeOffset.UnixEpoch);
        await using var tokens = new AccessTokenManager(
            new ClientCredentialsTokenSource(new PitchlyOAuthClient(_http), AppId, AppSecret, OrganizationId, time),
            new AccessTokenOptions { TimeProvider = time, LoggerFactory = LeakWatch.Loggers });
        var data = new PitchlyDataClient(_http, tokens);
        var name = (await data.GetDatabaseAsync(DatabaseId, Cancellation))!.Fields[0].Id;
        var row = (await data.GetRowsAsync(DatabaseId, cancellationToken: Cancellation))[0].Id;

        Revoke();
        Assert.Equal(8, await data.CountRowsAsync(DatabaseId, cancellationToken: Cancellation));
        Revoke();
        Assert.Equal(row, (await data.UpdateRowAsync(DatabaseId, row, Input(name, "Renamed"), Cancellation)).Id);
        Revoke();
        var refused =
            await Assert.ThrowsAsync<PitchlyException>(() => data.InsertRowAsync(DatabaseId, Input(name, "Twice?"), Cancellation).AsTask());
        Assert.Equal(PitchlyErrorNames.NotAuthorized, refused.Error.Name);
        Assert.Equal(8, await data.CountRowsAsync(DatabaseId, cancellationToken: Cancellation));

        void Revoke()
        {
            time.Advance(TimeSpan.FromSeconds(5));
            _emulator.RevokeTokens();
        }
    }

    [Fact]
    public async Task Telemetry_covers_tokens_and_calls()
    {
        var heard = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, it) =>
            {
                if (instrument.Meter.Name == PitchlyTelemetry.Name)
                {
                    it.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, _, tags, _) => heard.Add($"{instrument.Name} {string.Join(' ', tags.ToArray())}".Trim()));
        listener.SetMeasurementEventCallback<double>(
            (instrument, _, tags, _) => heard.Add($"{instrument.Name} {string.Join(' ', tags.ToArray())}".Trim()));
        listener.Start();

        await using var tokens =
            new AccessTokenManager(new ClientCredentialsTokenSource(new PitchlyOAuthClient(_http), AppId, AppSecret, OrganizationId));
        await new PitchlyDataClient(_http, tokens).CountRowsAsync(DatabaseId, cancellationToken: Cancellation);
        await using var wrong = new AccessTokenManager(new ClientCredentialsTokenSource(
            new PitchlyOAuthClient(_http), AppId, new PitchlySecret("wrong"), OrganizationId));
        await Assert.ThrowsAsync<PitchlyException>(() => wrong.GetAccessTokenAsync(Cancellation).AsTask());

        Assert.Contains("pitchly.token.renewals", heard);
        Assert.Contains("pitchly.token.failures [error.type, invalid_client]", heard);
        Assert.Contains("pitchly.client.call.duration [pitchly.endpoint, countRows] [error.type, ]", heard);
        Assert.DoesNotContain(heard, LeakWatch.IsLeak);
    }

    private static RowInput Input(FieldId field, string text) =>
        new() { Cols = [new Col { FieldId = field, Value = new FieldValue { Val = JsonText.FromString(text) } }] };

    private sealed class HoursAhead : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow.AddHours(3);
    }
}
