using Pitchly.Emulator;

namespace PitchlyServer1;

/// <summary>Starts the emulator in place of Pitchly in development, unless an address is set (Pitchly:Origin).</summary>
internal static class LocalPlatform
{
    private const string DefaultAddress = "http://localhost:5000";

    public static async Task<PitchlyEmulator?> StartAsync(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        if (settings["Pitchly:Origin"] is { Length: > 0 } || !builder.Environment.IsDevelopment())
        {
            return null;
        }

        var address = new Uri((settings["urls"] ?? DefaultAddress).Split(';')[0]);
        var emulator = await PitchlyEmulator.StartAsync(new EmulatorOptions { RedirectUris = [new Uri(address, "/signin-pitchly")] });
        settings["Pitchly:Origin"] = emulator.Origin.AbsoluteUri;
        settings["Pitchly:AppId"] = emulator.AppId;
        settings["Pitchly:AppSecretFile"] = emulator.AppSecretPath;
        return emulator;
    }
}
