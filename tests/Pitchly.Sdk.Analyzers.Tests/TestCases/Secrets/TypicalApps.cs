using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Pitchly;
using Pitchly.OAuth;
using Stubs;

namespace TypicalApps;

internal interface ISource
{
    ValueTask<string> ReadAsync(string name, CancellationToken cancellationToken = default);
}

internal sealed class FixedSource : ISource
{
    public ValueTask<string> ReadAsync(string name, CancellationToken cancellationToken = default) => new(name switch
    {
        "main" => "cobalt-7", // PITCHLY3001: read async
        _ => "zirkon-8", // PITCHLY3001: read async
    });
}

internal sealed class TraceSource : ISource
{
    public async ValueTask<string> ReadAsync(string name, CancellationToken cancellationToken = default)
    {
        Api.Show("Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt"); // silent: read async
        return await File.ReadAllTextAsync(name, cancellationToken);
    }
}

internal sealed class Consumer(ISource source)
{
    public async Task<PitchlySecret> LoadAsync(CancellationToken cancellationToken)
    {
        var text = await source.ReadAsync("main", cancellationToken).ConfigureAwait(false); // silent: text
        return new PitchlySecret(text.Trim());
    }
}

internal abstract class Provider
{
    protected abstract string Raw { get; }

    public PitchlySecret Secret => new(Raw);

    public static Provider Of(bool live) => live ? new Live() : new Test();

    private sealed class Live : Provider
    {
        protected override string Raw => Environment.GetEnvironmentVariable("PITCHLY_APP_SECRET") ?? ""; // silent: raw
    }

    private sealed class Test : Provider
    {
        protected override string Raw { get; } = "malachite"; // PITCHLY3001: raw
    }
}

internal sealed record Settings
{
    public required string Id { get; init; }

    public required string Phrase { get; init; }

    public string Extra { get; init; } = "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt"; // silent: extra
}

internal static class Use
{
    private static readonly Settings Default = new() { Id = "appK3v9TqXw2LmZ8rBnD", Phrase = "azurite5" }; // PITCHLY3001: default

    private static Settings Other(string id) => new() { Id = id, Phrase = Pick("lapis", "lazuli") }; // PITCHLY3001: connect

    private static string Pick(string one, string two) => one + "-" + two; // silent: pick

    public static void Run()
    {
        Connect(Default);
        Connect(Other("appK3v9TqXw2LmZ8rBnD"));
        ConnectExtra(Default);
    }

    private static void Connect(Settings settings) => Api.Show(new PitchlyServerClient(settings.Id, settings.Phrase));

    private static void ConnectExtra(Settings settings) => Api.Show(settings.Extra);

    public static void Queue()
    {
        var queue = new Queue<(string Kind, string Text)>();
        queue.Enqueue(("trace", "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt")); // silent: queue
        queue.Enqueue(("secret", "turquois3")); // PITCHLY3001: queue
        while (queue.TryDequeue(out var item))
        {
            if (item.Kind == "secret")
            {
                new PitchlyOptions().AppSecret = item.Text;
            }
        }
    }

    public static void Rows()
    {
        string[][] rows = [["a", "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt"], ["b", "amethyst1"]]; // PITCHLY3001: rows
        new PitchlyOptions().AppSecret = rows[1][1];
    }

    public static void Grouped()
    {
        var pairs = new[] { (Name: "id", Text: "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt"), (Name: "pw", Text: "moonstone") }; // PITCHLY3001: pairs
        new PitchlyOptions().AppSecret = pairs.Single(pair => pair.Name == "pw").Text;
    }

    public static void Mapped()
    {
        var map = new[] { "id:1", "pw:sunstone" }.Select(one => one.Split(':')).ToDictionary(one => one[0], one => one[1]); // PITCHLY3001: mapped
        new PitchlyOptions().AppSecret = map["pw"];
    }

