using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Pitchly.Emulator.Channel;
using Pitchly.Emulator.Data;
using Pitchly.Emulator.GraphQL;
using Pitchly.Emulator.OAuth;
using Pitchly.Emulator.Page;

namespace Pitchly.Emulator;

/// <summary>Pitchly's platform on one machine: OAuth, the GraphQL API, and the page that embeds an App.</summary>
public sealed class PitchlyEmulator : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly SecretFile _secret;

    private PitchlyEmulator(WebApplication host, SecretFile secret, AppRegistration app, Workspace workspace)
    {
        (_host, _secret, AppId, User) = (host, secret, app.AppId, workspace);
        Origin = new Uri(host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    /// <summary>Its address, for OAuth as for the API.</summary>
    public Uri Origin { get; }

    /// <summary>The App ID, made anew at each start.</summary>
    public string AppId { get; }

    /// <summary>The file that holds the App Secret, which its owner alone can read.</summary>
    public string AppSecretPath => _secret.Path;

    /// <summary>The simulated user, and what the page shows.</summary>
    public Workspace User { get; }

    /// <summary>Faults to inject.</summary>
    public FaultPlan Faults => _host.Services.GetRequiredService<FaultPlan>();

    /// <summary>Ends every access token at once.</summary>
    public void RevokeTokens() => _host.Services.GetRequiredService<TokenStore>().RevokeAll();

    /// <summary>Lets every access token expire now, before its time.</summary>
    public void ExpireTokens() => _host.Services.GetRequiredService<TokenStore>().ExpireAll();

    /// <summary>Drops every channel.</summary>
    public void DisconnectChannels() => _host.Services.GetRequiredService<ChannelEndpoint>().DisconnectAll();

    /// <summary>Shows an App in the page, in an iframe, beside those that it shows already.</summary>
    /// <param name="name">What the page calls it.</param>
    /// <param name="address">Where the App is served.</param>
    /// <exception cref="EmulatorException">It is no absolute address.</exception>
    public void Embed(string name, Uri address) => _host.Services.GetRequiredService<EmbeddedApps>().Add(name, address);

    /// <summary>Starts an emulator on the loopback address.</summary>
    /// <param name="options">How it starts.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">A fault of the options makes no sense.</exception>
    /// <exception cref="EmulatorException">The port is in use, or the data file can't be used.</exception>
    public static async Task<PitchlyEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EmulatorOptions();
        if (options.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw new EmulatorException($"There is no port {options.Port}. Choose one from 1 to {IPEndPoint.MaxPort}, or 0 for one that is free.");
        }

        var storage = Storage.Open(options.DatabasePath);
        var app = new AppRegistration(RandomId.AppId(), RandomId.AppSecret(), options.RedirectUris);
        var workspace = new Workspace(storage.OrganizationId, storage.Databases()[0].Id);
        var host = Build(options, storage, app, workspace);
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (IOException error)
        {
            await host.DisposeAsync();
            throw new EmulatorException($"Port {options.Port} of 127.0.0.1 can't be had: {error.InnerException?.Message ?? error.Message}. Choose another with --port, or 0 for one that is free.", error);
        }

        return new PitchlyEmulator(host, SecretFile.Write(app.AppSecret), app, workspace);
    }

    /// <summary>Waits until the emulator stops.</summary>
    /// <param name="cancellationToken">A token to stop it. Ctrl+C and SIGTERM are left to the process, so cancel this to stop it by
    /// them.</param>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _host.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops it, and deletes the secret's file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _secret.Dispose();
    }

    private static WebApplication Build(EmulatorOptions options, Storage storage, AppRegistration app, Workspace workspace)
    {
        // Nothing of the process around it: neither its settings and environment, which could open the emulator to the network, nor its
        // signals.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddFilter("Microsoft", LogLevel.None);
        options.Logging?.Invoke(builder.Logging);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        builder.Services
            .AddSingleton<IHostLifetime, EmbeddedLifetime>()
            .AddRouting()
            .AddSingleton(options)
            .AddSingleton(options.TimeProvider)
            .AddSingleton(app)
            .AddSingleton(workspace)
            .AddSingleton(_ => storage)
            .AddSingleton<TokenStore>()
            .AddSingleton<AuthorizeEndpoint>()
            .AddSingleton<TokenEndpoint>()
            .AddSingleton<RevocationEndpoint>()
            .AddSingleton<DataSchema>()
            .AddSingleton<GraphQLEndpoint>()
            .AddSingleton<ChannelEndpoint>()
            .AddSingleton<UserEndpoint>()
            .AddSingleton<EmbeddedApps>()
            .AddSingleton<PageEndpoint>()
            .AddCors()
            .AddSingleton(new FaultPlan(options.Faults))
            .AddSingleton<FaultInjector>()
            .AddSingleton<FailureGuard>()
            .AddSingleton<PageNews>()
            .AddSingleton<CallWatch>()
            .AddSingleton<FaultEndpoint>();

        var host = builder.Build();
        host.Use(LoopbackGuard.Run);
        host.Use((context, next) => host.Services.GetRequiredService<FailureGuard>().InvokeAsync(context, next));
        host.Use(BrowserRepeat.Run);
        host.Use((context, next) => host.Services.GetRequiredService<CallWatch>().InvokeAsync(context, next));
        host.UseWebSockets();
        host.UseCors(policy => policy
            .SetIsOriginAllowed(LoopbackGuard.IsLoopbackOrigin).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders(HeaderNames.RetryAfter));
        host.Use((context, next) => host.Services.GetRequiredService<FaultInjector>().InvokeAsync(context, next));
        PageAssets.Map(host);
        host.MapGet(PageEndpoint.Path, (PageEndpoint endpoint) => endpoint.Show());
        host.MapGet(PageEndpoint.EventsPath, (PageEndpoint endpoint, CancellationToken cancellationToken) => endpoint.Events(cancellationToken));
        host.MapGet(AuthorizeEndpoint.Path, (HttpRequest request, AuthorizeEndpoint endpoint) => endpoint.Handle(request));
        host.MapPost(TokenEndpoint.Path, (HttpRequest request, TokenEndpoint endpoint) => endpoint.HandleAsync(request));
        host.MapPost(RevocationEndpoint.Path, (HttpRequest request, RevocationEndpoint endpoint) => endpoint.HandleAsync(request));
        host.MapGet(MetadataEndpoint.Path, MetadataEndpoint.Handle);
        host.MapPost(GraphQLEndpoint.Path, (HttpContext context, GraphQLEndpoint endpoint) => endpoint.HandleAsync(context));
        host.Map(ChannelEndpoint.Path, (HttpContext context, ChannelEndpoint endpoint) => endpoint.HandleAsync(context));
        host.MapPost(UserEndpoint.Path, (HttpRequest request, UserEndpoint endpoint) => endpoint.HandleAsync(request));
        host.MapPost(FaultEndpoint.Path, (HttpRequest request, FaultEndpoint endpoint) => endpoint.HandleAsync(request));
        return host;
    }
}
