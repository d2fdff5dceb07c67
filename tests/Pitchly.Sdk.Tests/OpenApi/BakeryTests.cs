using System.Globalization;
using System.Text;
using Bakery;
using Pitchly.Http;
using Pitchly.Json;
using Pitchly.Sdk.Tests.Http;
using LoafFilter = Bakery.Filter;

namespace Pitchly.Sdk.Tests.OpenApi;

/// <summary>Tests the bytes that the client of an OpenAPI document sends and reads.</summary>
public sealed partial class BakeryTests : IAsyncLifetime
{
    private const string LoafJson = """
        {"id":7,"kind":"rye","made":"2026-11-26T10:00:00Z","best":"2026-12-01","rises":"06:30:00","bakes":"P1M",
         "seal":"AQID","weight":1.5,"price":2.10,"grains":123456789012345678901234567890,"serial":"9007199254740993","Kind":"x","extra":3}
        """;

    private LoopbackServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await LoopbackServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Parameters_are_sent_in_their_styles()
    {
        _server.ResponseText = "[]";
        await Client().ListLoavesAsync(
            kinds: [Kind.Rye, Kind.AB],
            filter: new LoafFilter { Min = 1, Near = new() { Lat = 50.5f } },
            tags: ["a b", "c|d"],
            from: new DateOnly(2026, 11, 26),
            session: "s;1",
            xIds: [1, 2],
            cancellationToken: Cancellation);

        Assert.Equal(
            "/loaves?kinds=rye%2CA_B&filter%5Bmin%5D=1&filter%5Bnear%5D%5Blat%5D=50.5&tags=a%20b%7Cc%7Cd&from=2026-11-26",
            _server.RawTarget);
        Assert.Equal("session=s%3B1", _server.Headers!.Cookie.ToString());
        Assert.Equal("1,2", _server.Headers["X-Ids"].ToString());
    }

    [Fact]
    public async Task Paths_have_the_forms_of_RFC_6570()
    {
        _server.ResponseText = "4";
        await Client().SearchAsync(["a/b", "c"], "json", new LoafFilter { Min = 1, Max = 2 }, Cancellation);

        Assert.Equal("/search/a%2Fb,c.json;min=1;max=2", _server.RawTarget);
    }

    [Fact]
    public async Task Second_media_type_has_its_own_method()
    {
        (_server.ResponseText, _server.ContentType) = ("four", "text/plain");

        Assert.Equal("four", await Client().SearchAsTextAsync(["a"], "txt", new LoafFilter { Min = 1 }, Cancellation));
        Assert.Equal("text/plain", _server.Headers!.Accept.ToString());
    }

    [Fact]
    public async Task Values_of_every_type_round_trip()
    {
        (_server.ResponseText, _server.Status) = (LoafJson, 201);
        var result = await Client().BakeLoafAsync(new Loaf { KindValue = Kind.Wheat, Made = DateTimeOffset.UnixEpoch }, Cancellation);

        Assert.True(result.TryGetCreated(out var loaf));
        Assert.Equal((7L, Kind.Rye, new DateOnly(2026, 12, 1), new TimeOnly(6, 30)), (loaf.Id, loaf.KindValue, loaf.Best, loaf.Rises));
        Assert.Equal(new IsoDuration("P1M"), loaf.Bakes);
        Assert.Equal([1, 2, 3], loaf.Seal!.Value.ToArray());
        Assert.Equal((1.5f, 2.10m, 9007199254740993L), (loaf.Weight, loaf.Price, loaf.Serial));
        Assert.Equal("123456789012345678901234567890", loaf.Grains!.Value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(3, loaf.AdditionalProperties!["extra"]);

        await Client().BakeLoafAsync(loaf, Cancellation);
        var sent = System.Text.Json.Nodes.JsonNode.Parse(_server.Body!)!;
        var expected = System.Text.Json.Nodes.JsonNode.Parse(LoafJson)!;
        expected["made"] = (string)sent["made"]!;
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(expected, sent), sent.ToJsonString());
    }

    [Fact]
    public async Task Merge_patch_sends_null_and_omits_unset_members()
    {
        _server.ResponseText = LoafJson;
        await Client().ChangeLoafAsync(7, new LoafChange { Note = (string?)null }, Cancellation);

        Assert.Equal("application/merge-patch+json", _server.Headers!.ContentType.ToString());
        Assert.Equal("""{"note":null}""", _server.Body);
    }

    [Fact]
    public async Task Optional_body_may_be_omitted()
    {
        _server.ResponseText = LoafJson;
        await Client().ChangeLoafAsync(7, cancellationToken: Cancellation);

        Assert.Equal(("", ""), (_server.Body, _server.Headers!.ContentType.ToString()));
    }

