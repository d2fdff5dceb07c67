using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pitchly.Browser.Tests;

/// <summary>
/// Tests that README's pictures show the current page. Next to each picture is the text of the page from which it was taken.
/// <c>eng/pictures.sh</c> creates them again.
/// </summary>
public sealed partial class PictureTests(Chromium chromium)
{
    private const int KibiByte = 1024;

    private static readonly string Folder = Path.GetFullPath(Path.Combine(ScriptTests.Folder, "../../samples/pictures"));

    private static bool AreMade => Environment.GetEnvironmentVariable("PITCHLY_PICTURES") == "make";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Picture_matches_the_text_of_the_page(ColorScheme colors)
    {
        var options = new DealRoomOptions { ColorScheme = colors, Width = 1360, Height = 720 };
        await using var room = await DealRoomPage.OpenAsync(chromium, options);
        await PitchTwoDealsAsync(room);
        var picture = Path.Combine(Folder, $"deal-room-{colors.ToString().ToLowerInvariant()}.png");
        var text = Path.ChangeExtension(picture, ".txt");
        var says = await TextAsync(room);

        if (AreMade)
        {
            await room.Page.ScreenshotAsync(new() { Path = picture });
            await File.WriteAllTextAsync(text, $"{HashOf(picture)}\n\n{says}\n", TestContext.Current.CancellationToken);
        }

        Assert.Equal($"{HashOf(picture)}\n\n{says}\n", await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken));
        Assert.Contains(
            "samples/pictures/" + Path.GetFileName(picture),
            await File.ReadAllTextAsync(Path.Combine(Folder, "../../README.md"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.InRange(new FileInfo(picture).Length, 1, 150 * KibiByte);
    }

    private static async Task PitchTwoDealsAsync(DealRoomPage room)
    {
        await room.ConnectedAsync();
        string[] names = ["Project Birch", "Project Elm"];
        foreach (var name in names)
        {
            await room.Row(name).CheckAsync();
        }

        await Expect(room.Deals()).ToHaveTextAsync(names);
        await room.Page.Locator("#database").ClickAsync(); // Removes the focus from the last checkbox.
    }

    /// <summary>
    /// Returns the text of the page and of its App, without the parts that change with each run: ports and generated IDs.
    /// </summary>
    private static async Task<string> TextAsync(DealRoomPage room)
    {
        var page = await room.Page.Locator("header, main").AllInnerTextsAsync();
        var app = await room.App.Locator("body").InnerTextAsync();
        var lines = string.Join('\n', [.. page, app]).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        return MadeUp().Replace(string.Join('\n', lines), "…");
    }

    private static string HashOf(string file) => "sha256 " + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    [GeneratedRegex(@"(?<=127\.0\.0\.1:)\d+|\bapp\w{17,}|\b\w{17}\b")]
    private static partial Regex MadeUp();
}
