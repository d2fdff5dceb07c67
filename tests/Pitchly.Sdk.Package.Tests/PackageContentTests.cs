namespace Pitchly.Package.Tests;

public sealed class PackageContentTests(PackedSdk packages)
{
    [Fact]
    public void Each_project_of_src_is_packed()
    {
        var projects = Directory
            .GetDirectories(Path.Combine(PackedSdk.Repository, "src"))
            .SelectMany(folder => Directory.GetFiles(folder, "*.csproj"));

        Assert.Equal(
            projects
                .Select(project => $"{Path.GetFileNameWithoutExtension(project)}.{PackedSdk.Version}.nupkg")
                .Order(StringComparer.Ordinal),
            Directory.GetFiles(packages.Feed, "*.nupkg").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_holds_libraries_schemas_and_analyzers()
    {
        using var archive = packages.Open("Pitchly.Sdk");
        var files = archive.Entries.Select(entry => entry.FullName).ToList();

        string[] expected =
        [
            "README.md", "lib/net10.0/Pitchly.Sdk.dll", "lib/net10.0/Pitchly.Sdk.xml", "lib/net8.0/Pitchly.Sdk.dll",
            "lib/net8.0/Pitchly.Sdk.xml",
            "analyzers/dotnet/cs/Pitchly.Sdk.Generators.dll", "analyzers/dotnet/cs/Pitchly.Sdk.Analyzers.dll",
            "analyzers/dotnet/cs/Pitchly.Sdk.CodeFixes.dll", "analyzers/dotnet/cs/System.Text.Json.dll",
            "analyzers/dotnet/cs/YamlDotNet.dll",
            "buildTransitive/net8.0/Pitchly.Sdk.Live.globalconfig", "buildTransitive/net8.0/Pitchly.Sdk.targets",
            "Schemas/app.pitchly.json", "Schemas/data.pitchly.json",
            "Schemas/oauth.pitchly.json", "Schemas/plugin.pitchly.json", "Schemas/workspaces.pitchly.json",
            "Schemas/pitchly-schema-1.0.json",
            "docs/getting-started.md", "docs/diagnostics/PITCHLY1001.md",
        ];
        Assert.Empty(expected.Except(files));
        Assert.DoesNotContain(files, file => file.Contains("CodeAnalysis", StringComparison.Ordinal));
        Assert.DoesNotContain(
            files, file => file.StartsWith("lib/", StringComparison.Ordinal) && !file.Contains("/Pitchly.Sdk.", StringComparison.Ordinal));
    }

    [Fact]
    public void Package_has_few_dependencies() => Assert.Equal(
        ["Microsoft.Extensions.Http", "Microsoft.Extensions.Logging.Abstractions", "System.Net.ServerSentEvents"],
        Dependencies("Pitchly.Sdk").Select(dependency => dependency.Id).Distinct().Order(StringComparer.Ordinal));

    /// <summary>With a higher version, a project that pins a lower one would fail with NU1605.</summary>
    [Theory]
    [InlineData("Pitchly.Sdk", "10.0.0", "8.0.0")]
    [InlineData("Pitchly.Sdk.Browser", "10.0.1")]
    public void Package_requires_the_lowest_Microsoft_versions(string package, params string[] versions) => Assert.Equal(
        versions,
        Dependencies(package)
            .Where(dependency => dependency.Id.StartsWith("Microsoft.", StringComparison.Ordinal))
            .Select(dependency => dependency.Version)
            .Distinct()
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Pitchly.Sdk")]
    [InlineData("Pitchly.Sdk.Browser")]
    [InlineData("Pitchly.Sdk.AspNetCore")]
    [InlineData("Pitchly.Sdk.AspNetCore.PostgreSql")]
    [InlineData("Pitchly.Sdk.AspNetCore.Redis")]
    [InlineData("Pitchly.Emulator")]
    public void A_package_has_a_readme_an_icon_a_licence_and_symbols(string name)
    {
        using var archive = packages.Open(name);
        using var symbols = packages.Open(name, "snupkg");
        using var reader = new StreamReader(archive.GetEntry($"{name}.nuspec")!.Open());
        using var readme = new StreamReader(archive.GetEntry("README.md")!.Open());
        var metadata =
            System.Xml.Linq.XDocument.Load(reader).Descendants().ToLookup(element => element.Name.LocalName, element => element.Value);

        Assert.Equal(
            ("MIT", "README.md", "icon.png"), (metadata["license"].Single(), metadata["readme"].Single(), metadata["icon"].Single()));
        Assert.StartsWith($"# {name}\n", readme.ReadToEnd(), StringComparison.Ordinal);
        Assert.NotNull(archive.GetEntry("icon.png"));
        Assert.Contains(symbols.Entries, entry => entry.FullName == $"lib/net10.0/{name}.pdb");
    }

    [Fact]
    public void The_browser_package_has_its_scripts_and_dependencies()
    {
        using var archive = packages.Open("Pitchly.Sdk.Browser");

        Assert.Equal(
            ["Pitchly.Sdk", "Microsoft.AspNetCore.Components.Web"],
            Dependencies("Pitchly.Sdk.Browser").Select(dependency => dependency.Id));
        Assert.NotNull(archive.GetEntry("staticwebassets/pitchly.js"));
        Assert.NotNull(archive.GetEntry("staticwebassets/officialScript.js"));
    }

    [Fact]
    public void Script_headers_are_JSON_with_a_fixed_time()
    {
        using var archive = packages.Open("Pitchly.Sdk.Browser");
        using var reader = new StreamReader(archive.GetEntry("build/Microsoft.AspNetCore.StaticWebAssetEndpoints.props")!.Open());
        var headers = System.Xml.Linq.XDocument.Load(reader).Descendants()
            .Where(element => element.Name.LocalName == "ResponseHeaders")
            .Select(element => System.Text.Json.JsonElement.Parse(element.Value).EnumerateArray()
                .ToDictionary(header => header.GetProperty("Name").GetString()!, header => header.GetProperty("Value").GetString()!))
            .ToList();

        Assert.NotEmpty(headers);
        Assert.All(headers, header => Assert.Equal("Sat, 01 Jan 2000 00:00:00 GMT", header["Last-Modified"]));
        Assert.All(headers, header => Assert.StartsWith("\"", header["ETag"], StringComparison.Ordinal));
    }

    [Fact]
    public void Build_files_match_the_repository_except_for_the_site()
    {
        using var archive = packages.Open("Pitchly.Sdk");
        using var reader = new StreamReader(archive.GetEntry("buildTransitive/net8.0/Pitchly.Sdk.targets")!.Open());
        var source = File.ReadAllText(Path.Combine(PackedSdk.Repository, "src/Pitchly.Sdk/buildTransitive/net8.0/Pitchly.Sdk.targets"));

        Assert.Equal(source.Replace("$(PitchlySite)", PackedSdk.BuildProperty("Site"), StringComparison.Ordinal), reader.ReadToEnd());
    }

    private List<(string Id, string Version)> Dependencies(string package)
    {
        using var archive = packages.Open(package);
        using var reader = new StreamReader(archive.GetEntry($"{package}.nuspec")!.Open());
        return
        [
            .. System.Xml.Linq.XDocument.Load(reader).Descendants()
                .Where(element => element.Name.LocalName == "dependency")
                .Select(element => (element.Attribute("id")!.Value, element.Attribute("version")!.Value)),
        ];
    }
}
