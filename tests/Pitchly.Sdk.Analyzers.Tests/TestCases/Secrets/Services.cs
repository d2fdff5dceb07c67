using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.IO;
using System.ComponentModel;
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pitchly;
using Pitchly.OAuth;
using Stubs;

namespace Daily;

internal sealed class DealService(HttpClient http)
{
    private readonly Dictionary<string, string> _cache = new() { ["app"] = "appK3v9TqXw2LmZ8rBnD", ["pass"] = "bluebird" }; // PITCHLY3001: cache
    private string? _pending;
    private (string Id, string Value) _pair = ("tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7", "winter19"); // PITCHLY3001: pending
    private readonly string[] _parts = ["sun", "flower", "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"]; // PITCHLY3001: joined
    private static readonly FrozenDictionary<string, string> Frozen = new Dictionary<string, string> { ["k"] = "oakleaf7", ["z"] = "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7" }.ToFrozenDictionary(); // PITCHLY3001: frozen
    private static readonly ImmutableDictionary<string, string> Immutable = ImmutableDictionary<string, string>.Empty.Add("k", "mapleleaf").Add("z", "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"); // PITCHLY3001: immutable
    private static readonly ConcurrentDictionary<string, string> Bag = new();

    public PitchlySecret FromCache() => new(_cache["pass"]);

    public PitchlySecret FromTuple() => new(_pair.Value);

    public PitchlySecret FromFrozen() => new(Frozen["k"]);

    public PitchlySecret FromImmutable() => new(Immutable["k"]);

    public PitchlySecret FromBag()
    {
        Bag.TryAdd("k", "elmtree"); // PITCHLY3001: from bag
        Bag.TryAdd("z", "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"); // silent: from bag
        return new(Bag.GetOrAdd("k", static _ => "birchtree")); // PITCHLY3001: from bag
    }

    public PitchlySecret Joined() => new(_parts[0] + _parts[1]);

    public void Prepare(bool live) => _pending = live ? "harbour" : null; // PITCHLY3001: prepare

