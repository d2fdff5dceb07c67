namespace Pitchly.Package.Tests;

/// <summary>Tests the generated files that go-to-definition shows to a user.</summary>
public sealed class EmittedFilesTests(PackedSdk packages)
{
    [Fact]
    public async Task Emitted_files_match_the_compiled_code_and_have_docs()
    {
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk", "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>");
        consumer.Write("deals.pitchly.json", ConsumerTests.Schema);

        await consumer.BuildAsync();

        var files = Directory.GetFiles(consumer.Folder, "MyApp.*.g.cs", SearchOption.AllDirectories);
        using var symbols = new Symbols(File.OpenRead(Path.Combine(consumer.Folder, "bin", "Debug", "net10.0", "Consumer.pdb")));
        var compiled = symbols.EmbeddedSources.ToDictionary(source => Path.GetFileName(source.Path), source => source.Text);
        Assert.Contains(files, file => Path.GetFileName(file) == "MyApp.Deal.g.cs");
        Assert.All(files, file =>
        {
            var text = File.ReadAllText(file);
            Assert.Equal(text, compiled[Path.GetFileName(file)]);
            Assert.Contains("/// <summary>", text, StringComparison.Ordinal);
            Assert.Contains("Generated from deals.pitchly.json", text, StringComparison.Ordinal);
        });
    }
}
