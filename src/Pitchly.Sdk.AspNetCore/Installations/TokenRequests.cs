using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pitchly.OAuth;

namespace Pitchly.AspNetCore.Installations;

/// <summary>
/// Sends requests to the token endpoint with the current App Secret. A request has a time limit, which includes the last byte of the
/// response. Callers can't cancel a request, because all callers need its result.
/// </summary>
internal sealed class TokenRequests(IServiceProvider services, IOptionsMonitor<PitchlyServerOptions> options)
{
    public Task<TokenResponse> RefreshAsync(PitchlySecret refreshToken) => SendAsync((client, app, cancellationToken) =>
        client.RefreshAsync(
        new RefreshTokenGrant { AppId = app.AppId, AppSecret = app.AppSecret!, RefreshToken = refreshToken }, cancellationToken));

    public Task<TokenResponse> RequestAsAppAsync(OrganizationId organizationId) => SendAsync((client, app, cancellationToken) =>
        client.RequestAppTokenAsync(
            new ClientCredentialsGrant { AppId = app.AppId, AppSecret = app.AppSecret!, OrganizationId = organizationId },
            cancellationToken));

    private async Task<TokenResponse> SendAsync(
        Func<PitchlyOAuthClient, PitchlyServerOptions, CancellationToken, ValueTask<TokenResponse>> callAsync)
    {
        var app = options.CurrentValue;
        using var limit = new AwakeTimeLimit(app.RequestTimeout);
        try
        {
            return await callAsync(services.GetRequiredService<PitchlyOAuthClient>(), app, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            var reason = $"{app.Origin} did not respond within {app.RequestTimeout}.";
            throw new PitchlyException(new PitchlyError(PitchlyErrorNames.CouldNotConnect, reason, code: 0), error);
        }
    }
}