    public Task<HttpResponseMessage> SendAsync()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "https://v2.pitchly.net/oauth/token");
        request.Headers.TryAddWithoutValidation("X-Correlation", "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"); // silent: send async
        var fields = new List<KeyValuePair<string, string?>>
        {
            new("grant_type", "client_credentials"), // silent: send async
            new("state", "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"), // silent: send async
            new("client_secret", _pending),
        };
        request.Content = new FormUrlEncodedContent(fields);
        return http.SendAsync(request);
    }

    public static PitchlySecret ByLoop()
    {
        var seeds = new[] { 'p', 'e', 'a', 'r', '7', '7' }; // PITCHLY3001: by loop
        var text = string.Empty;
        foreach (var seed in seeds)
        {
            text += seed;
        }

        return new PitchlySecret(text);
    }

    public static PitchlySecret ByUsing()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        writer.Write("granite"); // PITCHLY3001: by using
        writer.Flush();
        return new PitchlySecret(writer.ToString());
    }

    public static PitchlySecret ByMemory()
    {
        ReadOnlyMemory<char> memory = "limestone".AsMemory(); // PITCHLY3001: by memory
        return new PitchlySecret(memory.ToString());
    }

    public static PitchlySecret BySpan()
    {
        ReadOnlySpan<char> span = "sandstone"; // PITCHLY3001: by span
        return new PitchlySecret(new string(span));
    }

    public static PitchlySecret BySlice()
    {
        var all = "id=tJq8Zk2Lw5Xn0Rv7Bc4Md9;pw=basalt".Split(';'); // PITCHLY3001: all
        return new PitchlySecret(all[1].Substring(3));
    }

    public static PitchlySecret ByJson()
    {
        using var document = JsonDocument.Parse("""{"a":"obsidian"}"""); // PITCHLY3001: document
        return new PitchlySecret(document.RootElement.GetProperty("a").GetString()!);
    }

    public static PitchlySecret ByNode()
    {
        var node = JsonNode.Parse("""{"a":"flintstone"}""")!; // PITCHLY3001: node
        return new PitchlySecret((string)node["a"]!);
    }

    public static PitchlySecret BySerializer()
    {
        var settings = JsonSerializer.Deserialize<Dictionary<string, string>>("""{"a":"marble9"}""")!; // PITCHLY3001: settings
        return new PitchlySecret(settings["a"]);
    }

    public static PitchlySecret ByMatch()
    {
        var match = Regex.Match("key:quartz8", "key:(.*)"); // PITCHLY3001: match
        return new PitchlySecret(match.Groups[1].Value);
    }

    public static PitchlySecret ByEnum() => new(Words.Hornblende.ToString()); // PITCHLY3001: by enum

    public static PitchlySecret ByNameOf() => new(nameof(ByNameOf)); // silent: by name of

    public static PitchlySecret ByHex() => new(Convert.ToHexString(Encoding.UTF8.GetBytes("feldspar"))); // PITCHLY3001: by hex

    public static PitchlySecret ByHash() => new(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("gneissrock")))); // PITCHLY3001: by hash

    public static PitchlySecret ByGuid() => new(Guid.NewGuid().ToString("N")); // silent: by guid

    public static PitchlySecret ByRandom() => new(RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 43)); // silent: by random

    public static PitchlySecret ByConfig(IReadOnlyDictionary<string, string> configuration) => new(configuration["tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"]); // silent: by config

    public static PitchlySecret ByFile() => new(File.ReadAllText("tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7.txt")); // silent: by file

    public static PitchlySecret ByNumber() => new(90210.ToString(CultureInfo.InvariantCulture)); // PITCHLY3001: by number

    public static PitchlySecret ByChoice(int month) => new(month switch { < 4 => "shale-1", < 7 => "shale-2", _ => throw new ArgumentOutOfRangeException(nameof(month)) }); // PITCHLY3001: by choice

    public static PitchlySecret ByCheck(string given) => given is { Length: > 0 } kept ? new(kept) : new("pumice"); // PITCHLY3001: by check

    public static PitchlySecret ByDefault(string? given = null)
    {
        given ??= "scoria"; // PITCHLY3001: by default
        return new PitchlySecret(given);
    }

    public static PitchlySecret ByPool()
    {
        var rented = ArrayPool<char>.Shared.Rent(8);
        "schist88".CopyTo(rented); // PITCHLY3001: by pool
        return new PitchlySecret(new string(rented, 0, 8));
    }

    public static PitchlySecret ByMarshal()
    {
        var bytes = new byte[] { 0x73, 0x6c, 0x61, 0x74, 0x65, 0x31 }; // PITCHLY3001: by marshal
        return new PitchlySecret(Encoding.ASCII.GetString(bytes));
    }

    public static PitchlySecret ByCollection()
    {
        List<char> letters = ['d', 'o', 'l', 'o', 'm', 'i', 't', 'e']; // PITCHLY3001: by collection
        return new PitchlySecret(string.Concat(letters));
    }

    public static PitchlySecret ByLinq() => new(new string("etinarg".Reverse().ToArray())); // PITCHLY3001: by linq

    public static PitchlySecret ByTryParse()
    {
        return TryTake(out var taken) ? new PitchlySecret(taken) : throw new InvalidOperationException("tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"); // silent: by try parse

        static bool TryTake(out string value)
        {
            value = "andesite"; // PITCHLY3001: by try parse
            return true;
        }
    }

    private enum Words
    {
        Hornblende,
    }
}

[TypeConverter(typeof(StringConverter))]
internal sealed record Login(string User, string Password = "rhyolite") // PITCHLY3001: words
{
    public string Trace { get; init; } = "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"; // silent: trace

    public static Login Guest { get; } = new("guest", "peridot"); // PITCHLY3001: guest

    public Login AsAdmin() => this with { Password = "diorite" }; // PITCHLY3001: as admin

    public bool Matches(string password) => password == Password;

    public override string ToString() => $"{User}:{Trace}";
}

internal static class Startup
{
    private const string Left = "gab"; // PITCHLY3001: configure
    private const string Right = "bro";
    private const string Whole = Left + Right;
    private const string Nonce = "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"; // silent: nonce

    public static void Configure()
    {
        Services.AddPitchly(options =>
        {
            options.AppId = "appK3v9TqXw2LmZ8rBnD"; // silent: configure
            options.AppSecret = Whole;
            options.SecretName = Nonce;
        });
        Services.AddPitchly(Fill);
        Action<PitchlyOptions> more = options => options.ClientSecret = Pick(2);
        Services.AddPitchly(more);
    }

    private static void Fill(PitchlyOptions options) => (options.AppId, options.AppSecret) = ("appK3v9TqXw2LmZ8rBnD", "norite5"); // PITCHLY3001: fill

    private static string Pick(int at)
    {
        string[] all = ["tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7", "zK2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7tJq8", "komatiite"]; // PITCHLY3001: pick
        return all[at];
    }

