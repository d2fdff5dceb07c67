using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Pitchly.Analyzers.Use;
using Pitchly.CodeFixes;

namespace Pitchly.Analyzers.Tests;

/// <summary>Applies each fix, separately and to all findings at the same time, and compiles the result.</summary>
public sealed class CodeFixTests
{
    private const string Options = """

        public sealed class Options
        {
            public string AppId { get; set; } = "";

            public string AppSecret { get; set; } = "";
        }
        """;

    [Fact]
    public Task A_server_reads_the_secret_from_the_configuration_in_scope() => SecretAsync(
        "server",
        """
        using System;
        using Microsoft.Extensions.Configuration;

        public static class Startup
        {
            public static Options Make(IConfiguration settings) =>
                new Options
                {
                    AppSecret = {|PITCHLY3001:"hunter2"|}
                };

            public static void Set(IConfiguration settings, Options options)
            {
                options.AppSecret = {|PITCHLY3001:"hunter3"|};
                var clientSecret = {|PITCHLY3001:"hunter4"|};
                options.AppSecret = clientSecret;
            }
        }
        """ + Options,
        """
        using System;
        using Microsoft.Extensions.Configuration;

        public static class Startup
        {
            public static Options Make(IConfiguration settings) =>
                new Options
                {
                    AppSecret = settings["Pitchly:AppSecret"] ?? throw new InvalidOperationException("Set Pitchly:AppSecret.")
                };

            public static void Set(IConfiguration settings, Options options)
            {
                options.AppSecret = settings["Pitchly:AppSecret2"] ?? throw new InvalidOperationException("Set Pitchly:AppSecret2.");
                var clientSecret = settings["Pitchly:ClientSecret"] ?? throw new InvalidOperationException("Set Pitchly:ClientSecret.");
                options.AppSecret = clientSecret;
            }
        }
        """ + Options);

    private const string FromEnvironment = "Environment.GetEnvironmentVariable(\"Pitchly__AppSecret\") "
        + "?? throw new InvalidOperationException(\"Set Pitchly__AppSecret.\")";

    [Fact]
    public Task A_server_without_configuration_reads_the_environment() => SecretAsync(
        "server",
        """
        using System;

        public static class Startup
        {
            public static Options Make() =>
                new Options
                {
                    AppSecret = {|PITCHLY3002:"plys_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"|}
                };
        }
        """ + Options,
        $$"""
        using System;

        public static class Startup
        {
            public static Options Make() =>
                new Options
                {
                    AppSecret = {{FromEnvironment}}
                };
        }
        """ + Options);

    [Fact]
    public Task A_fallback_becomes_a_failure_that_names_the_setting() => SecretAsync(
        "server",
        """
        using System;
        using Microsoft.Extensions.Configuration;

        public static class Startup
        {
            public static Options Make(IConfiguration settings) =>
                new Options
                {
                    AppSecret = settings["Deals:AppSecret"] ?? {|PITCHLY3001:"hunter2"|}
                };
        }
        """ + Options,
        """
        using System;
        using Microsoft.Extensions.Configuration;

        public static class Startup
        {
            public static Options Make(IConfiguration settings) =>
                new Options
                {
                    AppSecret = settings["Deals:AppSecret"] ?? throw new InvalidOperationException("Set Deals:AppSecret.")
                };
        }
        """ + Options);

    [Fact]
    public Task Two_secrets_get_different_keys() => SecretAsync(
        "server",
        """
        using System;
        using Microsoft.Extensions.Configuration;

        public static class Startup
        {
            public static void Connect(string apiKey, string clientSecret) { }

            public static void All(IConfiguration settings)
            {
                Connect({|PITCHLY3001:"hunter1"|},
                    {|PITCHLY3001:"hunter2"|});
                Connect({|PITCHLY3001:"hunter3"|},
                    {|PITCHLY3001:"hunter4"|});
            }
        }
        """,
        """
        using System;
        using Microsoft.Extensions.Configuration;

        public static class Startup
        {
            public static void Connect(string apiKey, string clientSecret) { }

            public static void All(IConfiguration settings)
            {
                Connect(settings["Pitchly:ApiKey"] ?? throw new InvalidOperationException("Set Pitchly:ApiKey."),
                    settings["Pitchly:ClientSecret"] ?? throw new InvalidOperationException("Set Pitchly:ClientSecret."));
                Connect(settings["Pitchly:ApiKey2"] ?? throw new InvalidOperationException("Set Pitchly:ApiKey2."),
                    settings["Pitchly:ClientSecret2"] ?? throw new InvalidOperationException("Set Pitchly:ClientSecret2."));
            }
        }
        """);

