using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Pitchly.Emulator.Tests.Clients;

/// <summary>Tests public JavaScript clients. Each one has its own script next to this file. ./test.sh installs the clients.</summary>
public sealed class JavaScriptClientTests : EmulatorFixture
{
    private static readonly string Folder =
        typeof(JavaScriptClientTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(one => one.Key == "ProjectFolder").Value!;

    [Theory]
    [InlineData("oauth.mjs")]
    [InlineData("introspection.mjs")]
    [InlineData("subscription.mjs")]
    public async Task Client_script_succeeds(string script)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") != "true", "The clients are missing; ./test.sh installs them.");
            Assert.Skip("The clients are missing; ./test.sh installs them.");
        }

        var settings = new
        {
            origin = Emulator.Origin.GetLeftPart(UriPartial.Authority),
            appId = Emulator.AppId,
            secret = Secret,
            redirectUri = RedirectUri,
            databaseId = Emulator.User.DatabaseId,
            token = (await AppTokenAsync()).GetProperty("access_token").GetString(),
        };
        var start = new ProcessStartInfo("node", [Path.Combine(Folder, "Clients", script)]) { RedirectStandardError = true };
        start.Environment["PITCHLY"] = JsonSerializer.Serialize(settings);
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.True(process.ExitCode == 0, errors);
    }
}