    public static void Log(Action<string> log)
    {
        log("tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"); // silent: log
        Api.Send("tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"); // silent: log
        var etag = new EntityTagHeaderValue("\"tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7\""); // silent: etag
        Api.Show(etag);
        var integrity = "sha256-tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7="; // silent: integrity
        Api.Show(integrity);
        var tokenKind = "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"; // silent: token kind
        Api.Show(tokenKind);
        var challenge = "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"; // silent: challenge
        Api.Show(challenge);
        var publicKey = "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"; // silent: public key
        Api.Show(publicKey);
        var cacheKey = "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"; // silent: cache key
        Api.Show(cacheKey);
        var continuationToken = "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"; // silent: continuation token
        Api.Show(continuationToken);
        var pageToken = "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"; // silent: page token
        Api.Show(pageToken);
        var password = Environment.GetEnvironmentVariable("tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"); // silent: password
        Api.Show(password);
        var secrets = new HashSet<string> { "AppSecret", "ClientSecret" }; // silent: secrets
        Api.Show(secrets);
        var appSecretMissing = "The app secret is missing from the settings."; // silent: app secret missing
        Api.Show(appSecretMissing);
    }
}

internal class Vault
{
    private readonly Func<string, string> _read;

    public Vault() => _read = name => name == "main" ? "tonalite" : "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"; // PITCHLY3001: vault

    public PitchlySecret Main() => new(_read("main"));

    protected virtual string Password => "trachyte"; // PITCHLY3001: password

    public PitchlySecret Own() => new(Password);

    public static implicit operator PitchlySecret(Vault vault) => vault.Own();

    public string this[int index] => index == 0 ? "phonolite" : ""; // PITCHLY3001: pitchly secret

    public PitchlySecret First() => new(this[0]);
}

internal sealed class Chain
{
    private string _value = "";

    public Chain With(string value)
    {
        _value = value;
        return this;
    }

    public Chain Trace(string trace)
    {
        Api.Show(trace);
        return this;
    }

    public PitchlySecret Build() => new(_value);

    public static PitchlySecret Make() => new Chain().Trace("tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7").With("syenite").Build(); // PITCHLY3001: make
}

internal static class Crypt
{
    public static byte[] Sign(byte[] data)
    {
        using var hmac = new HMACSHA256("dacite77"u8.ToArray()); // PITCHLY3001: hmac
        return hmac.ComputeHash(data);
    }

    public static byte[] SignOwn(string text)
    {
        var key = Encoding.UTF8.GetBytes("latite77"); // PITCHLY3001: key
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
    }

    public static byte[] Check(byte[] key) => HMACSHA256.HashData(key, "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"u8); // silent: check

    public static string Derived(byte[] salt) => Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2("boninite", salt, 10, HashAlgorithmName.SHA256, 32)); // PITCHLY3001: derived

    public static bool Same(string given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"u8); // silent: same

    public static bool SameSecret(string appSecret) => appSecret == "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"; // PITCHLY3001: same secret
}

internal static class Http
{
    public static void Basic(HttpClient http)
    {
        var pair = "deals" + ":" + "picrite"; // PITCHLY3001: basic
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
    }

    public static void Cookie(HttpClient http, string session) => http.DefaultRequestHeaders.Add("Cookie", $"session={session}; theme=tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7"); // silent: cookie

    public static UriBuilder Address()
    {
        var query = "client_id=appK3v9TqXw2LmZ8rBnD";
        query += "&client_secret=" + "essexite"; // PITCHLY3001: address
        return new UriBuilder("https", "v2.pitchly.net") { Query = query };
    }

    public static StringContent Body(string id) => new(JsonSerializer.Serialize(new { id, appSecret = "teschenite", nonce = "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7" })); // PITCHLY3001: body

    public static Dictionary<string, object> Variables() => new() { { "secretKey", Made() }, { "rowId", "tJq8Zk2Lw5Xn0Rv7Bc4Md9Fh6Gs3Py1Ta8Ue5Io2Wq7" } }; // silent: variables

    private static object Made() => "ijolite"; // PITCHLY3001: made

    public static void Variable() => Environment.SetEnvironmentVariable("PITCHLY_APP_SECRET", Made2()); 

    private static string Made2()
    {
        try
        {
            return File.ReadAllText("secret.txt");
        }
        catch (IOException)
        {
            return "minette"; // PITCHLY3001: variable
        }
    }
}
