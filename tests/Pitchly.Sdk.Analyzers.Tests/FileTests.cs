using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Analyzers.Tests;

/// <summary>Files that a build carries along. What is expected stands between « and ».</summary>
public sealed class FileTests
{
    public static TheoryData<string, string, string> Files => new()
    {
        { "wwwroot/appsettings.json", """{ "Pitchly": { "AppSecret": «"t1ger-lily"» } }""", "PITCHLY3001" },
        { "wwwroot/appsettings.Development.json", """{ "client_secret": «"d4isy-chain"», // comments are allowed""" + "\n}", "PITCHLY3001" },
        { "wwwroot/appsettings.json", """{ "Pitchly": { "AppId": «"plys_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"» } }""", "PITCHLY3004" },
        { "wwwroot/data.json", """[ "one", «"plys_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"» ]""", "PITCHLY3002" },
        { "wwwroot/data.json", """{ "accessToken": «"Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"» }""", "PITCHLY3003" },
        { "Properties/launchSettings.json", """{ "environmentVariables": { "PITCHLY__APPSECRET": «"m4rigold"» } }""", "PITCHLY3001" },
        { "wwwroot/broken.json", """{ "clientSecret": "«c0rnflower»", """, "PITCHLY3001" },
        { "wwwroot/js/app.js", """const appSecret = '«p0ppy-seed»';""", "PITCHLY3001" },
        { "wwwroot/js/app.js", """fetch("/token?client_secret=«v1olet-77»");""", "PITCHLY3001" },
        { "wwwroot/index.html", """<input type="hidden" name="client_secret" value="«l4vender»">""", "PITCHLY3001" },
        { "wwwroot/index.html", """<!-- plyu_Zq8 -->«plyu_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6»""", "PITCHLY3003" },
        { "wwwroot/settings.xml", """<Pitchly><AppSecret>«r0semary»</AppSecret></Pitchly>""", "PITCHLY3001" },
        { "Resources.resx", """<data name="AppSecret" xml:space="preserve"><value>«thym3-and-sage»</value></data>""", "PITCHLY3001" },
        { "wwwroot/notes.txt", "app_secret=«b4sil-leaf»\n", "PITCHLY3001" },
    };

    public static TheoryData<string, string> Silent => new()
    {
        { "wwwroot/appsettings.json", """{ "Pitchly": { "AppId": "appK3v9TqXw2LmZ8rBnD", "AppSecret": "", "Origin": "https://v2.pitchly.net" } }""" },
        { "wwwroot/appsettings.json", """{ "Pitchly": { "AppSecret": "<from user secrets>", "SecretName": "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" } }""" },
        { "wwwroot/data.json", """[ { "id": "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }, { "nextPageToken": "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" } ]""" },
        { "wwwroot/de.json", """{ "AppSecret": "App-Geheimnis", "AccessToken": "Zugriffstoken", "Password": "Kennwort" }""" },
        { "wwwroot/js/app.js", """const secret = config.secret2; const token = read("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); if (token=next9) go();""" },
        { "wwwroot/index.html", """<link rel="stylesheet" href="app.css" integrity="sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC">""" },
        { "wwwroot/index.html", """<label for="secret">App Secret</label><input name="client_secret" value="">""" },
        { "Resources.resx", """<data name="AppSecretLabel"><value>Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6</value></data>""" },
        { "deals.pitchly.json", """{ "AppSecret": "not-scanned-77" }""" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Finds_a_secret_at_its_place(string path, string marked, string id)
    {
        var text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        var start = marked.IndexOf('«', StringComparison.Ordinal);

        var finding = Assert.Single(await AnalyzeAsync(path, text, isMarked: true));

        Assert.Equal(id, finding.Id);
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
        Assert.Equal(new TextSpan(start, marked.IndexOf('»', StringComparison.Ordinal) - start - 1), finding.Location.SourceSpan);
        Assert.Equal("/app/" + path, finding.Location.GetLineSpan().Path);
        Assert.DoesNotContain(text.Substring(start, finding.Location.SourceSpan.Length).Trim('"'), finding.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Silent))]
    public async Task Is_silent_where_there_is_none(string path, string text) =>
        Assert.Empty(await AnalyzeAsync(path, text, isMarked: !path.EndsWith(".pitchly.json", StringComparison.Ordinal)));

    [Theory]
    [InlineData("pitchly_secrets.analyze_files", "false")]
    [InlineData("pitchly_secrets.excluded_files", "**/wwwroot/*.json")]
    [InlineData("pitchly_secrets.safe_values", "^t1ger")]
    [InlineData("pitchly_secrets.ignored_names", "AppSecret")]
    public async Task Options_hold_for_files_too(string option, string value) =>
        Assert.Empty(await AnalyzeAsync("wwwroot/appsettings.json", """{ "AppSecret": "t1ger-lily" }""", isMarked: true, (option, value)));

    [Fact]
    public async Task What_a_server_serves_is_as_bad_as_a_client()
    {
        var served = Assert.Single(await AnalyzeAsync("wwwroot/a.json", """{ "AppSecret": "t1ger-lily" }""", isMarked: true, ("build_property.PitchlyProjectKind", "server")));
        var kept = Assert.Single(await AnalyzeAsync("appsettings.json", """{ "AppSecret": "t1ger-lily" }""", isMarked: true, ("build_property.PitchlyProjectKind", "server")));

        Assert.Equal(DiagnosticSeverity.Error, served.Severity);
        Assert.Equal(DiagnosticSeverity.Warning, kept.Severity);
    }

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string path, string text, bool isMarked, params (string Key, string Value)[] more)
    {
        var properties = new Dictionary<string, string> { ["build_property.PitchlyProjectKind"] = "client" };
        foreach (var (key, value) in more)
        {
            properties[key] = value;
        }

        if (isMarked)
        {
            properties["build_metadata.AdditionalFiles.PitchlySecretScan"] = "true";
        }

        return await Harness.AnalyzeAsync(Harness.Compile(), properties, [new TextFile("/app/" + path, text)], cancellationToken: TestContext.Current.CancellationToken);
    }

    private sealed class TextFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