    public static void Parsed()
    {
        foreach (var line in "id=7\npw=bloodstone".Split('\n')) // PITCHLY3001: parsed
        {
            var at = line.IndexOf('=');
            if (line[..at] == "pw")
            {
                new PitchlyOptions().AppSecret = line[(at + 1)..];
            }
        }
    }

    public static void Nested(string given)
    {
        Outer("spinel-red"); // PITCHLY3001: nested

        void Outer(string text) => Inner(text, given);

        static void Inner(string text, string other)
        {
            Api.Show(other);
            new PitchlyOptions().AppSecret = text;
        }
    }

    public static void Reused()
    {
        var text = "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt"; // silent: text
        Api.Show(text);
        text = Environment.GetEnvironmentVariable("S") ?? throw new InvalidOperationException();
        new PitchlyOptions().AppSecret = text;
    }

    public static void Cond(bool a)
    {
        var text = "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt"; // silent: text
        if (a)
        {
            Api.Show(text);
            return;
        }

        text = Console.ReadLine()!;
        new PitchlyOptions().AppSecret = text;
    }

    public static void Loop(int count)
    {
        var text = "chrysoberyl"; // PITCHLY3001: text
        for (var index = 0; index < count; index++)
        {
            text = Console.ReadLine()!;
        }

        new PitchlyOptions().AppSecret = text;
    }

    public static void Catching()
    {
        string text;
        try
        {
            text = File.ReadAllText("x");
        }
        catch (IOException) when (DateTime.Now.Hour > 3)
        {
            text = "aventurine"; // PITCHLY3001: catching
        }

        new PitchlyOptions().AppSecret = text;
    }

    public static void Final()
    {
        var text = "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt"; // silent: text
        try
        {
            Api.Show(text);
        }
        finally
        {
            text = Console.ReadLine()!;
        }

        new PitchlyOptions().AppSecret = text;
    }

    public static void Swap()
    {
        var (one, two) = ("Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt", Console.ReadLine()!); // silent: swap
        (one, two) = (two, one);
        Api.Show(two);
        new PitchlyOptions().AppSecret = one;
    }

    public static void Mutable()
    {
        var options = new PitchlyOptions { AppId = "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt" }; // silent: options
        options.AppSecret = options.AppId.Length.ToString(CultureInfo.InvariantCulture);
    }

    public static void Refs()
    {
        var box = new Box();
        Fill(ref box.Text);
        new PitchlyOptions().AppSecret = box.Text;

        static void Fill(ref string text) => text = "heliodor"; // PITCHLY3001: refs
    }

    private sealed class Box
    {
        public string Text = "";
    }

    public static void Delegates()
    {
        Func<string> make = Make;
        var all = new List<Func<string>> { make, () => "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt" }; // silent: all
        Api.Show(all);
        new PitchlyOptions().AppSecret = make();

        static string Make() => "iolite-blue"; // PITCHLY3001: delegates
    }

    public static void Combined(string prefix)
    {
        new PitchlyOptions().AppSecret = prefix + "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt"; // silent: combined
    }

    public static void Indexed(int which)
    {
        string[] all = ["kunzite-1", "morganite2"]; // PITCHLY3001: indexed
        new PitchlyOptions().AppSecret = all[which];
    }

    public static void ByName(string name)
    {
        var all = new Dictionary<string, string>
        {
            ["eu"] = "prehnite-3", // PITCHLY3001: by name
            ["us"] = "rubellite4", // PITCHLY3001: by name
        };
        new PitchlyOptions().AppSecret = all[name];
        new PitchlyOptions().ClientSecret = all.TryGetValue(name, out var found) ? found : null;
    }

    public static void Names(string name)
    {
        var all = new Dictionary<string, string> { ["eu"] = "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt" }; // silent: all
        new PitchlyOptions().SecretName = all[name];
        new PitchlyOptions().AppSecret = Environment.GetEnvironmentVariable(all[name])!;
    }

