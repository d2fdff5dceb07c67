namespace Pitchly.Package.Tests;

public sealed class PackageContentTests(PackedSdk packages)
{
    [Fact]
    public void It_holds_libraries_schemas_and_what_the_compiler_loads_and_nothing_of_Roslyn()
    {
        using var archive = packages.Open("Pitchly.Sdk");
        var files = archive.Entries.Select(entry => entry.FullName).ToList();

        string[] expected =
        [
            "README.md", "lib/net10.0/Pitchly.Sdk.dll", "lib/net10.0/Pitchly.Sdk.xml", "lib/net8.0/Pitchly.Sdk.dll", "lib/net8.0/Pitchly.Sdk.xml",
            "analyzers/dotnet/cs/Pitchly.Sdk.Generators.dll", "analyzers/dotnet/cs/Pitchly.Sdk.Analyzers.dll", "analyzers/dotnet/cs/Pitchly.Sdk.CodeFixes.dll", "analyzers/dotnet/cs/System.Text.Json.dll",
            "buildTransitive/Pitchly.Sdk.targets", "Schemas/app.pitchly.json", "Schemas/data.pitchly.json", "Schemas/oauth.pitchly.json", "Schemas/plugin.pitchly.json", "Schemas/pitchly-schema-1.0.json",
        ];
        Assert.Empty(expected.Except(files));
        Assert.DoesNotContain(files, file => file.Contains("CodeAnalysis", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => file.StartsWith("lib/", StringComparison.Ordinal) && !file.Contains("/Pitchly.Sdk.", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_users_depend_on_two_packages()
    {
        using var archive = packages.Open("Pitchly.Sdk");
        using var reader = new StreamReader(archive.GetEntry("Pitchly.Sdk.nuspec")!.Open());
        var dependencies = System.Xml.Linq.XDocument.Load(reader).Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .Select(element => element.Attribute("id")!.Value)
            .Distinct();

        Assert.Equal(["Microsoft.Extensions.Http", "Microsoft.Extensions.Logging.Abstractions"], dependencies);
    }

    [Fact]
    public void Symbols_are_packed_beside_it()
    {
        using var archive = packages.Open("Pitchly.Sdk", "snupkg");

        Assert.Contains(archive.Entries, entry => entry.FullName == "lib/net10.0/Pitchly.Sdk.pdb");
    }
}
