using Microsoft.Net.Http.Headers;
using Pitchly.Emulator.Channel;
using Pitchly.Emulator.Control;
using Pitchly.Emulator.Data;
using Pitchly.Emulator.GraphQL;
using Pitchly.Emulator.OAuth;
using Pitchly.Emulator.Page;

namespace Pitchly.Emulator;

/// <summary>Builds the emulator's web host: its services, middleware and endpoints.</summary>
internal static class EmulatorHost
{
    /// <summary>How long requests may continue after the emulator is told to stop. Channels and delays end immediately.</summary>
    private static readonly TimeSpan s_shutdownTimeout = TimeSpan.FromSeconds(1);

    public static WebApplication Build(EmulatorOptions options, Storage storage, MovableClock clock)
    {
        // Use an empty builder. The settings and environment of the process could open the emulator to the network, and its signals are
        // handled by the process.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddFilter("Microsoft", LogLevel.None);
        options.Logging?.Invoke(builder.Logging);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(options.Address, options.Port));
        builder.Services
            .AddSingleton<IHostLifetime, EmbeddedLifetime>()
            .Configure<HostOptions>(host => host.ShutdownTimeout = s_shutdownTimeout)
            .AddRouting()
            .AddCors()
            .AddSingleton(options)
            .AddSingleton(clock)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(_ => storage)
            .AddSingleton(storage.InitialPlatform)
            .AddSingleton(new Workspace(storage.InitialPlatform))
            .AddSingleton(new FaultPlan(options.Faults));
        AddServices(builder.Services);
        var host = builder.Build();
        ConfigurePipeline(host);
        Map(host);
        return host;
    }

    private static void AddServices(IServiceCollection services) => services
        .AddSingleton<LoopbackGuard>()
        .AddSingleton<FailureGuard>()
        .AddSingleton<FaultInjector>()
        .AddSingleton<FaultEndpoint>()
        .AddSingleton<TokenStore>()
        .AddSingleton<SdkTokens>()
        .AddSingleton<Installations>()
        .AddSingleton<Callers>()
        .AddSingleton<ClientAuthentication>()
        .AddSingleton<AuthorizeEndpoint>()
        .AddSingleton<TokenEndpoint>()
        .AddSingleton<RevocationEndpoint>()
        .AddSingleton<V1Fields>()
        .AddSingleton<V2Fields>()
        .AddSingleton<ChangeStreams>()
        .AddSingleton<FieldResolvers>()
        .AddSingleton<PlatformSchema>()
        .AddSingleton<GraphQLEngine>()
        .AddSingleton<Failures>()
        .AddSingleton<GraphQLEndpoint>()
        .AddSingleton<SubscriptionEndpoint>()
        .AddSingleton<ChannelEndpoint>()
        .AddSingleton<UserEndpoint>()
        .AddSingleton<PlatformControl>()
        .AddSingleton<EmbeddedApps>()
        .AddSingleton<PageEvents>()
        .AddSingleton<CallWatch>()
        .AddSingleton<PageEndpoint>();

    private static void ConfigurePipeline(WebApplication host)
    {
        var guard = host.Services.GetRequiredService<LoopbackGuard>();
        host.Use(guard.InvokeAsync);
        host.Use(host.Services.GetRequiredService<FailureGuard>().InvokeAsync);
        host.Use(BrowserRepeat.Run);
        host.Use(host.Services.GetRequiredService<CallWatch>().InvokeAsync);
        host.UseWebSockets();
        host.UseCors(policy => policy
            .SetIsOriginAllowed(guard.IsAllowedOrigin).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders(HeaderNames.RetryAfter));
        host.Use(host.Services.GetRequiredService<FaultInjector>().InvokeAsync);
    }

    private static void Map(WebApplication host)
    {
        PageAssets.Map(host);
        host.MapGet(PageEndpoint.Path, (HttpRequest request, PageEndpoint endpoint) => endpoint.Show(request));
        host.MapGet(
            PageEndpoint.EventsPath, (PageEndpoint endpoint, CancellationToken cancellationToken) => endpoint.Events(cancellationToken));
        host.MapGet(AuthorizeEndpoint.Path, (HttpRequest request, AuthorizeEndpoint endpoint) => endpoint.Handle(request));
        host.MapPost(AuthorizeEndpoint.Path, (HttpRequest request, AuthorizeEndpoint endpoint) => endpoint.DecideAsync(request));
        host.MapPost(TokenEndpoint.Path, (HttpRequest request, TokenEndpoint endpoint) => endpoint.HandleAsync(request));
        host.MapPost(RevocationEndpoint.Path, (HttpRequest request, RevocationEndpoint endpoint) => endpoint.HandleAsync(request));
        host.MapGet(MetadataEndpoint.Path, MetadataEndpoint.Handle);
        host.MapPost(GraphQLEndpoint.Path, (HttpContext context, GraphQLEndpoint endpoint) => endpoint.HandleAsync(context));
        host.MapGet(GraphQLEndpoint.Path, (HttpContext context, SubscriptionEndpoint endpoint) => endpoint.HandleAsync(context));
        host.MapGet(SubscriptionEndpoint.Path, (HttpContext context, SubscriptionEndpoint endpoint) => endpoint.HandleAsync(context));
        host.Map(ChannelEndpoint.Path, (HttpContext context, ChannelEndpoint endpoint) => endpoint.HandleAsync(context));
        host.MapPost(UserEndpoint.Path, (HttpRequest request, UserEndpoint endpoint) => endpoint.HandleAsync(request));
        host.MapPost(FaultEndpoint.Path, (HttpRequest request, FaultEndpoint endpoint) => endpoint.HandleAsync(request));
        host.MapGet(ApiDocument.Path, ApiDocument.Handle);
        ControlEndpoint.Map(host);
    }
}
