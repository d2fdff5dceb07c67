using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Pitchly.Emulator.Channel;
using Pitchly.Emulator.Configuration;
using Pitchly.Emulator.Control;
using Pitchly.Emulator.Data;
using Pitchly.Emulator.OAuth;
using Pitchly.Emulator.Page;

namespace Pitchly.Emulator;

/// <summary>Pitchly's platform on one machine: OAuth, the GraphQL API, and the page that embeds an App.</summary>
public sealed class PitchlyEmulator : IAsyncDisposable
{
    private const string TokensName = "tokens";

    private readonly WebApplication _host;
    private readonly Storage _storage;
    private readonly SecretFiles _secrets;
    private bool _isDisposed;

    private PitchlyEmulator(WebApplication host, Storage storage, EmulatorOptions options)
    {
        (_host, _storage, _secrets) = (host, storage, SecretFiles.Write(storage.Start.Apps));
        var address = new Uri(
            host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        var isEverywhere = options.Address.Equals(IPAddress.Any) || options.Address.Equals(IPAddress.IPv6Any);
        Origin = isEverywhere ? new UriBuilder(address) { Host = IPAddress.Loopback.ToString() }.Uri : address;
    }

    /// <summary>Gets its address, for OAuth as for the API.</summary>
    public Uri Origin { get; }

    /// <summary>Gets the App ID of the first App.</summary>
    public string AppId => AppIds[0];

    /// <summary>Gets the App IDs of all Apps.</summary>
    public IReadOnlyList<string> AppIds => [.. _storage.Start.Apps.Select(app => app.AppId)];

    /// <summary>Gets the file that holds the first App's secret, which its owner alone can read.</summary>
    public string AppSecretPath => _secrets.PathOf(AppId);

    /// <summary>Gets the simulated user, and what the page shows.</summary>
    public Workspace User => _host.Services.GetRequiredService<Workspace>();

    /// <summary>Gets faults to inject.</summary>
    public FaultPlan Faults => _host.Services.GetRequiredService<FaultPlan>();

    private PlatformControl Control => _host.Services.GetRequiredService<PlatformControl>();

    /// <summary>Starts an emulator on the loopback address.</summary>
    /// <param name="options">How it starts.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="ArgumentException">A fault of the options makes no sense.</exception>
    /// <exception cref="EmulatorException">The port is in use, the data file can't be used, or the platform's options do not fit
    /// together.</exception>
    public static async Task<PitchlyEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EmulatorOptions();
        if (options.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw new EmulatorException(
                $"There is no port {options.Port}. Choose one from 1 to {IPEndPoint.MaxPort}, or 0 for one that is free.");
        }

        var clock = new MovableClock(options.TimeProvider);
        var storage = Open(options, clock);
        try
        {
            return new PitchlyEmulator(await StartAsync(options, storage, clock, cancellationToken), storage, options);
        }
        catch
        {
            storage.Dispose();
            throw;
        }
    }

    /// <summary>Gets the file that holds an App's secret, which its owner alone can read.</summary>
    /// <param name="appId">The App ID.</param>
    /// <exception cref="ArgumentException">There is no such App.</exception>
    public string SecretPathOf(string appId) =>
        AppIds.Contains(appId) ? _secrets.PathOf(appId)
            : throw new ArgumentException($"There is no App '{appId}' on the platform.", nameof(appId));

    /// <summary>Ends every access token at once.</summary>
    public void RevokeTokens() => _host.Services.GetRequiredService<TokenStore>().RevokeAll();

    /// <summary>Lets every access token expire now, before its time.</summary>
    public void ExpireTokens() => _host.Services.GetRequiredService<TokenStore>().ExpireAll();

    /// <summary>Moves the emulator's clock forward, by which tokens expire. The clocks of Apps are their own.</summary>
    /// <param name="by">How far.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or beyond what can be counted.</exception>
    public void AdvanceClock(TimeSpan by) => Control.AdvanceClock(by);

