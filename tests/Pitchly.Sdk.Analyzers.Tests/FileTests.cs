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
        { "appsettings.json", """{ "Jwt": { "Key": «"Zqumpm08hsE8JNpjJOQGa2rb19FlY0mG1ylvuhfJ"» } }""", "PITCHLY3001" },
        { "appsettings.json", """{ "OpenAI": { "Key": «"XqIEnomef2mSJ5CMTIeg1ZTVnVv2fgKD0f6YYIgr"» } }""", "PITCHLY3001" },
        { "appsettings.json", """{ "Token": «"COX6Jhw7Hd11XzWL8MHpoKEzViXZya8cdFOcVwWB"» }""", "PITCHLY3003" },
        { "wwwroot/data.json", """{ "headers": [ { "name": "X-Api-Key", "value": «"hqG5KSFdPE0SPgjtHfb1F6w70WAKadYEjW1W"» } ] }""", "PITCHLY3001" },
        { "wwwroot/data.json", """{ "settings": [ { "key": "ClientSecret", "value": «"5bSapfQ7Dh3yEg42ipqnX1fkkjbd93oQGXy9"» } ] }""", "PITCHLY3001" },
        { "wwwroot/data.json", """{ "address": «"https://deals:KTUMAFGrM14gENAsIrsD@example.org/"» }""", "PITCHLY3001" },
        { "wwwroot/data.json", """{ "note": «"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"» }""", "PITCHLY3001" },
        { "wwwroot/data.json", """{ // «plys_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6» """ + "\n" + """ "note": 1 }""", "PITCHLY3002" },
        { "wwwroot/data.json", """{ "«plys_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6»": 1 }""", "PITCHLY3002" },
        { "wwwroot/index.html", """<input type='hidden' name='client_secret' value='«41PB2qs353f2Huu6mXrxWUREVXXPHzGIz3qy»'>""", "PITCHLY3001" },
        { "wwwroot/index.html", """<input value="«V4J1TQt7frRgjix7YSdn60LNJMRLdHb2U9Lh»" type="hidden" name="client_secret">""", "PITCHLY3001" },
        { "wwwroot/js/app.js", """headers.append('X-Api-Key', '«OS0irYkPvdRHUNL9yf4StfxDPNV2adCV1jFz»');""", "PITCHLY3001" },
        { "wwwroot/js/app.js", """const auth = atob('«cGx5c19COE95U0ZST2RSU0VIUmQ1MGFMUEN6clphcXl1ZmFiMUhHWHRSYVN3REw0»');""", "PITCHLY3002" },
        { "wwwroot/js/app.js", """const secret = process.env.CLIENT_SECRET || '«PKFd2WD7kZ63UnYMaO8Dr31cC4uacwZI09vy»';""", "PITCHLY3001" },
        { "wwwroot/js/app.js", """const clientSecret = atob('«GHx6GNKlizcfp3/72kgYnqAW0XPhSCcL/PLhi/X0Aa0=»');""", "PITCHLY3001" },
        { "wwwroot/js/app.mjs", """export const apiKey = "«YI20eBahcyXic6YOZq0M7qO60lI5QfecJUyG»";""", "PITCHLY3001" },
        { "App.config", """<configuration><appSettings><add key="ApiKey" value="«TelVEnIKXVuuEomFKB8KyVQ3JYmzSgnYNPPt»" /></appSettings></configuration>""", "PITCHLY3001" },
        { "App.xaml", """<x:String x:Key="ApiKey">«PQvv9PBmGGwYPnqwYo8kwQj1qH9CstFpS8gE»</x:String>""", "PITCHLY3001" },
        { "AndroidManifest.xml", """<meta-data android:name="com.example.API_KEY" android:value="«LRersl9a6sLABHHNBSz40ZgRCZ3IwEF6y5kyy3J»" />""", "PITCHLY3001" },
        { "wwwroot/js/app.ts", """export const settings: Settings = { apiKey: "«nY2eBahcyXic6YOZq0M7qO60lI5QfecJUyGz»" };""", "PITCHLY3001" },
        { "wwwroot/logo.svg", """<svg><metadata><data key="ClientSecret">«kY2eBahcyXic6YOZq0M7qO60lI5QfecJUyGz»</data></metadata></svg>""", "PITCHLY3001" },
        { "wwwroot/app.webmanifest", """{ "name": "Deals", "start_url": "/?access_token=«tY2eBahcyXic6YOZq0M7qO60lI5QfecJUyGz»" }""", "PITCHLY3003" },
        { "web.config", """<connectionStrings><add name="Deals" connectionString="Server=db;User Id=deals;Password=«r4Ypw2nq0M7q»" /></connectionStrings>""", "PITCHLY3001" },
        { "wwwroot/data.json", """{ "note": 1 /* "ClientSecret": "«vY2eBahcyXic6YOZq0M7qO60lI5QfecJUyGz»", */ }""", "PITCHLY3001" },
        { "wwwroot/data.json", """{ "parts": [ "«plys_Zq8vT3nLw0XyKd5", "uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6»" ] }""", "PITCHLY3002" },
        { "wwwroot/data.json", """{ "note": «"Basic cGx5c19COE95U0ZST2RSU0VIUmQ1MGFMUEN6clphcXl1ZmFiMUhHWHRSYVN3REw0"» }""", "PITCHLY3002" },
        { "wwwroot/js/app.js", """const text = '«plys_' + "Zq8vT3nLw0XyKd5" +""" + "\n" + """ 'uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6»';""", "PITCHLY3002" },
        { "wwwroot/js/app.js", """const text = ['«plyu_Zq8vT3nLw0XyKd5', 'uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6»'].join('');""", "PITCHLY3003" },
        { "Deals.csproj", """<Project><PropertyGroup><ApiKey>«pY2eBahcyXic6YOZq0M7qO60lI5QfecJUyGz»</ApiKey></PropertyGroup></Project>""", "PITCHLY3001" },
        { "Deals.csproj", """<Project><PropertyGroup><DefineConstants>$(DefineConstants);CLIENT_SECRET=«qY2eBahcyXic6YOZq0M7qO60lI5QfecJUyGz»</DefineConstants></PropertyGroup></Project>""", "PITCHLY3001" },
        { "Deals.csproj", """<Project><ItemGroup><AssemblyMetadata Include="ClientSecret" Value="«sY2eBahcyXic6YOZq0M7qO60lI5QfecJUyGz»" /></ItemGroup></Project>""", "PITCHLY3001" },
        { "Deals.csproj", """<Project><ItemGroup><AssemblyAttribute Include="System.Reflection.AssemblyMetadataAttribute"><_Parameter1>ClientSecret</_Parameter1><_Parameter2>«uY2eBahcyXic6YOZq0M7qO60lI5QfecJUyGz»</_Parameter2></AssemblyAttribute></ItemGroup></Project>""", "PITCHLY3001" },
        { "Pages/Deals.razor", """<p>Deals</p> @* the old one: «plys_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6» *@""", "PITCHLY3002" },
        { "Pages/Deals.cshtml", """<input asp-for="Secret" name="client_secret" value="«wY2eBahcyXic6YOZq0M7qO60lI5QfecJUyGz»" />""", "PITCHLY3001" },
        { "Info.plist", """<dict><key>ClientSecret</key><string>«BNWqb9Mt8sCG3CRKbKeyv6xQrM3hwwjhCS6j»</string></dict>""", "PITCHLY3001" },
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
        { "Resources.resx", """<data name="OneTimeSecret" type="System.Resources.ResXFileRef"><value>..\Favicons\OneTimeSecret.ico;System.Drawing.Icon, System.Drawing, PublicKeyToken=b03f5f7f11d50a3a</value></data>""" },
        { "Resources.resx", """<data name="Forgot password?"><value>Passwort vergessen?</value></data>""" },
        { "wwwroot/km.json", """{ "Reset Password": "កំណត់លេខកូដសម្ងាត់ឡើងវិញ", "Password": "លេខសម្ងាត់" }""" },
        { "wwwroot/swagger.json", """{ "security": [ { "API_Key": [ "deals.rows.read", "unrestricted" ] } ] }""" },
        { "appsettings.json", """{ "Cache": { "Key": "deals" }, "Serilog": { "Key": "Deals:Rows" }, "Theme": { "Token": "dark" } }""" },
        { "wwwroot/index.html", """<input name="password" value="Password" placeholder="Password">""" },
        { "wwwroot/js/app.js", """t('password', 'Kennwort'); storage.setItem('access_token', 'value');""" },
        { "Info.plist", """<dict><key>CFBundleIdentifier</key><string>org.example.deals</string></dict>""" },
        { "App.xaml", """<Style x:Key="PasswordBoxStyle" TargetType="PasswordBox" /><x:String x:Key="PasswordLabel">Password</x:String>""" },
        { "wwwroot/data.json", """{ "note": 1 // "ClientSecret": "<from user secrets>", the key's name" """ + "\n}" },
        { "wwwroot/data.json", """{ "prefixes": [ "plys_", "plyu_" ], "address": "https://example.org/a//b" }""" },
        { "wwwroot/js/app.js", """const prefix = 'plys_' + id + 'Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6';""" },
        { "Deals.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><UserSecretsId>2f1b7c1e-5a0d-4f0b-9a53-0c6a6d6b7d11</UserSecretsId><AssemblyOriginatorKeyFile>../key.snk</AssemblyOriginatorKeyFile><ApiKey>$(DEALS_API_KEY)</ApiKey></PropertyGroup><ItemGroup><InternalsVisibleTo Include="Deals.Tests" Key="0024000004800000940000000602000000240000525341310004000001000100b5fc90e7027f67" /><PackageReference Include="Deals.Keys" Version="1.2.3" PrivateAssets="all" /></ItemGroup></Project>""" },
        { "Pages/Deals.razor", """<input name="client_secret" value="@Secret" /><Field Name="Password" Value="@(given ?? "Kx4pW8nTz2Vb6Qr0")" />@code { string password = "t1ger-lily"; }""" },
        { "Pages/Deals.cshtml", """@Html.Label("password", "Kennwort")<label for="password" title="Password">Password</label>""" },
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
}
