using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pitchly.AspNetCore.Callbacks;
using Pitchly.Channels;
using Senders;

namespace Pitchly.AspNetCore.Tests.Callbacks;

/// <summary>Tests signatures in the formats of public services, as a schema declares them.</summary>
public sealed class SignatureTests
{
    private const string SlackBody =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
        + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private static readonly PitchlySecret _secret = new(Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)));

    /// <summary>Gets the examples that GitHub, Slack and Standard Webhooks publish. The secrets are from their documentation.</summary>
    public static TheoryData<string, string, string, string, long> Published => new()
    {
        {
            "GitHub", "It's a Secret to Everybody", "Hello, World!",
            "X-Hub-Signature-256: sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", 0
        },
        {
            "Slack", "8f742231b10e8888abcd99yyyzzz85a5", SlackBody,
            "X-Slack-Request-Timestamp: 1531420618|"
                + "X-Slack-Signature: v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            1531420618
        },
        {
            "Standard", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", """{"test": 2432232314}""",
            "webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek|webhook-timestamp: 1614265330|"
                + "webhook-signature: v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            1614265330
        },
    };

    public static TheoryData<string> Senders =>
        ["GitHub", "Shopify", "Paystack", "Slack", "Stripe", "WorkOs", "HubSpot", "Standard"];

    [Theory]
    [MemberData(nameof(Published))]
    public void Published_example_is_verified(string sender, string secret, string body, string headers, long seconds)
    {
        Assert.Null(Problem(Of(sender), body, headers, [new PitchlySecret(secret)], seconds));
        Assert.Null(Problem(Of(sender), body, headers, [_secret, new PitchlySecret(secret)], seconds));
        Assert.NotNull(Problem(Of(sender), body + " ", headers, [new PitchlySecret(secret)], seconds));
        Assert.NotNull(Problem(Of(sender), body, headers, [_secret], seconds));
        Assert.NotNull(Problem(Of(sender), body, headers, [], seconds));
    }

    [Theory]
    [MemberData(nameof(Senders))]
    public void Signature_is_valid_only_within_its_window(string sender)
    {
        var (headers, now) = Sign(sender, """{"test":1}""");

        Assert.Null(Problem(Of(sender), """{"test":1}""", headers, [_secret], now));
        Assert.NotNull(Problem(Of(sender), """{"test":2}""", headers, [_secret], now));
        Assert.NotNull(Problem(Of(sender), """{"test":1}""", "", [_secret], now));
        if (Of(sender).Timestamp is { Tolerance.TotalSeconds: var tolerance })
        {
            Assert.Null(Problem(Of(sender), """{"test":1}""", headers, [_secret], now + (long)tolerance));
            Assert.NotNull(Problem(Of(sender), """{"test":1}""", headers, [_secret], now + (long)tolerance + 1));
            Assert.NotNull(Problem(Of(sender), """{"test":1}""", headers, [_secret], now - (long)tolerance - 1));
        }
    }

    [Theory]
    [InlineData("t=1000,v1={0},v0=00ff", true)]
    [InlineData("v0=00ff, v1=00ff, v1={0}, t=1000", true)]
    [InlineData("t=1000,v1=zz{0}", false)]
    [InlineData("t=1000,v1=", false)]
    [InlineData("t=1000,v0={0}", false)]
    [InlineData("t=1001,v1={0}", false)]
    [InlineData("t=1001,t=1000,v1={0}", false)]
    [InlineData("t=-1000,v1={0}", false)]
    [InlineData("v1={0}", false)]
    [InlineData("{0}", false)]
    [InlineData("t=99999999999999999999,v1={0}", false)]
    public void Signature_header_with_several_parts_is_parsed(string header, bool isSigned)
    {
        var good = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_secret.Reveal()), "1000.{}"u8));
        var headers = "Stripe-Signature: " + header.Replace("{0}", good, StringComparison.Ordinal);

        Assert.Equal(isSigned, Problem(Of("Stripe"), "{}", headers, [_secret], 1000) is null);
    }

    [Fact]
    public void Placeholder_in_an_id_is_not_replaced()
    {
        var key = Convert.FromBase64String(_secret.Reveal());
        var forged = Convert.ToBase64String(HMACSHA256.HashData(key, "1000.1000.{}"u8));
        var headers = $"webhook-id: {{timestamp}}|webhook-timestamp: 1000|webhook-signature: v1,{forged}";

        Assert.NotNull(Problem(Of("Standard"), "{}", headers, [_secret], 1000));
    }

    public static TheoryData<CallbackSignature> Impossible =>
    [
        new CallbackSignature(""),
        new CallbackSignature("X") { SignedText = "the body" },
        new CallbackSignature("X") { SignedText = "{body}{body}" },
        new CallbackSignature("X") { SignedText = "{id}{body}" },
        new CallbackSignature("X") { IdHeader = "I" },
        new CallbackSignature("X") { SignedText = "{timestamp}{body}" },
        new CallbackSignature("X") { Timestamp = new() { Header = "T" } },
        new CallbackSignature("X") { SignedText = "{timestamp}{body}", Timestamp = new() },
        new CallbackSignature("X") { SignedText = "{timestamp}{body}", Timestamp = new() { Header = "T", Prefix = "t=" } },
    ];

    [Theory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void Incomplete_signature_declaration_is_refused(CallbackSignature signature) =>
        Assert.Throws<ArgumentException>(() => new SignatureCheck(signature, TimeSpan.Zero));

    private static CallbackSignature Of(string sender) => sender switch
    {
        "GitHub" => Of<IGitHubCallbacks>(),
        "Shopify" => Of<IShopifyCallbacks>(),
        "Paystack" => Of<IPaystackCallbacks>(),
        "Slack" => Of<ISlackCallbacks>(),
        "Stripe" => Of<IStripeCallbacks>(),
        "WorkOs" => Of<IWorkOsCallbacks>(),
        "HubSpot" => Of<IHubSpotCallbacks>(),
        _ => Of<IStandardCallbacks>(),
    };

    private static CallbackSignature Of<T>()
        where T : class, IPitchlyCallbacks<T> => T.Signature!;

    /// <summary>Signs a body as the sender's documentation describes, without the code under test.</summary>
    private static (string Headers, long Now) Sign(string sender, string body)
    {
        const long now = 1_700_000_000;
        byte[] Key() => Encoding.UTF8.GetBytes(_secret.Reveal());
        byte[] Hash(string text) => HMACSHA256.HashData(Key(), Encoding.UTF8.GetBytes(text));
        string Hex(string text) => Convert.ToHexStringLower(Hash(text));
        var standard = HMACSHA256.HashData(Convert.FromBase64String(_secret.Reveal()), Encoding.UTF8.GetBytes($"m1.{now}.{body}"));
        var headers = sender switch
        {
            "GitHub" => $"X-Hub-Signature-256: sha256={Hex(body)}",
            "Shopify" => $"X-Shopify-Hmac-Sha256: {Convert.ToBase64String(Hash(body))}",
            "Paystack" => $"x-paystack-signature: {Convert.ToHexStringLower(HMACSHA512.HashData(Key(), Encoding.UTF8.GetBytes(body)))}",
            "Slack" => $"X-Slack-Request-Timestamp: {now}|X-Slack-Signature: v0={Hex($"v0:{now}:{body}")}",
            "Stripe" => $"Stripe-Signature: t={now},v1={Hex($"{now}.{body}")}",
            "WorkOs" => $"WorkOS-Signature: t={now}000, v1={Hex($"{now}000.{body}")}",
            "HubSpot" => $"X-HubSpot-Request-Timestamp: {now}000|X-HubSpot-Signature-v3: "
                + Convert.ToBase64String(Hash($"POSThttps://app.example/hooks?a=%20b{body}{now}000")),
            _ => $"webhook-id: m1|webhook-timestamp: {now}|webhook-signature: v1,{Convert.ToBase64String(standard)}",
        };
        return (headers, now);
    }

    private static string? Problem(CallbackSignature signature, string body, string headers, PitchlySecret[] secrets, long seconds)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Scheme, request.Host) = ("POST", "https", new HostString("app.example"));
        (request.Path, request.QueryString) = ("/hooks", new QueryString("?a=%20b"));
        foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = header.IndexOf(": ", StringComparison.Ordinal);
            request.Headers[header[..colon]] = header[(colon + 2)..];
        }

        var check = new SignatureCheck(signature, signature.Timestamp?.Tolerance ?? TimeSpan.Zero);
        return check.Problem(request, Encoding.UTF8.GetBytes(body), secrets, DateTimeOffset.FromUnixTimeSeconds(seconds));
    }
}
