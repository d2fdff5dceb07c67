using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using static Microsoft.Playwright.Assertions;

namespace Pitchly.Browser.Tests;

/// <summary>Tests that the sample still works when it is published and therefore trimmed, and that it stays small.</summary>
public sealed class PublishedSampleTests(Chromium chromium)
{
    /// <summary>Gets the configuration of the build of the tests, which has also built the sample.</summary>
    private static string Configuration { get; } = Directory.GetParent(AppContext.BaseDirectory.TrimEnd('/', '\\'))!.Name;

    private static string Repository => Path.GetFullPath(Path.Combine(ScriptTests.Folder, "../.."));

    [Fact]
    public async Task The_published_sample_works_and_its_size_is_reported()
    {
        await using var context = await chromium.NewContextAsync();
        var folder = Directory.CreateTempSubdirectory("pitchly-published-").FullName;
        await PublishAsync(Repository, "samples/DealRoom.Host", Path.Combine(folder, "sample"), ["--no-build", "-c", Configuration]);
        await DotnetAsync(folder, ["new", "blazorwasm", "-o", "plain"]);
        await PublishAsync(folder, "plain", Path.Combine(folder, "template"), ["-p:InvariantGlobalization=true"]);
        var (sample, template) = (Framework(folder, "sample"), Framework(folder, "template"));
        var (size, compressed) = (SizeOf(sample), CompressedSizeOf(sample));
        var (plain, compressedPlain) = (SizeOf(template), CompressedSizeOf(template));
        await File.WriteAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "published-size.txt"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Published and trimmed: DealRoom {size:N0} KiB, with Brotli {compressed:N0} KiB; "
                    + $"a plain Blazor WebAssembly template {plain:N0} KiB, with Brotli {compressedPlain:N0} KiB{Environment.NewLine}"),
            TestContext.Current.CancellationToken);

        using var host = Process.Start(new ProcessStartInfo(
            "dotnet",
            ["DealRoom.Host.dll", "--port", "0"])
        { WorkingDirectory = Path.Combine(folder, "sample"), RedirectStandardOutput = true })!;
        try
        {
            var said = await host.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var page = await context.NewPageAsync();
            var complaints = new List<string>();
            page.Console += (_, message) =>
            {
                if (message.Type is "error" or "warning")
                {
                    complaints.Add(message.Text);
                }
            };
            await page.GotoAsync(said!.Split(' ')[1]);
            await Expect(page.FrameLocator("iframe").Locator(".deal h2")).ToHaveCountAsync(8);
            await page.GetByLabel("Select Project Birch").CheckAsync();
            await Expect(page.FrameLocator("iframe").Locator(".deal h2")).ToHaveTextAsync(["Project Birch"]);
            Assert.Empty(complaints);
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }

        Assert.InRange(size, 1, plain * 3 / 2);
        Assert.InRange(compressed, 1, compressedPlain * 3 / 2);
    }

    /// <summary>Publishes a project without compressed files, because the best compression takes longer than the rest.</summary>
    private static Task PublishAsync(string folder, string project, string output, IEnumerable<string> arguments) =>
        DotnetAsync(folder, ["publish", project, "-o", output, "-p:CompressionEnabled=false", .. arguments]);

    /// <summary>Returns the files that the browser loads, without the compressed ones of the build.</summary>
    private static FileInfo[] Framework(string folder, string app) =>
        [.. new DirectoryInfo(Path.Combine(folder, app, "wwwroot", "_framework")).GetFiles().Where(file => file.Extension != ".gz")];

    /// <summary>Returns the total size of files in KiB.</summary>
    private static long SizeOf(FileInfo[] files) => files.Sum(file => file.Length) / 1024;

    /// <summary>Returns the total size of files in KiB after a fast compression with Brotli.</summary>
    private static long CompressedSizeOf(FileInfo[] files) => files.Sum(file =>
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        using (var content = file.OpenRead())
        {
            content.CopyTo(brotli);
        }

        return compressed.Length;
    }) / 1024;

    private static async Task DotnetAsync(string folder, IEnumerable<string> arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
    }
}
