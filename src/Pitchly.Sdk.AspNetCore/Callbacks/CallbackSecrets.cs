using Microsoft.Extensions.Configuration;
using Pitchly.Channels;

namespace Pitchly.AspNetCore.Callbacks;

/// <summary>
/// Reads the secrets of senders from the configuration. They are read for each request, so that a new secret takes effect immediately.
/// </summary>
/// <param name="configuration">The server's configuration, or <see langword="null"/> if it has none.</param>
/// <param name="callbacks">The name of the callbacks' interface.</param>
internal sealed class CallbackSecrets(IConfiguration? configuration, string callbacks)
{
    private readonly string _key = $"{PitchlyServerOptions.Section}:Callbacks:{callbacks}";

    /// <summary>
    /// Reads <c>Secret</c>, which may be a list while a secret is being replaced, and the file named by <c>SecretFile</c>.
    /// </summary>
    public IEnumerable<PitchlySecret> Read()
    {
        var section = configuration?.GetSection(_key);
        var secret = section?.GetSection("Secret");
        string?[] texts = [secret?.Value, .. secret?.GetChildren().Select(item => item.Value) ?? [], FileOf(section?["SecretFile"])];
        return texts.Where(text => !string.IsNullOrEmpty(text)).Select(text => new PitchlySecret(text!));
    }

    /// <summary>Checks at startup that there is at least one secret and that all secrets can be used.</summary>
    /// <exception cref="ArgumentException">There is no secret. The message says where to set it.</exception>
    public void Check(CallbackSignature signature)
    {
        var secrets = Read().ToList();
        if (secrets.Count == 0)
        {
            throw new ArgumentException(
                $"There is no secret to verify the signatures of requests to {callbacks}. Set it in user secrets (dotnet user-secrets "
                    + $"set {_key}:Secret …), in the environment ({_key.Replace(":", "__")}__Secret), or in a file named by "
                    + $"{_key}:SecretFile. Alternatively, set {nameof(PitchlyCallbackOptions.Secrets)}, or set "
                    + $"{nameof(PitchlyCallbackOptions.AllowUnsigned)} if the sender is authenticated in another way.");
        }

        secrets.ForEach(secret => SignatureKey.Of(secret, signature));
    }

    private static string? FileOf(string? path) => File.Exists(path) ? File.ReadAllText(path).Trim() : null;
}
