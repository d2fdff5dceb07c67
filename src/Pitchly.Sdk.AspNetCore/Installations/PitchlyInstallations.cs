using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pitchly.AspNetCore.Diagnostics;
using Pitchly.AspNetCore.Wire;
using Pitchly.OAuth;

namespace Pitchly.AspNetCore.Installations;

/// <summary>The tokens of installations: from the cache of this process while they are valid, otherwise by a renewal.</summary>
internal sealed class PitchlyInstallations(
    HybridCache cache,
    InstallationRecords records,
    SharedRenewals renewals,
    UnsavedTokens unsaved,
    IOptionsMonitor<PitchlyServerOptions> options,
    TimeProvider time,
    ILogger<PitchlyInstallations> logger) : IPitchlyInstallations
{
    /// <summary>Cache options for this process only. Nodes share the store instead, in which the tokens are encrypted.</summary>
    private static readonly HybridCacheEntryOptions InProcess = new()
    {
        Expiration = TimeSpan.FromHours(2),
        Flags = HybridCacheEntryFlags.DisableDistributedCache,
    };

    public ValueTask<AccessToken> GetAccessTokenAsync(PitchlyInstallation installation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(installation);
        var found = cache.GetOrCreateAsync(
            installation.Key,
            (This: this, installation),
            static (state, cancellationToken) => state.This.LoadAsync(state.installation),
            InProcess,
            tags: null,
            cancellationToken);
        if (!found.IsCompletedSuccessfully)
        {
            return ChooseAsync(found, installation, cancellationToken);
        }

        var held = found.Result;
        return held is { IsValid: true, IsDue: false } ? new(held.Token) : ChooseAsync(new(held), installation, cancellationToken);
    }

    public void Reject(PitchlyInstallation installation, AccessToken token)
    {
        ArgumentNullException.ThrowIfNull(installation);
        ArgumentNullException.ThrowIfNull(token);
        var known = cache.GetOrCreateAsync(
            installation.Key, static _ => new ValueTask<HeldToken?>((HeldToken?)null), CacheOnly, tags: null, CancellationToken.None);
        if (known is { IsCompletedSuccessfully: true, Result: { } held } && held.Token.Value.Equals(token.Value))
        {
            held.Reject();
        }
    }

    public IAccessTokenProvider GetTokens(PitchlyInstallation installation)
    {
        ArgumentNullException.ThrowIfNull(installation);
        return new InstallationTokens(this, installation);
    }

    public async Task KeepAsync(PitchlyInstallation installation, TokenResponse tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(installation);
        ArgumentNullException.ThrowIfNull(tokens);
        await records.PutAsync(
            installation,
            now => new InstallationState
            {
                AppId = installation.AppId,
                OrganizationId = installation.OrganizationId,
                DatabaseId = installation.DatabaseId,
                Status = tokens.RefreshToken is null ? StoredStatus.AppOnly : StoredStatus.SignedIn,
                IssuedAt = now,
                ExpiresAt = now + tokens.Life(),
                Tokens = "",
            },
            new TokenPair { Access = tokens.AccessToken, Refresh = tokens.RefreshToken },
            cancellationToken).ConfigureAwait(false);
        ServerLog.Saved(logger, installation);
        await ForgetAsync(installation, cancellationToken).ConfigureAwait(false);
    }

    public async Task RemoveAsync(PitchlyInstallation installation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(installation);
        await records.RemoveAsync(installation, cancellationToken).ConfigureAwait(false);
        await ForgetAsync(installation, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<PitchlyInstallationInfo> ListAsync(CancellationToken cancellationToken = default) =>
        records.ListAsync(cancellationToken);

    private static HybridCacheEntryOptions CacheOnly { get; } = new()
    {
        Flags = HybridCacheEntryFlags.DisableDistributedCache | HybridCacheEntryFlags.DisableUnderlyingData,
    };

    /// <summary>Returns a valid token immediately, and renews it in the background if it is due. If there is none, waits for one.</summary>
    private async ValueTask<AccessToken> ChooseAsync(
        ValueTask<HeldToken> found, PitchlyInstallation installation, CancellationToken cancellationToken)
    {
        var held = await found.ConfigureAwait(false);
        if (!held.IsValid)
        {
            // If a renewal started while the old token was valid and then failed, it returns the old token.
            var renewed = await RenewAsync(installation, held, cancellationToken).ConfigureAwait(false);
            renewed = renewed.IsValid ? renewed : await RenewAsync(installation, renewed, cancellationToken).ConfigureAwait(false);
            return renewed.Token;
        }

        if (held.IsDue)
        {
            held.PostponeRenewal(options.CurrentValue.RetryDelay);
            _ = renewals.RunAsync(installation, held, token => PutAsync(installation, token)).ContinueWith(
                static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }

        return held.Token;
    }

    private ValueTask<HeldToken> LoadAsync(PitchlyInstallation installation) =>
        new(RenewAsync(installation, null, CancellationToken.None));

    /// <summary>Waits for a renewal. The renewal continues if the caller stops waiting.</summary>
    private async Task<HeldToken> RenewAsync(PitchlyInstallation installation, HeldToken? held, CancellationToken cancellationToken)
    {
        var app = options.CurrentValue;
        try
        {
            return await renewals.RunAsync(installation, held, token => held is null ? Task.CompletedTask : PutAsync(installation, token))
                .WaitAsync(app.Wait + app.RequestTimeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw unsaved.FailureOf(installation) is { } failure ? new PitchlyException(failure.Error, failure)
                : ServerErrors.TimedOut(installation);
        }
    }

    private Task PutAsync(PitchlyInstallation installation, HeldToken token) =>
        cache.SetAsync(installation.Key, token, InProcess, tags: null, CancellationToken.None).AsTask();

    private async Task ForgetAsync(PitchlyInstallation installation, CancellationToken cancellationToken)
    {
        renewals.Resume(installation);
        await cache.RemoveAsync(installation.Key, cancellationToken).ConfigureAwait(false);
    }
}
