using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;
using Pitchly.AspNetCore;
using Pitchly.AspNetCore.Callbacks;
using Pitchly.Channels;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps callbacks of a schema to addresses.</summary>
public static class PitchlyCallbackEndpointExtensions
{
    /// <summary>
    /// Takes a schema's callbacks over HTTP: those of a channel, or the webhooks of an OpenAPI document, by the same interface as elsewhere.
    /// A message <c>{"type", "data"}</c> is posted to the address, or its data alone to the address with the type's name behind it. The
    /// answer is a success once the callback has run.
    /// </summary>
    /// <typeparam name="TCallbacks">The interface of the callbacks; the services hold what implements it.</typeparam>
    /// <param name="endpoints">Where to map them.</param>
    /// <param name="path">The address.</param>
    /// <param name="configure">Sets options: the secrets of the senders, or that none are wanted.</param>
    /// <exception cref="ArgumentException">Neither secrets are set nor <see cref="PitchlyCallbackOptions.AllowUnsigned"/>.</exception>
    public static IEndpointConventionBuilder MapPitchlyCallbacks<TCallbacks>(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string path, Action<PitchlyCallbackOptions> configure)
        where TCallbacks : class, IPitchlyCallbacks<TCallbacks>
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new PitchlyCallbackOptions();
        configure(options);
        if (options.Secrets is null && !options.AllowUnsigned)
        {
            throw new ArgumentException(
                $"Set {nameof(PitchlyCallbackOptions.Secrets)}, by which senders of callbacks sign, or {nameof(options.AllowUnsigned)} if "
                    + "something else checks who calls.",
                nameof(configure));
        }

        return endpoints.MapPost(path.TrimEnd('/') + "/{name?}", new CallbackEndpoint<TCallbacks>(options).HandleAsync);
    }
}