    public static void Credential(string user)
    {
        var pair = new NetworkCredential(user, "labradorite"); // PITCHLY3001: pair
        Api.Show(pair);
        var domain = new NetworkCredential(user, Console.ReadLine(), "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt"); // silent: domain
        Api.Show(domain);
    }

    public static void Certificate(byte[] raw)
    {
        Api.Show(System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadPkcs12(raw, "sodalite9")); // PITCHLY3001: certificate
    }

    public static void Etag(HttpRequestMessage request)
    {
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt\"")); // silent: etag
        request.Headers.Add("X-Request-Id", "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt"); // silent: etag
        request.Headers.Add("X-Client-Secret", "hackmanite"); // PITCHLY3001: etag
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Get());
        request.Options.Set(new HttpRequestOptionsKey<string>("trace"), "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt"); // silent: etag

        static string Get() => "scapolite1"; // PITCHLY3003: etag
    }

    public static void Messages(string appSecret)
    {
        if (appSecret.Length != 48)
        {
            throw new ArgumentException("The App Secret must have 48 characters, like Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt has 43.", nameof(appSecret)); // silent: messages
        }
    }

    public static bool Guard(string appSecret) => appSecret is "changeme" or "secret" or ""; // silent: guard

    public static bool GuardId(string appId) => appId == "appK3v9TqXw2LmZ8rBnD"; // silent: guard id

    public static bool GuardSecret(string clientSecret) => string.Equals(clientSecret, "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt", StringComparison.Ordinal); // PITCHLY3001: guard secret

    [SuppressMessage("x", "y", Justification = "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt")] // silent: guard secret
    public static void Suppressed()
    {
    }

    public static void Optional([StringSyntax("secret")] string hint = "Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt") => Api.Show(hint); // silent: optional

    public static string Hmac(byte[] body, string key = "benitoite") // PITCHLY3001: hmac
    {
        using var hash = new HMACSHA512(Encoding.UTF8.GetBytes(key));
        return Convert.ToHexString(hash.ComputeHash(body));
    }

    public static byte[] Digest() => SHA512.HashData("Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt"u8); // silent: digest

    public static void Form(MultipartFormDataContent form)
    {
        form.Add(new StringContent("Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt"), "boundary"); // silent: form
        form.Add(new StringContent(Word()), "client_secret");

        static string Word() => string.Join("", "char", "oite"); // PITCHLY3001: form
    }

    public static string Connection(string host) => $"Endpoint={host};AccessKeyName=root;AppSecret={Part};Pool=Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt"; 

    private static string Part => "sugilite7"; // PITCHLY3001: part

    public static Uri Address(string state) => new($"https://v2.pitchly.net/authorize?client_id=appK3v9TqXw2LmZ8rBnD&code_challenge=Qm3xT7vB9sL1wK5zN8cR2dF6gH4jP0yUaEoIiXqWeRt&state={state}"); // silent: address

    public static object Init() => new PitchlyOptions { AppSecret = Compose('v', "ariscit", 3) }; // PITCHLY3001: composed of three

    private static string Compose(char first, string middle, int last) => $"{first}{middle}{last}";

    public static IEnumerable<PitchlySecret> All() => from word in new[] { "unakite-1", "unakite-2" } where word.Length > 3 select new PitchlySecret(word); // PITCHLY3001: all

    public static PitchlySecret Async() => new(RunAsync().GetAwaiter().GetResult());

    private static async Task<string> RunAsync()
    {
        await Task.Yield();
        return await Task.FromResult("vesuvianite"); // PITCHLY3001: run async
    }

    public static PitchlySecret Timed() => new(DateTimeOffset.UnixEpoch.ToString("O", CultureInfo.InvariantCulture)); // silent: timed

    public static PitchlySecret Guid1() => new(new Guid("b7a1c0de-1111-2222-3333-444455556666").ToString("N")); // PITCHLY3001: timed

    public static PitchlySecret Null() => new(default(string)!); // silent: null
}
