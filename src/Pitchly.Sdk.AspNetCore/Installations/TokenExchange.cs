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
        var attempt = new KeptAttempt { Id = Guid.NewGuid().ToString("N"), At = stored.Clock.Now };
        var begun = await records.TryWriteAsync(stored, stored.Kept with { Attempt = attempt }, stored.Tokens, cancellationToken)
            .ConfigureAwait(false) ?? throw ServerErrors.Overtaken(stored.Name);
        if (time.GetElapsedTime(takenAt) > Options.LockLease - Options.RequestTimeout)
        {
            // This node has stalled, so another node may hold the lock when the response arrives.
            await records.TryWriteAsync(begun, stored.Kept, stored.Tokens, cancellationToken).ConfigureAwait(false);
            throw ServerErrors.Overtaken(stored.Name);
        }

        TokenResponse answer;
        var askedAt = begun.Clock.Now;
        try
        {
            answer = await requests.RefreshAsync(begun.Tokens!.Refresh!).ConfigureAwait(false);
        }
        catch (PitchlyException failure) when (TokenFailure.IsGrantRefused(failure))
        {
            return await LoseAsync(begun, takenAt, cancellationToken).ConfigureAwait(false);
        }
        catch (PitchlyException failure) when (TokenFailure.IsUnspent(failure))
        {
            await records.TryWriteAsync(begun, begun.Kept with { Attempt = null }, begun.Tokens, cancellationToken).ConfigureAwait(false);
            throw;
        }

        var tokens = new KeptTokens { Access = answer.AccessToken, Refresh = answer.RefreshToken ?? begun.Tokens.Refresh };
        return await StoreAsync(begun, attempt.Id, answer, tokens, askedAt, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Stores new tokens if their refresh attempt is still the recorded one; otherwise, a later attempt has newer tokens. If the store is
    /// unavailable, the method retries, because the tokens exist nowhere else.
    /// </summary>
    private async Task<HeldToken> StoreAsync(
        StoredInstallation begun, string attempt, TokenResponse answer, KeptTokens tokens, DateTimeOffset askedAt, CancellationToken stop)
    {
        var stored = begun;
        while (true)
        {
            try
            {
                var kept = Renewed(stored.Kept, askedAt, answer) with { Status = KeptStatus.SignedIn, Attempt = null };
                if (await records.TryWriteAsync(stored, kept, tokens, CancellationToken.None).ConfigureAwait(false) is { } written)
                {
                    return Came(written, ByRefreshToken);
                }

                stored = await records.GetAsync(begun.Name, CancellationToken.None).ConfigureAwait(false);
                if (stored.Tokens?.Access == tokens.Access)
                {
                    // The previous write succeeded, but its response was lost.
                    return Came(stored, ByRefreshToken);
                }

                if (!stored.HasAttempt(attempt))
                {
                    ServerTelemetry.CameTooLate();
                    ServerLog.CameTooLate(logger, begun.Name);
                    return holder.Hold(stored, null) is { IsGood: true } newer ? newer : throw ServerErrors.Overtaken(begun.Name);
                }
            }
            catch (PitchlyException failure) when (failure.Error.Name == PitchlyServerErrorNames.StoreUnavailable)
            {
                ServerLog.NotStoredYet(logger, begun.Name, failure.Error);
                await Task.Delay(StorePause, time, stop).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Removes a refresh token that Pitchly refused, so that it is never sent again, and requests a token as the App if that is allowed.
    /// </summary>
    private async Task<HeldToken> LoseAsync(StoredInstallation begun, long takenAt, CancellationToken cancellationToken)
    {
        // The access token of the same family is no longer valid either.
        var kept = begun.Kept with
        {
            Attempt = null,
            ExpiresAt = begun.Clock.Now,
            Status = Options.RecoverAsApp ? KeptStatus.AppOnly : KeptStatus.SignInNeeded,
        };
        var lost = await records.TryWriteAsync(begun, kept, begun.Tokens! with { Refresh = null }, cancellationToken).ConfigureAwait(false)
            ?? throw ServerErrors.Overtaken(begun.Name);
        if (kept.Status == KeptStatus.AppOnly)
        {
            ServerLog.FellBack(logger, begun.Name);
            return await AskAsAppAsync(lost, takenAt, cancellationToken).ConfigureAwait(false);
        }

        throw Told(begun.Name, "Pitchly refused its refresh token");
    }

    /// <summary>
    /// Requests a token with the App's own credentials. The refresh token and its attempt are not changed, so that a stalled node can still
    /// store the tokens that it receives.
    /// </summary>
    public async Task<HeldToken> AskAsAppAsync(StoredInstallation stored, long takenAt, CancellationToken cancellationToken)
    {
        TokenResponse answer;
        var askedAt = stored.Clock.Now;
        try
        {
            answer = await requests.AskAsAppAsync(stored.Kept.OrganizationId).ConfigureAwait(false);
        }
        catch (PitchlyException failure) when (TokenFailure.IsAppRefused(failure))
        {
            return await WithoutAppAsync(stored, takenAt, cancellationToken).ConfigureAwait(false);
        }

        var tokens = new KeptTokens { Access = answer.AccessToken, Refresh = stored.Tokens?.Refresh };
        var kept = Renewed(stored.Kept, askedAt, answer);
        if (stored.Tokens is null)
        {
            // This node may have the wrong keys, so it does not change the stored tokens that it can't read, and it does not store the new
            // token.
            return Came(stored with { Kept = kept, Tokens = tokens }, AsApp);
        }

        kept = tokens.Refresh is null ? kept with { Status = KeptStatus.AppOnly } : kept;
        return await records.TryWriteAsync(stored, kept, tokens, cancellationToken).ConfigureAwait(false) is { } written
            ? Came(written, AsApp)
            : throw ServerErrors.Overtaken(stored.Name);
    }

    private async Task<HeldToken> WithoutAppAsync(StoredInstallation stored, long takenAt, CancellationToken cancellationToken)
    {
        if (stored.HasRefreshToken)
        {
            return stored.Clock.Now - stored.Kept.Attempt!.At >= Options.LockLease
                ? await RefreshAsync(stored, takenAt, cancellationToken).ConfigureAwait(false)
                : throw ServerErrors.Uncertain(stored.Name, Options.LockLease);
        }

        if (stored.Tokens is null)
        {
            throw Told(
                stored.Name,
                "Its tokens can't be decrypted with this node's keys, and Pitchly refuses a token with the App's own credentials");
        }

        await records.TryWriteAsync(stored, stored.Kept with { Status = KeptStatus.SignInNeeded }, stored.Tokens, cancellationToken)
            .ConfigureAwait(false);
        throw Told(stored.Name, "Its refresh token is lost, and Pitchly refuses a token with the App's own credentials");
    }

    private PitchlyException Told(PitchlyInstallation installation, string reason)
    {
        ServerLog.SignInNeeded(logger, installation, reason);
        return ServerErrors.SignInNeeded(installation, reason);
    }

    private HeldToken Came(StoredInstallation stored, string grant)
    {
        history.Came();
        ServerTelemetry.Came(grant);
        var life = stored.Kept.ExpiresAt - stored.Clock.Now;
        ServerLog.Came(logger, stored.Name, stored.Tokens!.Access.ShortHash, grant, life);
        return holder.Hold(stored, null)!;
    }

    private static KeptInstallation Renewed(KeptInstallation kept, DateTimeOffset askedAt, TokenResponse answer) =>
        kept with { IssuedAt = askedAt, ExpiresAt = askedAt + answer.Life() };
}
