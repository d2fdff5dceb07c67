using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pitchly.AspNetCore.Diagnostics;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore.Installations;

/// <summary>
/// Gets a valid token of an installation: from the store, or by an exchange that one node performs and whose result all other nodes read
/// from the store. docs/server.md contains the sequence diagram.
/// </summary>
internal sealed class TokenRenewal(
    InstallationRecords records,
    StoreAccess store,
    TokenExchange exchange,
    TokenHolder holder,
    RefreshHistory history,
    IOptionsMonitor<PitchlyServerOptions> options,
    TimeProvider time,
    ILogger<TokenRenewal> logger)
{
    private PitchlyServerOptions Options => options.CurrentValue;

    /// <summary>Gets a token. If no new token is needed, this takes one read of the store.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="held">The token of this process, if it has one.</param>
    /// <param name="cancellationToken">A token to cancel the wait for an unavailable store when the process ends.</param>
    public async Task<HeldToken> GetAsync(PitchlyInstallation installation, HeldToken? held, CancellationToken cancellationToken)
    {
        var stored = await records.GetAsync(installation, cancellationToken).ConfigureAwait(false);
        var token = holder.Hold(stored, held);
        if (token is { IsValid: true, IsDue: false })
        {
            return token;
        }

        using var activity = ServerTelemetry.Renewal();
        try
        {
            return await RenewAsync(installation, token, held, cancellationToken).ConfigureAwait(false);
        }
        catch (PitchlyException failure)
        {
            activity?.SetTag("error.type", failure.Error.Name);
            if (token is not { IsValid: true })
            {
                throw;
            }

            history.Failed(failure.Error);
            ServerTelemetry.Failed(failure.Error);
            ServerLog.Failed(logger, installation, failure.Error);
            return holder.PostponeRenewal(token);
        }
    }

    private async Task<HeldToken> RenewAsync(
        PitchlyInstallation installation, HeldToken? token, HeldToken? held, CancellationToken cancellationToken)
    {
        // A node with a valid token does not wait for a lock that another node holds.
        var wait = token is { IsValid: true } ? TimeSpan.Zero : Options.Wait;
        var taken = await store.TryTakeAsync(installation.Key, Options.LockLease, wait, cancellationToken).ConfigureAwait(false);
        var takenAt = time.GetTimestamp();
        await using (taken)
        {
            // Read again, because the tokens that were read before the wait may have been used.
            var stored = await records.GetAsync(installation, cancellationToken).ConfigureAwait(false);
            token = holder.Hold(stored, held);
            if (taken is not null)
            {
                return await ExecuteAsync(stored, token, takenAt, cancellationToken).ConfigureAwait(false);
            }
        }

        return token is { IsValid: true } ? holder.PostponeRenewal(token)
            : wait < Options.Wait ? await RenewAsync(installation, token, held, cancellationToken).ConfigureAwait(false)
            : throw ServerErrors.Busy(installation);
    }

    private Task<HeldToken> ExecuteAsync(StoredInstallation stored, HeldToken? token, long takenAt, CancellationToken cancellationToken) =>
        RenewalPlan.Of(stored, token is { IsValid: true }, token is not { IsDue: false }, Options) switch
        {
            RenewalStep.UseStored => Task.FromResult(token!.IsDue ? holder.PostponeRenewal(token) : token),
            RenewalStep.Refresh => exchange.RefreshAsync(stored, takenAt, cancellationToken),
            RenewalStep.RequestAsApp => exchange.RequestAsAppAsync(stored, takenAt, cancellationToken),
            RenewalStep.Wait => throw ServerErrors.Uncertain(stored.Name, Options.LockLease),
            _ => throw ServerErrors.SignInNeeded(stored.Name, "Its refresh token is lost, and the App can't use its own credentials"),
        };
}
