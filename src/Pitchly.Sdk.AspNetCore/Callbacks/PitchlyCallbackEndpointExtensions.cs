using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pitchly;
using Pitchly.AspNetCore;
using Pitchly.AspNetCore.Callbacks;
using Pitchly.Channels;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps callbacks of a schema to addresses.</summary>
public static class PitchlyCallbackEndpointExtensions
{
    /// <summary>
    /// Takes a schema's callbacks over HTTP: those of a channel, or the webhooks of an OpenAPI document, by the same interface as
    /// elsewhere.
    /// A message <c>{"type", "data"}</c> is posted to the address, or its data alone to the address with the type's name behind it. The
    /// answer is a success once the callback has run.
    /// </summary>
    /// <typeparam name="TCallbacks">The interface of the callbacks; the services hold what implements it.</typeparam>
    /// <param name="endpoints">Where to map them.</param>
    /// <param name="path">The address.</param>
    /// <param name="configure">Sets options; by default, requests are signed as the schema says, by a secret in the configuration.</param>
    /// <exception cref="ArgumentException">
    /// No secret is set, nor <see cref="PitchlyCallbackOptions.AllowUnsigned"/>; or nothing can be checked by the signature.
    /// </exception>
    public static IEndpointConventionBuilder MapPitchlyCallbacks<TCallbacks>(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string path, Action<PitchlyCallbackOptions>? configure = null)
        where TCallbacks : class, IPitchlyCallbacks<TCallbacks>
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(path);
        var options = new PitchlyCallbackOptions { Signature = TCallbacks.Signature ?? CallbackSignature.StandardWebhooks };
        configure?.Invoke(options);
        if (!options.AllowUnsigned)
        {
            options.Secrets ??= FromConfiguration(endpoints, typeof(TCallbacks).Name, options.Signature);
        }

        return endpoints.MapPost(path.TrimEnd('/') + "/{name?}", new CallbackEndpoint<TCallbacks>(options).HandleAsync);
    }

    private static Func<IServiceProvider, IEnumerable<PitchlySecret>> FromConfiguration(
        IEndpointRouteBuilder endpoints, string callbacks, CallbackSignature signature)
    {
        var secrets = new CallbackSecrets(endpoints.ServiceProvider.GetService<IConfiguration>(), callbacks);
        secrets.Check(signature);
        return _ => secrets.Read();
    }
}
