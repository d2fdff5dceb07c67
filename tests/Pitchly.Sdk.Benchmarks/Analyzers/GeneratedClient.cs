using System.Globalization;

namespace Pitchly.Sdk.Benchmarks.Analyzers;

/// <summary>
/// Writes a client project of any size: files of a hundred lines with services, views and requests. One in every <c>filesPerSecret</c>
/// files has a location for a secret.
/// </summary>
internal static class GeneratedClient
{
    private const int LinesInFile = 100;

    private const string PlainUse = """request.Headers.Add("X-Kind", "deal");""";

    private static readonly string[] SecretUses =
    [
        """request.Headers.Add("X-App-Secret", settings.AppSecret);""",
        """settings.Remember(content.ToString() ?? "none");""",
        """settings.AppSecret = Describe(deal.Id, "none");""",
    ];

    public static IEnumerable<(string Name, string Text)> Write(int lines, int filesPerSecret)
    {
        yield return ("Settings.cs", """
            namespace Client;

            public sealed class Settings
            {
                public string Origin { get; set; } = "https://v2.pitchly.net";

                public string AppSecret { get; set; } = "";

                public void Remember(string value) => AppSecret = value;
            }
            """);
        for (var index = 0; index < lines / LinesInFile; index++)
        {
            yield return ($"Deals{index}.cs", File(
                index, index % filesPerSecret == 0 ? SecretUses[index / filesPerSecret % SecretUses.Length] : PlainUse));
        }
    }

    /// <summary>
    /// Writes a Blazor WebAssembly project to a folder. Build it with and without the analyzers: <c>dotnet build -p:ReportAnalyzer=true
    /// -v:d</c>.
    /// </summary>
    public static void WriteProject(string folder, int lines, int filesPerSecret)
    {
        Directory.CreateDirectory(folder);
        var analyzers = AppContext.BaseDirectory;
        System.IO.File.WriteAllText(Path.Combine(folder, "Client.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk.BlazorWebAssembly">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.AspNetCore.Components.WebAssembly" Version="10.0.*" />
              </ItemGroup>
              <ItemGroup Condition="'$(WithPitchly)' == 'true'">
                <Analyzer Include="{analyzers}Pitchly.Sdk.Analyzers.dll;{analyzers}Pitchly.Sdk.Generators.dll" />
              </ItemGroup>
            </Project>
            """);
        System.IO.File.WriteAllText(Path.Combine(folder, "Program.cs"), """
            using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

            await WebAssemblyHostBuilder.CreateDefault(args).Build().RunAsync();
            """);
        foreach (var (name, text) in Write(lines, filesPerSecret))
        {
            System.IO.File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    private static string File(int index, string use)
    {
        var number = index.ToString(CultureInfo.InvariantCulture);
        return Template.Replace("#", number, StringComparison.Ordinal).Replace("/*use*/", use, StringComparison.Ordinal);
    }

    private const string Template = """
        namespace Client.Part#;

        public sealed class Deal#
        {
            public string Id { get; set; } = "";
            public string Title { get; set; } = "Deal #";
            public decimal Amount { get; set; }
            public string? Owner { get; set; }
        }

        public interface IDealService#
        {
            Task<Deal#> GetAsync(string id, CancellationToken token);
            Task SaveAsync(Deal# deal, CancellationToken token);
        }

        public sealed class DealService#(HttpClient http, Settings settings) : IDealService#
        {
            private const string Path = "/deals/#";
            private readonly Dictionary<string, string> _labels = new()
            {
                ["Title"] = "The title",
                ["Amount"] = "The amount",
                ["Owner"] = "Who owns it",
            };

            public async Task<Deal#> GetAsync(string id, CancellationToken token)
            {
                var text = await http.GetStringAsync(settings.Origin + Path + "?id=" + Uri.EscapeDataString(id), token);
                if (text.Length == 0)
                {
                    throw new InvalidOperationException($"There is no deal {id} under {Path}.");
                }

                return new Deal# { Id = id, Title = text.Trim(), Amount = text.Length, Owner = Describe(id, "unknown") };
            }

            public async Task SaveAsync(Deal# deal, CancellationToken token)
            {
                using var content = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["id"] = deal.Id,
                    ["title"] = deal.Title,
                    ["owner"] = deal.Owner ?? "nobody",
                });
                using var request = new HttpRequestMessage(HttpMethod.Post, settings.Origin + Path) { Content = content };
                request.Headers.Add("X-Request-Id", Guid.NewGuid().ToString("N"));
                request.Headers.Add("Accept-Language", "en");
                /*use*/
                var response = await http.SendAsync(request, token);
                response.EnsureSuccessStatusCode();
            }

            private string Describe(string id, string other)
            {
                var label = _labels.TryGetValue(id, out var found) ? found : other;
                for (var index = 0; index < 3; index++)
                {
                    label += index switch
                    {
                        0 => " (first)",
                        1 => " (second)",
                        _ => string.Format("{0}-{1}", id, index),
                    };
                }

                return string.Join(", ", label.Split(',').Select(one => one.Trim()).Where(one => one.Length > 0));
            }
        }

        public sealed class DealView#(IDealService# service)
        {
            private readonly List<string> _log = [];
            private string _state = "idle";

            public string State => _state;

            public async Task<string> ShowAsync(string id, CancellationToken token)
            {
                _state = "loading";
                try
                {
                    var deal = await service.GetAsync(id, token);
                    _log.Add($"{deal.Title}: {deal.Amount:N0}");
                    _state = deal.Amount > 1000 ? "large" : "small";
                    return Render(deal.Title, "h1") + Render(deal.Owner ?? "nobody", "p");
                }
                catch (InvalidOperationException error)
                {
                    _log.Add("failed: " + error.Message);
                    _state = "failed";
                    return "";
                }
            }

            private static string Render(string text, string tag) => "<" + tag + ">" + text + "</" + tag + ">";
        }
        """;
}
