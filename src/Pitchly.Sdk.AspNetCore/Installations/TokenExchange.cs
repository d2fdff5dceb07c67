using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pitchly.AspNetCore.Diagnostics;
using Pitchly.AspNetCore.Wire;
using Pitchly.OAuth;

namespace Pitchly.AspNetCore.Installations;

/// <summary>
/// Gets new tokens from Pitchly and stores them, for the holder of the lock. Each way through it ends with what is known in the store, so
/// that a process may die anywhere.
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
    /// <summary>The wait between tries to store what can't be had again.</summary>
    private static readonly TimeSpan StorePause = TimeSpan.FromMilliseconds(200);

    private const string ByRefreshToken = "refresh_token", AsApp = "client_credentials";

    private PitchlyServerOptions Options => options.CurrentValue;

    /// <summary>Spends the refresh token: says so in the store, asks, and stores the new pair before anyone uses it.</summary>
    public async Task<HeldToken> RefreshAsync(StoredInstallation stored, long takenAt, CancellationToken cancellationToken)
    {
        var attempt = new KeptAttempt { Id = Guid.NewGuid().ToString("N"), At = stored.Clock.Now };
        var begun = await records.TryWriteAsync(stored, stored.Kept with { Attempt = attempt }, stored.Tokens, cancellationToken)
            .ConfigureAwait(false) ?? throw ServerErrors.Overtaken(stored.Name);
        if (time.GetElapsedTime(takenAt) > Options.LockLease - Options.RequestTimeout)
        {
            // This node has stalled, so another may hold the lock by the time of the answer.
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
    /// Stores a new pair, as long as the attempt that brought it is the one that stands: whoever came later has a newer one. A store that
    /// is away is waited for, since the pair is nowhere else.
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
                    // The write before had come through, though its answer was lost.
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

    /// <summary>Forgets a refresh token that Pitchly refuses, so that it is never sent again, and goes on as the App if it may.</summary>
    private async Task<HeldToken> LoseAsync(StoredInstallation begun, long takenAt, CancellationToken cancellationToken)
    {
        // The access token of the family is over too.
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
    /// Asks for a token of the App's own. The refresh token and the attempt that has it stay as they are, so that a node that stalled can
    /// still store the pair that it got.
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
            // The keys of this node may be the wrong ones, so what it can't read stays as it is, and its token is its own.
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
            throw Told(stored.Name, "Its tokens can't be unsealed by this node's keys, and Pitchly refuses the App a token of its own");
        }

        await records.TryWriteAsync(stored, stored.Kept with { Status = KeptStatus.SignInNeeded }, stored.Tokens, cancellationToken)
            .ConfigureAwait(false);
        throw Told(stored.Name, "Its refresh token is lost, and Pitchly refuses the App a token of its own");
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
