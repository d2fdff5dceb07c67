using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pitchly;
using Pitchly.AspNetCore;
using Pitchly.AspNetCore.Callbacks;
using Pitchly.Channels;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps endpoints for a schema's callbacks.</summary>
public static class PitchlyCallbackEndpointExtensions
{
    /// <summary>
    /// Maps an endpoint that receives a schema's callbacks over HTTP: the messages of a channel, or the webhooks of an OpenAPI document.
    /// The interface is the same as for other transports. A sender posts a message <c>{"type", "data"}</c> to the path, or only the data to
    /// the path followed by the name of the type. The response is a success after the callback has run.
    /// </summary>
    /// <typeparam name="TCallbacks">The interface of the callbacks. Its implementation must be registered as a service.</typeparam>
    /// <param name="endpoints">The endpoints to add to.</param>
    /// <param name="path">The path of the endpoint.</param>
    /// <param name="configure">Sets options. By default, requests must be signed as the schema defines, with a secret in the
    /// configuration.</param>
    /// <exception cref="ArgumentException">No secret is set and <see cref="PitchlyCallbackOptions.AllowUnsigned"/> is
    /// <see langword="false"/>, or the signature is configured so that it can't be verified.</exception>
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
