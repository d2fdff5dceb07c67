namespace Pitchly.Package.Tests;

/// <summary>Tests schemas of projects that reference each other.</summary>
public sealed class ProjectsTests(PackedSdk packages)
{
    private const string Crm = """
        {
          "$id": "https://example.com/crm",
          "pitchly": "1.0",
          "namespace": "Crm",
          "types": { "DealId": { "type": "string", "id": true } },
          "clients": { "Crm": { "endpoints": { "get": { "method": "GET", "path": "/" } } } }
        }
        """;

    [Theory]
    [InlineData("../Crm/crm.pitchly.json")]
    [InlineData("https://example.com/crm")]
    public async Task Schema_may_reference_one_of_a_referenced_project(string schema)
    {
        using var consumer = Solution(Crm);
        consumer.Write("Far/far.pitchly.json", Refers(schema));

        await BuildAsync(consumer);
    }

    [Fact]
    public async Task A_shared_file_is_compiled_by_the_referenced_project()
    {
        using var consumer = Solution(Crm);
        consumer.Write("Near/near.pitchly.json", Refers("../Crm/crm.pitchly.json"));
        consumer.Write("Near/Near.csproj", Project("Crm", """<AdditionalFiles Include="../Crm/crm.pitchly.json" />"""));
        consumer.Write("Far/far.pitchly.json", Refers("../Near/near.pitchly.json", "Holder", "Far"));

        await BuildAsync(consumer);
    }

    [Fact]
    public async Task Internal_types_are_compiled_by_each_project()
    {
        using var consumer = Solution(Crm.Replace("\"pitchly\"", "\"access\": \"internal\", \"pitchly\"", StringComparison.Ordinal));
        consumer.Write("Near/Near.csproj", Project("Crm", """<AdditionalFiles Include="../Crm/crm.pitchly.json" />"""));
        consumer.Write("Near/Use.cs", "internal static class Use { public static Crm.DealId Id { get; } = new(\"d1\"); }");

        await BuildAsync(consumer);
    }

    [Fact]
    public async Task Copied_schema_is_one_error_that_suggests_the_fix()
    {
        using var consumer = Solution(Crm);
        consumer.Write("Near/crm.pitchly.json", Crm.Replace("/crm\"", "/copy\"", StringComparison.Ordinal));

        var (exitCode, output) = await consumer.RunAsync("build", "Near", "-warnaserror");
        var errors = output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct();

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error PITCHLY1016", Assert.Single(errors), StringComparison.Ordinal);

        consumer.Write("Near/Near.csproj", Project("Crm", """
            <AdditionalFiles Include="crm.pitchly.json" PitchlySchemaReference="true" />
            """));
        await BuildAsync(consumer);
    }

    private Consumer Solution(string crm)
    {
        var consumer = new Consumer(packages);
        consumer.Write("Crm/crm.pitchly.json", crm);
        consumer.Write("Crm/Crm.csproj", Project(null));
        consumer.Write("Near/Near.csproj", Project("Crm"));
        consumer.Write("Far/Far.csproj", Project("Near"));
        return consumer;
    }

    private static string Refers(string schema, string type = "DealId", string ns = "Mine") => $$"""
        {
          "pitchly": "1.0",
          "namespace": "{{ns}}",
          "types": { "Holder": { "type": "object", "properties": { "x": { "$ref": "{{schema}}#/types/{{type}}" } } } }
        }
        """;

    private static string Project(string? reference, string items = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Pitchly.Sdk" Version="{PackedSdk.Version}" />
            {(reference is null ? "" : $"""<ProjectReference Include="../{reference}/{reference}.csproj" />""")}
            {items}
          </ItemGroup>
        </Project>
        """;

    private static async Task BuildAsync(Consumer consumer)
    {
        var (exitCode, output) = await consumer.RunAsync("build", "Far", "-warnaserror");
        Assert.True(exitCode == 0, output);
    }
}
