using Microsoft.Extensions.Configuration;
using Stubs;

internal static class Branches
{
    public static object OneBranch(string id, bool isTest, string given)
    {
        var value = given;
        if (isTest)
        {
            value = "c0ffee-cup"; // PITCHLY3001: on one branch only
        }

        return new PitchlyServerClient(id, value);
    }

    public static object Conditional(string id, bool isTest, string given) => new PitchlyServerClient(id, isTest ? "t3a-cup" : given); // PITCHLY3001: in a conditional

    public static object Switch(string id, int stage, string given) => new PitchlyServerClient(id, stage switch
    {
        0 => "w4ter-cup", // PITCHLY3001: in an arm
        _ => given,
    });

    public static object SwitchStatement(string id, int stage, string given)
    {
        string value;
        switch (stage)
        {
            case 0:
                value = "m1lk-cup"; // PITCHLY3001: in a section
                break;
            default:
                value = given;
                break;
        }

        return new PitchlyServerClient(id, value);
    }

    public static object Catch(string id, Func<string> read)
    {
        string value;
        try
        {
            value = read();
        }
        catch (InvalidOperationException)
        {
            value = "ju1ce-cup"; // PITCHLY3001: in a handler
        }

        return new PitchlyServerClient(id, value);
    }

    public static object Coalesce(string id, string? given)
    {
        given ??= "w1ne-cup"; // PITCHLY3001: where nothing was given
        return new PitchlyServerClient(id, given);
    }

    public static object Loop(string id, string given)
    {
        var value = given;
        for (var index = 0; index < 2; index++)
        {
            Api.Show(new PitchlyServerClient(id, value));
            value = "b33r-cup"; // PITCHLY3001: in the next round
        }

        return value.Length;
    }

    public static object ForEach(string id)
    {
        foreach (var one in new[] { "first-1", "second-2" }) // PITCHLY3001: each element
        {
            Api.Show(new PitchlyServerClient(id, one));
        }

        return id;
    }

    public static object Chain(string id)
    {
        var one = "c1der-cup"; // PITCHLY3001: through several variables
        var two = one;
        var three = two;
        return new PitchlyServerClient(id, three);
    }

    public static object Reassigned(string id, IConfiguration configuration)
    {
        var value = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent: overwritten before it gets there
        value = configuration["Pitchly:AppSecret"]!;
        return new PitchlyServerClient(id, value);
    }

    public static object DeadSecret(string id, IConfiguration configuration)
    {
        var appSecret = "overwritten-99"; // silent: never read
        appSecret = configuration["Pitchly:AppSecret"]!;
        return new PitchlyServerClient(id, appSecret);
    }

    public static object Later(string id, string given)
    {
        var value = given;
        var client = new PitchlyServerClient(id, value);
        value = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent: written after the use
        Api.Show(value);
        return client;
    }

    public static object BothBranches(string id, bool one, string given)
    {
        var value = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent: overwritten on every way
        if (one)
        {
            value = given;
        }
        else
        {
            value = given.Trim();
        }

        return new PitchlyServerClient(id, value);
    }

    public static object Thrown(string id, bool one, string given)
    {
        string value;
        if (one)
        {
            value = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent: this way ends in an exception
            throw new InvalidOperationException(value);
        }

        value = given;
        return new PitchlyServerClient(id, value);
    }
}

internal sealed class Methods
{
    private readonly IConfiguration _configuration;
    private string _later = "nothing-yet-1"; // silent: the constructor overwrites it
    private string _kept = "p0wder-blue"; // PITCHLY3001: stays where the constructor leaves it
    private string _set = "";

    public Methods(IConfiguration configuration)
    {
        _configuration = configuration;
        _later = configuration["Pitchly:AppSecret"] ?? "";
    }

    public object FromMethod(string id) => new PitchlyServerClient(id, Read());

    private static string Read() => "n4vy-blue"; // PITCHLY3001: returned by a private method

    public object FromLocalFunction(string id)
    {
        return new PitchlyServerClient(id, Local());

        static string Local()
        {
            return "sky-blue-1"; // PITCHLY3001: returned by a local function
        }
    }

    public object IntoMethod(string id) => Make(id, "ind1go-blue"); // PITCHLY3001: handed to a private method

    private static object Make(string id, string value) => new PitchlyServerClient(id, value);

    public object Twice(string id) => First(id, "az7re-blue"); // PITCHLY3001: through two methods

    private static object First(string id, string one) => Second(one, id);

    private static object Second(string two, string id) => new PitchlyServerClient(id, two);

    public object Identity(string id) => new PitchlyServerClient(id, Same("te4l-blue")); // PITCHLY3001: in and out of a method

