using System.Diagnostics.CodeAnalysis;
using Pitchly;
using Pitchly.Browser;
using Pitchly.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a Pitchly App.</summary>
public static class PitchlyBrowserServiceCollectionExtensions
{
    /// <summary>
    /// Registers an App: its callbacks, the session that <see cref="PitchlyApp"/> opens, its <see cref="PitchlyAppState"/>, and
    /// <see cref="Pitchly.Data.PitchlyDataClient"/> with the session's tokens.
    /// </summary>
    /// <typeparam name="TCallbacks">The App's callbacks. An instance is created for each user's page, with dependency
    /// injection.</typeparam>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the App ID and Pitchly's address. It is called for each connection.</param>
    /// <returns>The builder of the data client, for adding resilience and other handlers.</returns>
    public static IHttpClientBuilder AddPitchlyApp<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
    TCallbacks>(
        this IServiceCollection services, Action<PitchlyBrowserOptions> configure)
        where TCallbacks : class, IPitchlyAppCallbacks
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddScoped<TCallbacks>();
        services.AddScoped(provider => new PitchlyAppSession(configure, static inner => inner.GetRequiredService<TCallbacks>(), provider));
        services.AddScoped(static provider => provider.GetRequiredService<PitchlyAppSession>().State);
        services.AddScoped<IAccessTokenProvider>(static provider => provider.GetRequiredService<PitchlyAppSession>());
        var builder = services.AddPitchlyDataClient((_, http) =>
        {
            var options = Configured(configure);
            http.BaseAddress = options.ApiOrigin ?? options.Origin;
        });
        services.Configure<PitchlyHttpOptions>(
            builder.Name, http => http.AllowCredentialsOverHttp = Configured(configure).AllowCredentialsOverHttp);
        return builder;
    }

    private static PitchlyBrowserOptions Configured(Action<PitchlyBrowserOptions> configure)
    {
        var options = new PitchlyBrowserOptions();
        configure(options);
        return options;
    }
}
