using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pitchly.AspNetCore.Installations;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore.Health;

/// <summary>Checks the dependencies of tokens: the store, the keys that encrypt the tokens, and the results of the last renewals.</summary>
internal sealed class PitchlyHealthCheck(StoreAccess store, IDataProtectionProvider protection, RefreshHistory history) : IHealthCheck
{
    private const string Probe = "health";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>();
        if (history.LastAt is { } last)
        {
            data["lastRefresh"] = last;
        }

        try
        {
            await store.ReadAsync(Probe, cancellationToken).ConfigureAwait(false);
            protection.CreateProtector(Probe).Unprotect(protection.CreateProtector(Probe).Protect([1]));
        }
        catch (PitchlyException failure)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, failure.Error.ToString(), failure, data);
        }
        catch (CryptographicException failure)
        {
            return new HealthCheckResult(
                context.Registration.FailureStatus, "The Data Protection keys are not available, so no token can be read.", failure, data);
        }

        if (history.Failure is not { } failed)
        {
            return HealthCheckResult.Healthy("The store and the keys are available.", data);
        }

        data["lastFailure"] = failed.At;
        return HealthCheckResult.Degraded($"The last renewal failed: {failed.Error}", data: data);
    }
}