    [Fact]
    public async Task Files_are_sent_and_received_as_streams()
    {
        (_server.Bytes, _server.ContentType) = ([1, 2, 3], "image/png");
        _server.ResponseHeaders["Content-Disposition"] = "attachment; filename=\"loaf.png\"";
        await using var photo = await Client().GetPhotoAsync(7, Cancellation);
        using var copy = new MemoryStream();
        await photo.Content.CopyToAsync(copy, Cancellation);
        Assert.Equal(("loaf.png", "image/png"), (photo.Name, photo.MediaType));
        Assert.Equal([1, 2, 3], copy.ToArray());

        _server.Status = 204;
        await Client().SetPhotoAsync(7, PitchlyFile.FromBytes("png"u8.ToArray()), Cancellation);
        Assert.Equal(("png", "image/png"), (_server.Body, _server.Headers!.ContentType.ToString()));
    }

    [Fact]
    public async Task Multipart_body_has_typed_parts()
    {
        await Client().AddPhotosAsync(
            7,
            photo: PitchlyFile.FromBytes("one"u8.ToArray(), "a \"b\".png", "image/png"),
            more: [PitchlyFile.FromBytes("two"u8.ToArray())],
            note: "n",
            tags: ["x", "y"],
            loaf: new LoafChange { Name = "L" },
            cancellationToken: Cancellation);

        var body = _server.Body!;
        Assert.Contains("name=\"photo\"; filename=\"a %22b%22.png\"", body, StringComparison.Ordinal);
        Assert.Contains("Content-Type: image/png\r\n", body, StringComparison.Ordinal);
        Assert.Contains("name=\"more\"; filename=\"more\"", body, StringComparison.Ordinal);
        Assert.Equal(2, body.Split("name=\"tags\"").Length - 1);
        Assert.Contains(
            "Content-Type: application/json; charset=utf-8\r\nContent-Disposition: form-data; name=\"loaf\"\r\n\r\n{\"name\":\"L\"}",
            body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_has_lists_and_objects_and_sends_no_token()
    {
        _server.ResponseText = """{"by":"cash","coins":3}""";
        var paid = await Client().OrderAsync(
            new OrderRequest
            {
                Kind = Kind.Rye,
                Tags = ["a", "b"],
                Filter = new LoafFilter { Max = 2 },
                Password = new PitchlySecret("p w")
            }, Cancellation);

        Assert.Equal("kind=rye&tags=a&tags=b&filter%5Bmax%5D=2&password=p+w", _server.Body);
        Assert.True(paid.TryGetCash(out var cash) && cash.Coins == 3);
        Assert.Equal(("", ""), (_server.Headers!.Authorization.ToString(), _server.Headers["X-Key"].ToString()));
    }

    [Fact]
    public async Task An_unknown_case_is_kept()
    {
        _server.ResponseText = """{"by":"barter","goods":["egg"]}""";
        var paid = await Client().OrderAsync(new OrderRequest { Kind = Kind.Rye }, Cancellation);

        Assert.Contains("barter", paid.Match(card => "", cash => "", other => other.Json.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task API_key_and_token_are_sent_in_their_locations()
    {
        (_server.Status, _server.ResponseText) = (204, "");
#pragma warning disable CS0618 // The document deprecates it.
        await Client().EatLoafAsync(7, Cancellation);
#pragma warning restore CS0618

        Assert.Equal("k1", _server.Headers!["X-Key"].ToString());
        Assert.Equal("Bearer t1", _server.Headers.Authorization.ToString());
    }

    [Fact]
    public async Task Base_type_is_a_union_of_its_derived_types()
    {
        Assert.Equal("""{"species":"Cat","lives":9}""", JsonText.From(new Cat { Lives = 9 }).ToString());
        var animal = System.Text.Json.JsonSerializer.Deserialize<Animal>("""{"species":"Dog","friend":{"species":"Cat"}}""")!;
        Assert.True(animal.TryGetDog(out var dog) && dog.Friend!.TryGetCat(out _));

        _server.ResponseText = """{"a":[1,"x"]}""";
        var tally = await Client().GetTallyAsync(Cancellation);
        Assert.Equal(2, tally["a"].Count);
    }

    private BakeryClient Client(PitchlyHttpOptions? options = null) =>
        new(_server.Client(), new FixedToken(), new PitchlySecret("k1"), options);

    private sealed class RecordingWebhooks : IBakeryWebhooks
    {
        public List<string> Jobs { get; } = [];

        public ValueTask OnBakedAsync(Job payload, CancellationToken cancellationToken)
        {
            Jobs.Add(payload.JobValue);
            return default;
        }
    }

    private sealed class FixedToken : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
            new(new AccessToken(new PitchlySecret("t1"), DateTimeOffset.MaxValue));

        public void Reject(AccessToken token)
        {
        }
    }
}
