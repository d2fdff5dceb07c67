using System.Runtime.CompilerServices;
using DiffEngine;

namespace Pitchly.Generators.Tests.Snapshots;

/// <summary>Compares text with a file next to the test, with Verify's conventions, so that Verify could replace this class.</summary>
internal static class Verifier
{
    /// <summary>Compares several files, each with Class.Method#Name.verified.cs.</summary>
    /// <param name="files">The names and texts of the files.</param>
    /// <param name="method">The calling test.</param>
    /// <param name="path">The calling test's file.</param>
    public static async Task VerifyAsync(
        IEnumerable<KeyValuePair<string, string>> files, [CallerMemberName] string method = "", [CallerFilePath] string path = "")
    {
        var start = Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}.{method}#");
        var verified = Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(start) + "*.verified.cs").ToHashSet();
        var mismatches = new List<string>();
        foreach (var (name, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var expected = $"{start}{name}.verified.cs";
            verified.Remove(expected);
            if (!await IsSameAsync(text, expected, $"{start}{name}.received.cs"))
            {
                mismatches.Add(name);
            }
        }

        Assert.True(mismatches.Count == 0, $"Not as verified: {string.Join(", ", mismatches)}. Compare the *.received.cs files with the "
            + $"*.verified.cs files, and rename those that are right.");
        Assert.True(
            verified.Count == 0,
            $"No longer emitted: {string.Join(", ", verified.Select(Path.GetFileName))}. Delete the files if that is right.");
    }

    private static async Task<bool> IsSameAsync(string text, string verified, string received)
    {
        if (File.Exists(verified) && Normal(await File.ReadAllTextAsync(verified)) == Normal(text))
        {
            File.Delete(received);
            return true;
        }

        await File.WriteAllTextAsync(received, text);
        await DiffRunner.LaunchAsync(received, verified);
        return false;
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');
}
