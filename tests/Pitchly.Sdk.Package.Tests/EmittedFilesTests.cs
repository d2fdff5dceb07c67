using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;

namespace Pitchly.Package.Tests;

/// <summary>What a user meets behind go-to-definition.</summary>
public sealed class EmittedFilesTests(PackedSdk packages)
{
    /// <summary>The kind of debug information that is a source file (Portable PDB format, Embedded Source).</summary>
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    [Fact]
    public async Task Files_on_disk_are_those_that_were_compiled_and_have_docs()
    {
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk", "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>");
        consumer.Write("deals.pitchly.json", ConsumerTests.Schema);

        await consumer.BuildAsync();

        var files = Directory.GetFiles(consumer.Folder, "Deals.*.g.cs", SearchOption.AllDirectories);
        var compiled = EmbeddedSources(Path.Combine(consumer.Folder, "bin", "Debug", "net10.0", "Consumer.pdb"));
        Assert.Contains(files, file => Path.GetFileName(file) == "Deals.Deal.g.cs");
        Assert.All(files, file =>
        {
            var text = File.ReadAllText(file);
            Assert.Equal(text, compiled[Path.GetFileName(file)]);
            Assert.Contains("/// <summary>", text, StringComparison.Ordinal);
            Assert.Contains("Generated from deals.pitchly.json", text, StringComparison.Ordinal);
        });
    }

    private static Dictionary<string, string> EmbeddedSources(string path)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(path));
        var pdb = provider.GetMetadataReader();
        return pdb.CustomDebugInformation
            .Select(pdb.GetCustomDebugInformation)
            .Where(information => pdb.GetGuid(information.Kind) == EmbeddedSource)
            .ToDictionary(
                information => Path.GetFileName(pdb.GetString(pdb.GetDocument((DocumentHandle)information.Parent).Name)),
                information => Text(pdb.GetBlobBytes(information.Value)));
    }

    /// <summary>A blob starts with the size of the text, or with 0 if it is not compressed.</summary>
    private static string Text(byte[] blob)
    {
        using var stream = new MemoryStream(blob, sizeof(int), blob.Length - sizeof(int));
        using Stream content = BitConverter.ToInt32(blob) == 0 ? stream : new DeflateStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(content, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
