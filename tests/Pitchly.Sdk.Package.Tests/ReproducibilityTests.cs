using System.IO.Compression;
using System.Text;

namespace Pitchly.Package.Tests;

/// <summary>Tests that a package contains nothing of the machine that built it, neither paths nor times.</summary>
public sealed class ReproducibilityTests(PackedSdk packages)
{
    private static bool IsCI => Environment.GetEnvironmentVariable("CI") == "true";

    [Fact]
    public async Task Packages_built_in_another_folder_are_identical()
    {
        using var copy = await RepositoryCopy.CreateAsync();
        var feed = Path.Combine(copy.Folder, "feed");

        await PackedSdk.PackAsync(copy.Folder, feed, $"-p:CI={(IsCI ? "false" : "true")}");

        Assert.Equal(Names(packages.Feed), Names(feed));
        Assert.All(Names(feed), name => AssertSame(Path.Combine(packages.Feed, name), Path.Combine(feed, name)));
    }

    [Fact]
    public void No_packed_file_contains_a_path_of_this_machine()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar;
        var paths = ((string[])[PackedSdk.Repository, packages.Artifacts, home])
            .SelectMany(path => (byte[][])[Encoding.UTF8.GetBytes(path), Encoding.Unicode.GetBytes(path)])
            .ToList();

        Assert.All(
            Contents(),
            file => Assert.DoesNotContain(paths, path => file.Bytes.AsSpan().IndexOf(path) >= 0));
    }

    private static IEnumerable<string> Names(string feed) =>
        Directory.GetFiles(feed).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    /// <summary>Asserts that two packages are identical. It compares the entries first, because their names say more than a hash.</summary>
    private static void AssertSame(string first, string second)
    {
        using (var one = ZipFile.OpenRead(first))
        using (var other = ZipFile.OpenRead(second))
        {
            Assert.Equal(one.Entries.Select(Describe), other.Entries.Select(Describe));
        }

        Assert.True(File.ReadAllBytes(first).AsSpan().SequenceEqual(File.ReadAllBytes(second)), first);
    }

    private static string Describe(ZipArchiveEntry entry) => $"{entry.FullName} {entry.Crc32:X8} {entry.LastWriteTime:O}";

    /// <summary>Returns each packed file, and each source that is embedded in one, decompressed.</summary>
    private IEnumerable<(string Name, byte[] Bytes)> Contents()
    {
        foreach (var package in Directory.GetFiles(packages.Feed))
        {
            using var archive = ZipFile.OpenRead(package);
            foreach (var entry in archive.Entries)
            {
                var bytes = Read(entry);
                yield return ($"{Path.GetFileName(package)}: {entry.FullName}", bytes);
                if (entry.FullName.EndsWith(".pdb", StringComparison.Ordinal))
                {
                    using var symbols = new Symbols(new MemoryStream(bytes));
                    foreach (var (path, text) in symbols.EmbeddedSources)
                    {
                        yield return ($"{entry.FullName}: {path}", Encoding.UTF8.GetBytes(text));
                    }
                }
            }
        }
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
