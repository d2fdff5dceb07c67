namespace Pitchly.Package.Tests;

/// <summary>Tests a project whose target framework a package does not support.</summary>
public sealed class FrameworkTests(PackedSdk packages)
{
    private static readonly string[] TooOld = ["netstandard2.0", "netstandard2.1", "net472", "net6.0", "net7.0"];

    /// <summary>A project without framework references, so that no targeting pack must be downloaded.</summary>
    private static readonly string OldProject = $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>{string.Join(';', TooOld)}</TargetFrameworks>
            <NuGetAudit>false</NuGetAudit>
            <CheckEolTargetFramework>false</CheckEolTargetFramework>
            <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
            <AutomaticallyUseReferenceAssemblyPackages>false</AutomaticallyUseReferenceAssemblyPackages>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Pitchly.Sdk" Version="{PackedSdk.Version}" />
            <PackageReference Include="Pitchly.Sdk.Browser" Version="{PackedSdk.Version}" />
            <PackageReference Include="Pitchly.Emulator" Version="{PackedSdk.Version}" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task Old_frameworks_are_refused_at_restore()
    {
        using var consumer = new Consumer(packages);
        consumer.Write("Consumer.csproj", OldProject);

        var (exitCode, output) = await consumer.RunAsync("restore");

        Assert.NotEqual(0, exitCode);
        Assert.All(
            from framework in TooOld
            from package in (string[])["Pitchly.Sdk", "Pitchly.Sdk.Browser", "Pitchly.Emulator"]
            select (
                package, framework),
            pair => Assert.Contains(
                $"error NU1202: Package {pair.package} {PackedSdk.Version} is not compatible with {pair.framework}",
                output,
                StringComparison.Ordinal));
    }
}
