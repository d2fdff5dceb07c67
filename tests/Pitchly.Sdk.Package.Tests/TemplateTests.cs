using System.Diagnostics;

namespace Pitchly.Package.Tests;

/// <summary>The templates, installed from their package as a user does, and what they make: it builds without warnings and runs.</summary>
public sealed class TemplateTests(PackedSdk packages)
{
    [Fact]
    public async Task The_console_program_reads_rows_of_the_emulator()
    {
        using var consumer = new Consumer(packages);
        await MakeAsync(consumer, "pitchly-console", "My.Program");

        var (exitCode, output) = await consumer.RunAsync("build", "My.Program", "-warnaserror", "-p:NuGetAudit=false");
        Assert.True(exitCode == 0, output);
        (exitCode, output) = await consumer.RunAsync("run", "--no-build", "--project", "My.Program");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Connected to ", output, StringComparison.Ordinal);
        Assert.Contains("\"Project Aspen\" · \"Northwind Traders\" · \"Pitch\" · 1200000 · ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_App_is_served_beside_the_emulator()
    {
        using var consumer = new Consumer(packages);
        await MakeAsync(consumer, "pitchly-app", "Deals");

        var (exitCode, output) = await consumer.RunAsync("build", "Deals/Deals.Host", "-warnaserror", "-p:NuGetAudit=false");
        Assert.True(exitCode == 0, output);
        using var host = Process.Start(new ProcessStartInfo("dotnet", ["run", "--no-build", "--project", "Deals/Deals.Host", "--", "--port", "0"]) { WorkingDirectory = consumer.Folder, RedirectStandardOutput = true })!;
        try
        {
            var page = (await host.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Split(' ')[1];
            using var http = new HttpClient();
            var shown = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync(new Uri(page + "emulator/page"), TestContext.Current.CancellationToken)).RootElement;
            var app = shown.GetProperty("apps")[0].GetProperty("url").GetString()!;

            Assert.Contains("_framework/blazor.webassembly.js", await http.GetStringAsync(new Uri(app), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Contains(shown.GetProperty("appId").GetString()!, await http.GetStringAsync(new Uri(app + "appsettings.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Contains("export function connect", await http.GetStringAsync(new Uri(app + "_content/Pitchly.Sdk.Browser/pitchly.js"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync(CancellationToken.None);
        }
    }

    private async Task MakeAsync(Consumer consumer, string template, string name)
    {
        string[] hive = ["--debug:custom-hive", Path.Combine(consumer.Folder, ".hive")];
        var (exitCode, output) = await consumer.RunAsync(["new", "install", Path.Combine(packages.Feed, $"Pitchly.Templates.{PackedSdk.Version}.nupkg"), .. hive]);
        Assert.True(exitCode == 0, output);
        (exitCode, output) = await consumer.RunAsync(["new", template, "-o", name, .. hive]);
        Assert.True(exitCode == 0, output);
    }
}
