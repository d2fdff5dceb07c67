using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pitchly.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers generated HTTP clients.</summary>
public static class PitchlyHttpClientExtensions
{
    /// <summary>
    /// Registers a generated client with <see cref="IHttpClientFactory"/> under its full type name, so that no two clients share a
    /// configuration. Redirects are not followed, because requests contain credentials.
    /// </summary>
    /// <typeparam name="TClient">The type of the client.</typeparam>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">A delegate that sets the base address and any other property that the requests need.</param>
    /// <returns>The builder, to which resilience handlers and other handlers can be added.</returns>
    /// <remarks>
    /// The client's <see cref="PitchlyHttpOptions"/> are named options with the same name:
    /// <c>services.Configure&lt;PitchlyHttpOptions&gt;(builder.Name, …)</c>.
    /// </remarks>
    public static IHttpClientBuilder AddPitchlyHttpClient<TClient>(
        this IServiceCollection services, Action<IServiceProvider, HttpClient> configure)
        where TClient : class, IPitchlyHttpClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var name = typeof(TClient).FullName!;
        services.AddOptions<PitchlyHttpOptions>(name)
            .Configure<ILoggerFactory>(static (options, loggers) => options.Subscriptions.LoggerFactory = loggers);
        return services.AddHttpClient(name, configure)
            .ConfigurePrimaryHttpMessageHandler(static (handler, _) => Redirects.Refuse(handler))
            .AddTypedClient((http, provider) => TClient.Create(
                http, provider, provider.GetRequiredService<IOptionsMonitor<PitchlyHttpOptions>>().Get(name)));
    }
}