    /// <summary>An organization removes an App, which ends all of the App's tokens there; its people are asked again.</summary>
    /// <param name="appId">The App; the first if not given.</param>
    /// <param name="organizationId">The organization; the signed-in person's if not given.</param>
    /// <exception cref="ArgumentException">There is no such App or organization.</exception>
    public void RevokeInstallation(string? appId = null, string? organizationId = null) =>
        Control.RevokeInstallation(appId, organizationId);

    /// <summary>Gives a database another name, of which subscribers are told.</summary>
    /// <param name="databaseId">The database's id.</param>
    /// <param name="name">Its new name.</param>
    /// <exception cref="ArgumentException">There is no such database, or it is no name.</exception>
    public void RenameDatabase(string databaseId, string name) => Control.Rename(databaseId, name);

    /// <summary>Adds a field to a database, of which subscribers are told.</summary>
    /// <param name="databaseId">The database's id.</param>
    /// <param name="field">The field.</param>
    /// <returns>The field's id.</returns>
    /// <exception cref="ArgumentException">There is no such database, or the field does not fit it.</exception>
    public string AddField(string databaseId, FieldOptions field) => Control.AddField(databaseId, field);

    /// <summary>Drops every channel.</summary>
    public void DisconnectChannels() => _host.Services.GetRequiredService<ChannelEndpoint>().DisconnectAll();

    /// <summary>Shows an App in the page, in an iframe, beside those that it shows already.</summary>
    /// <param name="name">What the page calls it.</param>
    /// <param name="address">Where the App is served.</param>
    /// <param name="appId">Which App it is; the first if not given.</param>
    /// <exception cref="EmulatorException">It is no absolute address, its origin is none of the App's, or there is no such App.</exception>
    public void Embed(string name, Uri address, string? appId = null) =>
        _host.Services.GetRequiredService<EmbeddedApps>().Add(name, address, appId);

    /// <summary>Puts all back as it was at the start: data, tokens, installations, faults, the user and the clock. Channels are
    /// dropped.</summary>
    /// <returns>A task that is completed when it is done.</returns>
    public Task ResetAsync()
    {
        Control.Reset();
        return Task.CompletedTask;
    }

    /// <summary>Waits until the emulator stops.</summary>
    /// <param name="cancellationToken">A token to stop it. Ctrl+C and SIGTERM are left to the process, so cancel this to stop it by
    /// them.</param>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _host.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops it, and deletes the secrets' files. A data file keeps the tokens too.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        await _host.StopAsync(CancellationToken.None);
        _storage.Save(TokensName, _host.Services.GetRequiredService<TokenStore>().State);
        await _host.DisposeAsync();
        _secrets.Dispose();
    }

    private static Storage Open(EmulatorOptions options, TimeProvider time)
    {
        var source = options.Platform is null ? null : JsonSerializer.Serialize(options.Platform, ConfigurationFile.Serializer);
        return Storage.Open(
            options.DatabasePath, source, () =>
                PlatformBuilder.Build(options.Platform ?? DefaultPlatform.Options(options.RedirectUris)), options.StartAnew, time);
    }

    private static async Task<WebApplication> StartAsync(
        EmulatorOptions options, Storage storage, MovableClock clock, CancellationToken cancellationToken)
    {
        var host = EmulatorHost.Build(options, storage, clock);
        try
        {
            if (storage.Load<TokenState>(TokensName) is { } kept)
            {
                host.Services.GetRequiredService<TokenStore>().State = kept;
            }

            await host.StartAsync(cancellationToken);
            return host;
        }
        catch (IOException error)
        {
            await host.DisposeAsync();
            throw new EmulatorException(
                $"Port {options.Port} of {options.Address} can't be had: {error.InnerException?.Message ?? error.Message}. "
                    + "Choose another with --port, or 0 for one that is free.",
                error);
        }
    }
}
