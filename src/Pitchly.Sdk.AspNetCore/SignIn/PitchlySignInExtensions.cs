using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pitchly.AspNetCore;
using Pitchly.AspNetCore.SignIn;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the sign-in with Pitchly.</summary>
public static class PitchlySignInExtensions
{
    /// <summary>
    /// Adds the sign-in with Pitchly: the authorization code flow with PKCE. It requires <c>AddPitchlyServer</c> and a scheme that stores
    /// the signed-in user, such as <c>AddCookie</c>.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options.</param>
    /// <param name="scheme">The name of the scheme.</param>
    public static AuthenticationBuilder AddPitchlySignIn(
        this AuthenticationBuilder builder,
        Action<PitchlySignInOptions>? configure = null,
        string scheme = PitchlySignInDefaults.AuthenticationScheme)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        var services = builder.Services;
        services.AddHttpClient(IdentityQuery.ClientName)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.TryAddSingleton<IdentityQuery>();
        services.TryAddSingleton<FailureNote>();
        services.AddSingleton(provider => new SignInSetup(provider.GetRequiredService<IOptionsMonitor<PitchlyServerOptions>>(), scheme));
        services.AddSingleton<IPostConfigureOptions<PitchlySignInOptions>>(provider => Setup(provider, scheme));
        services.AddSingleton<IOptionsChangeTokenSource<PitchlySignInOptions>>(provider => Setup(provider, scheme));
        return builder.AddOAuth<PitchlySignInOptions, PitchlySignInHandler>(scheme, "Pitchly", options => configure?.Invoke(options));
    }

    private static SignInSetup Setup(IServiceProvider provider, string scheme) =>
        provider.GetServices<SignInSetup>().First(setup => setup.Name == scheme);
}
