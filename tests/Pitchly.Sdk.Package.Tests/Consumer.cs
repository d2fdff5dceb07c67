namespace Pitchly.Package.Tests;

/// <summary>A new project in a temporary folder that uses nothing of this repository except the packages.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pitchly-consumer-");

    public Consumer(PackedSdk packages) => Write("nuget.config", $"""
        <configuration>
          <packageSources>
            <add key="packed" value="{packages.Feed}" />
          </packageSources>
          <fallbackPackageFolders>
            <add key="machine" value="{MachinePackages}" />
          </fallbackPackageFolders>
          <config>
            <add key="globalPackagesFolder" value="{packages.Cache}" />
          </config>
        </configuration>
        """);

    public Consumer(PackedSdk packages, string sdk, string properties, params IEnumerable<string> references)
        : this(packages) => Write("Consumer.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Pitchly.Sdk" Version="{PackedSdk.Version}" />
                {string.Join('\n', references)}
              </ItemGroup>
            </Project>
            """);

    public string Folder => _folder.FullName;

    private static string MachinePackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public Task<(int ExitCode, string Output)> RunAsync(params IEnumerable<string> arguments) => Dotnet.RunAsync(Folder, arguments);

    /// <summary>Creates a project from a template of the packages.</summary>
    public async Task NewAsync(PackedSdk packages, string template, string name)
    {
        var (exitCode, output) = await RunAsync("new", template, "-o", name, "--debug:custom-hive", await packages.TemplatesAsync());
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Builds the project and asserts that there are no errors or warnings.</summary>
    public async Task<string> BuildAsync()
    {
        var (exitCode, output) = await RunAsync("build", "-warnaserror");
        Assert.True(exitCode == 0, output);
        return output;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
