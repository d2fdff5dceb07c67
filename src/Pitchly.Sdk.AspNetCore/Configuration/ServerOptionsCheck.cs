using Microsoft.Extensions.Options;

namespace Pitchly.AspNetCore;

/// <summary>Validates the options when the server starts. The messages say where to set missing values.</summary>
internal sealed class ServerOptionsCheck : IValidateOptions<PitchlyServerOptions>
{
    private const string Places =
        "Put it into user secrets (dotnet user-secrets set Pitchly:AppSecret …), the environment (Pitchly__AppSecret), or a file "
            + "named by Pitchly:AppSecretFile; never into code or appsettings.json.";

    private const string Example = "for example Pitchly:Origin = https://platform.pitchly.com, or the address of an emulator";

    public ValidateOptionsResult Validate(string? name, PitchlyServerOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(PitchlyServerOptions options)
    {
        if (options.AppId.Value.Length == 0)
        {
            yield return "The App ID is missing. Set Pitchly:AppId to the one of the App's registration.";
        }

        if (options.AppSecret is null)
        {
            yield return "The App Secret is missing. " + Places;
        }
        else if (options.AppSecret.Reveal() == options.AppId.Value)
        {
            yield return "The App Secret is the App ID. " + Places;
        }

        if (options.Origin is not { IsAbsoluteUri: true })
        {
            yield return $"Pitchly's origin is missing: {Example}.";
        }

        if (options.ApiOrigin is { IsAbsoluteUri: false })
        {
            yield return "Pitchly:ApiOrigin is no absolute address. Leave it out if it is that of Pitchly:Origin.";
        }

        if (options.RequestTimeout <= TimeSpan.Zero || options.RetryDelay <= TimeSpan.Zero || options.Wait < TimeSpan.Zero)
        {
            yield return "RequestTimeout and RetryDelay must be above zero, and Wait zero or more.";
        }

        if (options.LockLease < options.RequestTimeout * 2)
        {
            yield return $"LockLease ({options.LockLease}) must be at least twice RequestTimeout ({options.RequestTimeout}), so that no "
                + "node begins a refresh while that of another may still be answered.";
        }
    }
}