    [Fact]
    public Task Concatenated_secret_is_replaced_as_a_whole() => SecretAsync(
        "server",
        """
        using System;
        using Microsoft.Extensions.Configuration;

        public static class Startup
        {
            public static Options Make(IConfiguration settings) =>
                new Options
                {
                    AppSecret = {|PITCHLY3001:"hun"|} + "ter2"
                };
        }
        """ + Options,
        """
        using System;
        using Microsoft.Extensions.Configuration;

        public static class Startup
        {
            public static Options Make(IConfiguration settings) =>
                new Options
                {
                    AppSecret = settings["Pitchly:AppSecret"] ?? throw new InvalidOperationException("Set Pitchly:AppSecret.")
                };
        }
        """ + Options);

    [Fact]
    public Task Secret_split_across_variables_has_no_fix() => SecretAsync(
        "server",
        """
        public static class Startup
        {
            public static Options Make()
            {
                var head = {|PITCHLY3001:"hun"|};
                var tail = "ter2";
                return new Options { AppSecret = head + tail };
            }
        }
        """ + Options,
        null);

    [Fact]
    public Task Secret_is_removed_from_a_client() => SecretAsync(
        "client",
        """
        using System.Collections.Generic;

        public static class Client
        {
            private static readonly string Secret = {|PITCHLY3001:"hunter1"|};

            public static Options Make() =>
                new Options { AppId = "app", AppSecret = {|PITCHLY3001:"hunter2"|} };

            public static void Set(Options options)
            {
                options.AppId = "app";
                options.AppSecret = {|PITCHLY3001:"hunter3"|};
            }

            public static Dictionary<string, string> Form() =>
                new Dictionary<string, string> { { "client_id", "app" }, { "client_secret", {|PITCHLY3001:"hunter4"|} } };
        }
        """ + Options,
        """
        using System.Collections.Generic;

        public static class Client
        {
            private static readonly string Secret = "";

            public static Options Make() =>
                new Options { AppId = "app" };

            public static void Set(Options options)
            {
                options.AppId = "app";
            }

            public static Dictionary<string, string> Form() =>
                new Dictionary<string, string> { { "client_id", "app" } };
        }
        """ + Options);

    [Fact]
    public Task A_constant_has_no_fix_on_a_server() => SecretAsync(
        "server",
        """
        public static class Startup
        {
            public const string AppSecret = {|PITCHLY3001:"hunter2"|};
        }
        """,
        null);

    [Fact]
    public Task A_callback_gets_the_right_signature() => CallbackAsync(
        """
            public ValueTask {|PITCHLY2001:onSelectionAsync|}(string[] rows, CancellationToken token) => default;

            public async void {|PITCHLY2001:OnShowSelectedAsync|}(bool shown, CancellationToken token) => await Task.Yield();

            public void {|PITCHLY2001:OnFilterAsync|}(Filter? filter, CancellationToken token) => Console.WriteLine(filter);
        """,
        """
            public ValueTask OnSelectionAsync(IReadOnlyList<RowId> rows, CancellationToken token) => default;

            public async ValueTask OnShowSelectedAsync(bool shown, CancellationToken token) => await Task.Yield();

            public ValueTask OnFilterAsync(Filter? filter, CancellationToken token)
            {
                Console.WriteLine(filter);
                return default;
            }
        """);

    [Fact]
    public Task Callback_that_returns_Task_is_changed_to_ValueTask() => CallbackAsync(
        "    public Task {|PITCHLY2001:OnSelection|}(IReadOnlyList<RowId> rows) => Task.CompletedTask;",
        "    public ValueTask OnSelectionAsync(IReadOnlyList<RowId> selection, CancellationToken cancellationToken) => new "
            + "ValueTask(Task.CompletedTask);");

    private static Task CallbackAsync(string before, string after) =>
        RunAsync<CallbackSignatureFix>("client", Callbacks(before), Callbacks(after));

    private static string Callbacks(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Pitchly;

        public sealed class Heard : IPitchlyAppCallbacks
        {
            public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken) => default;

        {{members}}
        }
        """;

    private static Task SecretAsync(string kind, string before, string? after) => RunAsync<SecretFix>(kind, before, after);

    private static async Task RunAsync<TFix>(string kind, string before, string? after)
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<PitchlyAnalyzer, TFix, DefaultVerifier>
        {
            TestCode = before,
            FixedCode = after ?? before,
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            CompilerDiagnostics = CompilerDiagnostics.Errors,
        };
        test.TestState.AdditionalReferences.AddRange(Harness.References);
        test.TestState.AnalyzerConfigFiles.Add((
            "/.globalconfig", $"is_global = true\nbuild_property.PitchlyProjectKind = {kind}\npitchly_secrets.live = true\n"));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}
