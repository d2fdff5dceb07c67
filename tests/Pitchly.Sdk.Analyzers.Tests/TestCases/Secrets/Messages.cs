using Microsoft.Extensions.Logging;
using Pitchly;
using Stubs;

internal sealed class Messages(ILogger logger)
{
    public void Log(string appSecret) => logger.LogInformation("Connected with {Secret}", appSecret); // PITCHLY3005: an argument of a log

    public void Interpolated(string accessToken) => logger.LogWarning($"Refused: {accessToken}"); // PITCHLY3005: in an interpolated log

    public void Console1(PitchlyOptions options) => Console.WriteLine("Secret: " + options.AppSecret); // PITCHLY3005: on the console

    public Exception Throw(string clientSecret) => new InvalidOperationException($"'{clientSecret}' is wrong"); // PITCHLY3005: in an exception's message

    public void Revealed(PitchlySecret secret) => logger.LogInformation("{Secret}", secret.Reveal()); // PITCHLY3005: what PitchlySecret hides

    public void Hash(PitchlySecret secret) => logger.LogInformation("{Secret}", secret.ShortHash); // silent: the short hash

    public void Safe(PitchlySecret secret) => logger.LogInformation("{Secret}", secret); // silent: a PitchlySecret prints its hash

    public void Length(string appSecret) => logger.LogInformation("{Length}", appSecret.Length); // silent: a number

    public void Name(string secretName) => logger.LogInformation("{Name}", secretName); // silent: a name

    public Exception NameOf(string? appSecret) => new ArgumentException("The secret is missing.", nameof(appSecret)); // silent: a name

    public void Id(string appId) => Console.WriteLine(appId); // silent: an App ID
}
