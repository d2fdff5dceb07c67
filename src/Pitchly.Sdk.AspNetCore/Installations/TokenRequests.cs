using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pitchly.OAuth;

namespace Pitchly.AspNetCore.Installations;

/// <summary>
/// Asks the token endpoint, with the App Secret of this moment. A request ends by its own time limit, from its start to the last byte of
/// the answer, and by no caller: what it brings is wanted by all.
/// </summary>
internal sealed class TokenRequests(IServiceProvider services, IOptionsMonitor<PitchlyServerOptions> options)
{
    public Task<TokenResponse> RefreshAsync(PitchlySecret refreshToken) => SendAsync((client, app, cancellationToken) =>
        client.RefreshAsync(
        new RefreshTokenGrant { AppId = app.AppId, AppSecret = app.AppSecret!, RefreshToken = refreshToken }, cancellationToken));

    public Task<TokenResponse> AskAsAppAsync(OrganizationId organizationId) => SendAsync((client, app, cancellationToken) =>
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
            var reason = $"{app.Origin} did not answer within {app.RequestTimeout}.";
            throw new PitchlyException(new PitchlyError(PitchlyErrorNames.CouldNotConnect, reason, code: 0), error);
        }
    }
}
