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

/// <summary>An emulator of Pitchly's platform on the local machine: OAuth, the GraphQL API, and the page that embeds an App.</summary>
public sealed class PitchlyEmulator : IAsyncDisposable
{
    private const string TokensName = "tokens";

    private readonly WebApplication _host;
    private readonly Storage _storage;
    private readonly SecretFiles _secrets;
    private bool _isDisposed;

    private PitchlyEmulator(WebApplication host, Storage storage, EmulatorOptions options)
    {
        (_host, _storage, _secrets) = (host, storage, SecretFiles.Write(storage.InitialPlatform.Apps));
        var address = new Uri(
            host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        var isEverywhere = options.Address.Equals(IPAddress.Any) || options.Address.Equals(IPAddress.IPv6Any);
        Origin = isEverywhere ? new UriBuilder(address) { Host = IPAddress.Loopback.ToString() }.Uri : address;
    }

    /// <summary>Gets the emulator's address. OAuth and the API use the same address.</summary>
    public Uri Origin { get; }

    /// <summary>Gets the App ID of the first App.</summary>
    public string AppId => AppIds[0];

    /// <summary>Gets the App IDs of all Apps.</summary>
    public IReadOnlyList<string> AppIds => [.. _storage.InitialPlatform.Apps.Select(app => app.AppId)];

    /// <summary>Gets the path of the file that contains the first App's secret. Only its owner can read it.</summary>
    public string AppSecretPath => _secrets.PathOf(AppId);

    /// <summary>Gets the simulated user and the state of the page.</summary>
    public Workspace User => _host.Services.GetRequiredService<Workspace>();

    /// <summary>Gets the faults to inject.</summary>
    public FaultPlan Faults => _host.Services.GetRequiredService<FaultPlan>();

    private PlatformControl Control => _host.Services.GetRequiredService<PlatformControl>();

    /// <summary>Starts an emulator. By default it listens on the loopback address.</summary>
    /// <param name="options">The options of the emulator.</param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    /// <exception cref="ArgumentException">A fault in the options is not valid.</exception>
    /// <exception cref="EmulatorException">The port is in use, the data file can't be used, or the platform's options are not
    /// consistent.</exception>
    public static async Task<PitchlyEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EmulatorOptions();
        if (options.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw new EmulatorException(
                $"{options.Port} is not a valid port. Use a port from 1 to {IPEndPoint.MaxPort}, or 0 for a free port.");
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

    /// <summary>Returns the path of the file that contains an App's secret. Only its owner can read it.</summary>
    /// <param name="appId">The App ID.</param>
    /// <exception cref="ArgumentException">The App does not exist.</exception>
    public string SecretPathOf(string appId) =>
        AppIds.Contains(appId) ? _secrets.PathOf(appId)
            : throw new ArgumentException($"There is no App '{appId}' on the platform.", nameof(appId));

    /// <summary>Revokes all access tokens.</summary>
    public void RevokeTokens() => _host.Services.GetRequiredService<TokenStore>().RevokeAll();

    /// <summary>Expires all access tokens now.</summary>
    public void ExpireTokens() => _host.Services.GetRequiredService<TokenStore>().ExpireAll();

    /// <summary>Moves the emulator's clock forward. Tokens expire by this clock. The clocks of Apps do not change.</summary>
    /// <param name="by">The time to add.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative, or the resulting time is too close to the maximum
    /// date.</exception>
    public void AdvanceClock(TimeSpan by) => Control.AdvanceClock(by);

    /// <summary>
    /// Removes an App from an organization and revokes all of its tokens there. The organization's people must approve the App again.
    /// </summary>
    /// <param name="appId">The App ID. The default is the first App.</param>
    /// <param name="organizationId">The organization's id. The default is the organization of the signed-in person.</param>
    /// <exception cref="ArgumentException">The App or the organization does not exist.</exception>
    public void RevokeInstallation(string? appId = null, string? organizationId = null) =>
        Control.RevokeInstallation(appId, organizationId);

    /// <summary>Renames a database. Subscribers are notified.</summary>
    /// <param name="databaseId">The database's id.</param>
    /// <param name="name">The new name.</param>
    /// <exception cref="ArgumentException">The database does not exist, or the name is empty.</exception>
    public void RenameDatabase(string databaseId, string name) => Control.Rename(databaseId, name);

    /// <summary>Adds a field to a database. Subscribers are notified.</summary>
    /// <param name="databaseId">The database's id.</param>
    /// <param name="field">The field.</param>
    /// <returns>The field's id.</returns>
    /// <exception cref="ArgumentException">The database does not exist, or it already has a field of that id or name.</exception>
    public string AddField(string databaseId, FieldOptions field) => Control.AddField(databaseId, field);

    /// <summary>Drops the connections of all channels.</summary>
    public void DisconnectChannels() => _host.Services.GetRequiredService<ChannelEndpoint>().DisconnectAll();

    /// <summary>Shows an App in an iframe of the page, in addition to the Apps that it already shows.</summary>
    /// <param name="name">The name that the page shows.</param>
    /// <param name="address">The URL of the App.</param>
    /// <param name="appId">The App ID. The default is the first App.</param>
    /// <exception cref="EmulatorException">The URL is not an absolute HTTP URL, its origin is not one of the App's, or the App does not
    /// exist.</exception>
    public void Embed(string name, Uri address, string? appId = null) =>
        _host.Services.GetRequiredService<EmbeddedApps>().Add(name, address, appId);

    /// <summary>Restores the initial state: data, tokens, installations, faults, the user and the clock. Drops all channels.</summary>
    /// <returns>A task that completes when the state is restored.</returns>
    public Task ResetAsync()
    {
        Control.Reset();
        return Task.CompletedTask;
    }

    /// <summary>Waits until the emulator stops.</summary>
    /// <param name="cancellationToken">A token to stop the emulator. The emulator does not handle Ctrl+C and SIGTERM; to stop it on these
    /// signals, cancel this token.</param>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _host.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops the emulator and deletes the files with the secrets. If there is a data file, the tokens are saved in it.</summary>
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
                $"Port {options.Port} of {options.Address} is not available: {error.InnerException?.Message ?? error.Message}. "
                    + "Specify another port with --port, or 0 for a free port.",
                error);
        }
    }
}
