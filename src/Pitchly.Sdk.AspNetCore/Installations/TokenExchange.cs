using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pitchly.AspNetCore.Diagnostics;
using Pitchly.AspNetCore.Wire;
using Pitchly.OAuth;

namespace Pitchly.AspNetCore.Installations;

/// <summary>
/// Requests new tokens from Pitchly and stores them. Only the holder of the lock uses it. Each path through it saves the known state in the
/// store, so that the process may stop at any point.
/// </summary>
internal sealed class TokenExchange(
    InstallationRecords records,
    TokenRequests requests,
    TokenHolder holder,
    RefreshHistory history,
    UnsavedTokens unsaved,
    IOptionsMonitor<PitchlyServerOptions> options,
    TimeProvider time,
    ILogger<TokenExchange> logger)
{
    /// <summary>The time between attempts to store tokens that can't be requested again.</summary>
    private static readonly TimeSpan StorePause = TimeSpan.FromMilliseconds(200);

    private const string ByRefreshToken = "refresh_token", AsApp = "client_credentials";

    private PitchlyServerOptions Options => options.CurrentValue;

    /// <summary>
    /// Uses the refresh token: records the attempt in the store, sends the request, and stores the new tokens before they are used.
    /// </summary>
    public async Task<HeldToken> RefreshAsync(StoredInstallation stored, long takenAt, CancellationToken cancellationToken)
    {
        var attempt = new RefreshAttempt { Id = Guid.NewGuid().ToString("N"), At = stored.Clock.Now };
        var begun = await records.TryWriteAsync(stored, stored.State with { Attempt = attempt }, stored.Tokens, cancellationToken)
            .ConfigureAwait(false) ?? throw ServerErrors.Superseded(stored.Name);
        if (time.GetElapsedTime(takenAt) > Options.LockLease - Options.RequestTimeout)
        {
            // This node has stalled, so another node may hold the lock when the response arrives.
            await records.TryWriteAsync(begun, stored.State, stored.Tokens, cancellationToken).ConfigureAwait(false);
            throw ServerErrors.Superseded(stored.Name);
        }

        TokenResponse response;
        var requestedAt = begun.Clock.Now;
        try
        {
            response = await requests.RefreshAsync(begun.Tokens!.Refresh!).ConfigureAwait(false);
        }
        catch (PitchlyException failure) when (TokenFailure.IsGrantRefused(failure))
        {
            return await HandleRefusedGrantAsync(begun, takenAt, cancellationToken).ConfigureAwait(false);
        }
        catch (PitchlyException failure) when (TokenFailure.IsTokenUnused(failure))
        {
            await records.TryWriteAsync(begun, begun.State with { Attempt = null }, begun.Tokens, cancellationToken).ConfigureAwait(false);
            throw;
        }

        var tokens = new TokenPair { Access = response.AccessToken, Refresh = response.RefreshToken ?? begun.Tokens.Refresh };
        try
        {
            return await StoreAsync(begun, attempt.Id, response, tokens, requestedAt, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            unsaved.Remove(begun.Name);
        }
    }

    /// <summary>
    /// Stores new tokens if their refresh attempt is still the recorded one; otherwise, a later attempt has newer tokens. If the store is
    /// unavailable, the method retries, because the tokens exist nowhere else.
    /// </summary>
    private async Task<HeldToken> StoreAsync(
        StoredInstallation begun,
        string attempt,
        TokenResponse response,
        TokenPair tokens,
        DateTimeOffset requestedAt,
        CancellationToken stop)
    {
        var stored = begun;
        while (true)
        {
            try
            {
                var state = Renewed(stored.State, requestedAt, response) with { Status = StoredStatus.SignedIn, Attempt = null };
                if (await records.TryWriteAsync(stored, state, tokens, CancellationToken.None).ConfigureAwait(false) is { } written)
                {
                    return Complete(written, ByRefreshToken);
                }

                stored = await records.GetAsync(begun.Name, CancellationToken.None).ConfigureAwait(false);
                if (stored.Tokens?.Access == tokens.Access)
                {
                    // The previous write succeeded, but its response was lost.
                    return Complete(stored, ByRefreshToken);
                }

                if (!stored.HasAttempt(attempt))
                {
                    ServerTelemetry.TokenReceivedTooLate();
                    ServerLog.ReceivedTooLate(logger, begun.Name);
                    return holder.Hold(stored, null) is { IsValid: true } newer ? newer : throw ServerErrors.Superseded(begun.Name);
                }
            }
            catch (PitchlyException failure) when (failure.Error.Name == PitchlyServerErrorNames.StoreUnavailable)
            {
                unsaved.Add(begun.Name, failure);
                ServerLog.NotStoredYet(logger, begun.Name, failure.Error);
                await Task.Delay(StorePause, time, stop).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Removes a refresh token that Pitchly refused, so that it is never sent again, and requests a token as the App if that is allowed.
    /// </summary>
    private async Task<HeldToken> HandleRefusedGrantAsync(StoredInstallation begun, long takenAt, CancellationToken cancellationToken)
    {
        // The access token of the same family is no longer valid either.
        var state = begun.State with
        {
            Attempt = null,
            ExpiresAt = begun.Clock.Now,
            Status = Options.RecoverAsApp ? StoredStatus.AppOnly : StoredStatus.SignInNeeded,
        };
        var lost = await records.TryWriteAsync(begun, state, begun.Tokens! with { Refresh = null }, cancellationToken).ConfigureAwait(false)
            ?? throw ServerErrors.Superseded(begun.Name);
        if (state.Status == StoredStatus.AppOnly)
        {
            ServerLog.FellBack(logger, begun.Name);
            return await RequestAsAppAsync(lost, takenAt, cancellationToken).ConfigureAwait(false);
        }

        throw SignInNeeded(begun.Name, "Pitchly refused its refresh token");
    }

    /// <summary>
    /// Requests a token with the App's own credentials. The refresh token and its attempt are not changed, so that a stalled node can still
    /// store the tokens that it receives.
    /// </summary>
    public async Task<HeldToken> RequestAsAppAsync(StoredInstallation stored, long takenAt, CancellationToken cancellationToken)
    {
        TokenResponse response;
        var requestedAt = stored.Clock.Now;
        try
        {
            response = await requests.RequestAsAppAsync(stored.State.OrganizationId).ConfigureAwait(false);
        }
        catch (PitchlyException failure) when (TokenFailure.IsAppRefused(failure))
        {
            return await HandleRefusedAppAsync(stored, takenAt, cancellationToken).ConfigureAwait(false);
        }

        var tokens = new TokenPair { Access = response.AccessToken, Refresh = stored.Tokens?.Refresh };
        var state = Renewed(stored.State, requestedAt, response);
        if (stored.Tokens is null)
        {
            // This node may have the wrong keys, so it does not change the stored tokens that it can't read, and it does not store the new
            // token.
            return Complete(stored with { State = state, Tokens = tokens }, AsApp);
        }

        state = tokens.Refresh is null ? state with { Status = StoredStatus.AppOnly } : state;
        return await records.TryWriteAsync(stored, state, tokens, cancellationToken).ConfigureAwait(false) is { } written
            ? Complete(written, AsApp)
            : throw ServerErrors.Superseded(stored.Name);
    }

    private async Task<HeldToken> HandleRefusedAppAsync(StoredInstallation stored, long takenAt, CancellationToken cancellationToken)
    {
        if (stored.HasRefreshToken)
        {
            return stored.Clock.Now - stored.State.Attempt!.At >= Options.LockLease
                ? await RefreshAsync(stored, takenAt, cancellationToken).ConfigureAwait(false)
                : throw ServerErrors.Uncertain(stored.Name, Options.LockLease);
        }

        if (stored.Tokens is null)
        {
            throw SignInNeeded(
                stored.Name,
                "Its tokens can't be decrypted with this node's keys, and Pitchly refuses a token with the App's own credentials");
        }

        await records.TryWriteAsync(stored, stored.State with { Status = StoredStatus.SignInNeeded }, stored.Tokens, cancellationToken)
            .ConfigureAwait(false);
        throw SignInNeeded(stored.Name, "Its refresh token is lost, and Pitchly refuses a token with the App's own credentials");
    }

    private PitchlyException SignInNeeded(PitchlyInstallation installation, string reason)
    {
        ServerLog.SignInNeeded(logger, installation, reason);
        return ServerErrors.SignInNeeded(installation, reason);
    }

    private HeldToken Complete(StoredInstallation stored, string grant)
    {
        history.Succeeded();
        ServerTelemetry.TokenReceived(grant);
        var life = stored.State.ExpiresAt - stored.Clock.Now;
        ServerLog.Received(logger, stored.Name, stored.Tokens!.Access.ShortHash, grant, life);
        return holder.Hold(stored, null)!;
    }

    private static InstallationState Renewed(InstallationState state, DateTimeOffset requestedAt, TokenResponse response) =>
        state with { IssuedAt = requestedAt, ExpiresAt = requestedAt + response.Life() };
}
