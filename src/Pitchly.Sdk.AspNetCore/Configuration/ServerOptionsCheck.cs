using Microsoft.Extensions.Options;

namespace Pitchly.AspNetCore;

/// <summary>Validates the options when the server starts. The messages say where to set missing values.</summary>
internal sealed class ServerOptionsCheck : IValidateOptions<PitchlyServerOptions>
{
    private const string SecretSources =
        "Set it in user secrets (dotnet user-secrets set Pitchly:AppSecret …), in the environment (Pitchly__AppSecret), or in a file "
            + "named by Pitchly:AppSecretFile. Never put it in code or appsettings.json.";

    public ValidateOptionsResult Validate(string? name, PitchlyServerOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(PitchlyServerOptions options)
    {
        if (options.AppId.Value.Length == 0)
        {
            yield return "The App ID is missing. Set Pitchly:AppId to the App ID from the App's registration.";
        }

        if (options.AppSecret is null)
        {
            yield return "The App Secret is missing. " + SecretSources;
        }
        else if (options.AppSecret.Reveal() == options.AppId.Value)
        {
            yield return "The App Secret is the same as the App ID. " + SecretSources;
        }

        if (options.Origin is not { IsAbsoluteUri: true })
        {
            yield return "Pitchly's origin is missing. Set Pitchly:Origin to https://platform.pitchly.com, or to an emulator's address.";
        }

        if (options.ApiOrigin is { IsAbsoluteUri: false })
        {
            yield return "Pitchly:ApiOrigin is not an absolute URL. Omit it if it is the same as Pitchly:Origin.";
        }

        if (options.RequestTimeout <= TimeSpan.Zero || options.RetryDelay <= TimeSpan.Zero || options.Wait < TimeSpan.Zero)
        {
            yield return "RequestTimeout and RetryDelay must be greater than zero, and Wait must not be negative.";
        }

        if (options.LockLease < options.RequestTimeout * 2)
        {
            yield return $"LockLease ({options.LockLease}) must be at least twice RequestTimeout ({options.RequestTimeout}), so that no "
                + "node starts a refresh while the refresh of another node may still succeed.";
        }
    }
}
