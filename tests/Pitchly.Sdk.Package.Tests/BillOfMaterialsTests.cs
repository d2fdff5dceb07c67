using System.Text.Json;
using System.Xml.Linq;

namespace Pitchly.Package.Tests;

/// <summary>Tests that a release has a bill of materials (CycloneDX) for each package with all its dependencies.</summary>
public sealed class BillOfMaterialsTests(PackedSdk packages)
{
    [Fact]
    public async Task Each_package_has_a_bill_with_all_its_dependencies()
    {
        var folder = Directory.CreateTempSubdirectory("pitchly-sbom-");
        try
        {
            var (exitCode, output) = await Dotnet.RunAsync(
                PackedSdk.Repository, "bash", ["eng/release/sbom.sh", PackedSdk.Version, folder.FullName]);
            Assert.True(exitCode == 0, output);

            Assert.All(Packages(), package =>
            {
                var bill = Bill(folder.FullName, package);
                Assert.Equal(package, bill.GetProperty("metadata").GetProperty("component").GetProperty("name").GetString());
                Assert.Empty(Dependencies(package).Except(Components(bill)));
            });

            var bundled = Components(Bill(folder.FullName, "Pitchly.Sdk")).ToList();
            Assert.Contains("YamlDotNet", bundled);
            Assert.DoesNotContain(bundled, name => name is "MinVer" or "Microsoft.CodeAnalysis.CSharp" or "xunit.v3");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private IEnumerable<string> Packages() => Directory
        .GetFiles(packages.Feed, "*.nupkg")
        .Select(file => Path.GetFileName(file)[..^$".{PackedSdk.Version}.nupkg".Length]);

    private IEnumerable<string> Dependencies(string package)
    {
        using var archive = packages.Open(package);
        using var nuspec = archive.GetEntry($"{package}.nuspec")!.Open();
        return
        [
            .. XDocument.Load(nuspec).Descendants()
                .Where(element => element.Name.LocalName == "dependency")
                .Select(element => element.Attribute("id")!.Value),
        ];
    }

    private static JsonElement Bill(string folder, string package) =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(folder, $"{package}.{PackedSdk.Version}.cdx.json")));

    private static IEnumerable<string> Components(JsonElement bill) => bill.TryGetProperty("components", out var components)
        ? components.EnumerateArray().Select(component => component.GetProperty("name").GetString()!)
        : [];
}
