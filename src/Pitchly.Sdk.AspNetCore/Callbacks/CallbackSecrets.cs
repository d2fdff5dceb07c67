using Microsoft.Extensions.Configuration;
using Pitchly.Channels;

namespace Pitchly.AspNetCore.Callbacks;

/// <summary>The secrets of senders in the configuration, read for each request, so that a new one counts at once.</summary>
/// <param name="configuration">The server's configuration; <see langword="null"/> if it has none.</param>
/// <param name="callbacks">The name of the callbacks' interface.</param>
internal sealed class CallbackSecrets(IConfiguration? configuration, string callbacks)
{
    private readonly string _key = $"{PitchlyServerOptions.Section}:Callbacks:{callbacks}";

    /// <summary>
    /// Reads <c>Secret</c>, or a list of that name while one is being replaced, and the file that <c>SecretFile</c> names.
    /// </summary>
    public IEnumerable<PitchlySecret> Read()
    {
        var section = configuration?.GetSection(_key);
        var secret = section?.GetSection("Secret");
        string?[] texts = [secret?.Value, .. secret?.GetChildren().Select(item => item.Value) ?? [], FileOf(section?["SecretFile"])];
        return texts.Where(text => !string.IsNullOrEmpty(text)).Select(text => new PitchlySecret(text!));
    }

    /// <summary>Checks at the start that there is one that can sign.</summary>
    /// <exception cref="ArgumentException">There is none; the message says where to put it.</exception>
    public void Check(CallbackSignature signature)
    {
        var secrets = Read().ToList();
        if (secrets.Count == 0)
        {
            throw new ArgumentException(
                $"Nothing tells by which secret senders sign what {callbacks} hears. Put it into user secrets (dotnet user-secrets set "
                    + $"{_key}:Secret …), the environment ({_key.Replace(":", "__")}__Secret), or a file named by {_key}:SecretFile; or "
                        + $"set "
                    + $"{nameof(PitchlyCallbackOptions.Secrets)}, or {nameof(PitchlyCallbackOptions.AllowUnsigned)} if something else "
                        + $"checks "
                    + "who calls.");
        }

        secrets.ForEach(secret => SignatureKey.Of(secret, signature));
    }

    private static string? FileOf(string? path) => File.Exists(path) ? File.ReadAllText(path).Trim() : null;
}