    public object OtherIdentity() => Same("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent: the same method, another call

    private static string Same(string value) => value;

    public object Out(string id)
    {
        Fill(out var value);
        return new PitchlyServerClient(id, value);
    }

    private static void Fill(out string value) => value = "cy4n-blue"; // PITCHLY3001: by an out argument

    public object Field(string id) => new PitchlyServerClient(id, _kept);

    public object Overwritten(string id) => new PitchlyServerClient(id, _later);

    public void Set() => _set = "r0yal-blue"; // PITCHLY3001: a field that another method sets

    public object UseSet(string id) => new PitchlyServerClient(id, _set);

    public object Lambda(string id)
    {
        Func<string> read = () => "st33l-blue"; // PITCHLY3001: returned by a lambda
        return new PitchlyServerClient(id, read());
    }

    public void Captured(string id)
    {
        var value = "d4rk-blue"; // PITCHLY3001: captured by a lambda
        Services.AddPitchly(options => options.AppSecret = value);
        Api.Show(id);
    }

    public async Task<object> Async(string id) => new PitchlyServerClient(id, await ReadAsync());

    private static Task<string> ReadAsync() => Task.FromResult("p4le-blue"); // PITCHLY3001: by a task

    private static async Task<string> ReadLaterAsync()
    {
        await Task.Yield();
        return "l1ght-blue"; // PITCHLY3001: by an async method
    }

    public async Task<object> AsyncLater(string id) => new PitchlyServerClient(id, await ReadLaterAsync().ConfigureAwait(false));

    public object FromConfiguration(string id) => new PitchlyServerClient(id, _configuration["Pitchly:AppSecret"]!); // silent: a setting

    public object Id() => MakeId("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent: goes to an id

    private static object MakeId(string value) => new PitchlyServerClient(value, Environment.GetEnvironmentVariable("PITCHLY_APP_SECRET")!);
}

internal record Pair(string Key, string Value);

internal sealed class Holder
{
    public string Value { get; set; } = "";

    public string Other { get; set; } = "";
}

internal static class Shapes
{
    public static object Tuple(string id)
    {
        var pair = (id, "r0se-red"); // PITCHLY3001: in a tuple
        return new PitchlyServerClient(pair.id, pair.Item2);
    }

    public static object Deconstruction(string id)
    {
        var (one, two) = Get(id);
        return new PitchlyServerClient(one, two);
    }

    private static (string, string) Get(string id) => (id, "ruby-red-1"); // PITCHLY3001: in a tuple that is taken apart

    public static object Record()
    {
        var pair = new Pair("appK3v9TqXw2LmZ8rBnD", "w1ne-red"); // PITCHLY3001: in a record
        return new PitchlyServerClient(pair.Key, pair.Value);
    }

    public static object With(Pair given)
    {
        var pair = given with { Value = "br1ck-red" }; // PITCHLY3001: by a with expression
        return new PitchlyServerClient(pair.Key, pair.Value);
    }

    public static object Initialized(string id)
    {
        var holder = new Holder { Value = "f1re-red", Other = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }; // PITCHLY3001: in an object; the other member goes nowhere
        return new PitchlyServerClient(id, holder.Value);
    }

    public static object SetLater(string id)
    {
        var holder = new Holder();
        holder.Value = "bl00d-red"; // PITCHLY3001: set later
        return new PitchlyServerClient(id, holder.Value);
    }

    public static object OtherInstance(string id, Holder given)
    {
        var holder = new Holder { Value = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }; // silent: another instance's member
        Api.Show(holder.Value);
        return new PitchlyServerClient(id, given.Value);
    }

    public static object OverwrittenMember(string id, string given)
    {
        var holder = new Holder { Value = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }; // silent: overwritten
        holder.Value = given;
        return new PitchlyServerClient(id, holder.Value);
    }

    public static object OtherElement(string given)
    {
        var pair = ("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given); // silent: the other element is the secret
        return new PitchlyServerClient(pair.Item1, pair.Item2);
    }
}

internal sealed class Primary(string value)
{
    public object Make(string id) => new PitchlyServerClient(id, value);

    public static Primary One() => new("em3rald"); // PITCHLY3001: a primary constructor's parameter, used in a method
}

internal interface ISource
{
    string Get();
}

internal sealed class LiteralSource : ISource
{
    public string Get() => "j4de-green"; // PITCHLY3001: behind an interface
}

internal static class UsesSource
{
    public static object Make(string id, ISource source) => new PitchlyServerClient(id, source.Get());
}

internal static class Elsewhere
{
    public static string Current = "gr4ss-green"; // PITCHLY3001: a static of another class

    public static string Unread = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent: goes nowhere
}

internal static class UsesElsewhere
{
    public static object Make(string id) => new PitchlyServerClient(id, Elsewhere.Current);

    public static void Apply(PitchlyOptions options) => Configurator.Apply(options, "m0ss-green"); // PITCHLY3001: through another class

    public static void ApplyId(PitchlyOptions options) => Configurator.ApplyId(options, "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent: sets an id
}

internal static class Configurator
{
    public static void Apply(PitchlyOptions options, string text) => options.AppSecret = text;

    public static void ApplyId(PitchlyOptions options, string text) => options.AppId = text;
}

internal static class Lazily
{
    private static readonly Lazy<string> Text = new(() => "0live-green"); // PITCHLY3001: made when it is needed

    public static object Make(string id) => new PitchlyServerClient(id, Text.Value);
}

/// <summary>The example of docs/analyzer.md.</summary>
public sealed class Followed
{
    private readonly Dictionary<string, string> _settings = new() { ["key"] = "t1ger" + "-lily" }; // PITCHLY3001: the value of a dictionary's entry, by a method

    public string AppSecret => Read("key");

    private string Read(string name) => _settings[name];
}
