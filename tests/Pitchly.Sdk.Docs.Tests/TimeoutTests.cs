using System.Text.RegularExpressions;

namespace Pitchly.Docs.Tests;

/// <summary>Tests that no test relies on the default time-out of a library, because the test could fail on a busy machine.</summary>
public sealed partial class TimeoutTests
{
    public static TheoryData<string> Files =>
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .Where(path => !path.EndsWith("/TimeoutTests.cs", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void HTTP_clients_set_a_time_out(string path)
    {
        var code = QuotedText().Replace(File.ReadAllText(Path.Combine(Repository.Root, path)), "");

        Assert.DoesNotMatch(ImpatientClient(), code);
    }

    [Fact]
    public void Browser_sets_its_time_outs()
    {
        var code = File.ReadAllText(Path.Combine(Repository.Root, "tests/Pitchly.Sdk.Browser.Tests/Chromium.cs"));

        Assert.Contains("Assertions.SetDefaultExpectTimeout(", code, StringComparison.Ordinal);
        Assert.Contains("context.SetDefaultTimeout(", code, StringComparison.Ordinal);
        Assert.Matches(@"BrowserTypeLaunchOptions\s*\{[^}]*\bTimeout = ", code);
    }

    /// <summary>Matches a client without an explicit time-out that sends requests over the network.</summary>
    [GeneratedRegex(@"new HttpClient(\s*\{|\(\)|\(new (SocketsHttpHandler|HttpClientHandler))")]
    private static partial Regex ImpatientClient();

    /// <summary>Matches string literals, which can contain the code of programs that a test builds or analyzes.</summary>
    [GeneratedRegex("\"\"\".*?\"\"\"|\"(\\\\.|[^\"\\\\\n])*\"", RegexOptions.Singleline)]
    private static partial Regex QuotedText();
}
