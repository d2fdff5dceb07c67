using System.Net;
using System.Text;
using CsCheck;
using Kitchen.Sink;
using Pitchly.Http;

namespace Pitchly.Sdk.Tests.Http;

/// <summary>Tests that lists are read item by item while they arrive, wherever the network splits them.</summary>
[Collection(MeasuredMemory.Name)]
public sealed class StreamTests
{
    private const string Dish = """
        {"kind":"dish","_id":"d%","name":"ß ] } \\ \" %","course":"x","price":1,"tags":["a","]"],
         "served":0,"vegan":false,"note":null,"extra":{"a":[{}]}}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_are_the_same_wherever_the_response_is_split()
    {
        await Gen.Select(Gen.Int[0, 20], Gen.Int[1, 700]).SampleAsync(async (count, chunk) =>
        {
            var list = $"\n [ {string.Join(" ,\r\n", Enumerable.Range(0, count).Select(DishOf))} ] \n";
            var dishes = await ListAsync(Menu(new Chunks(list, chunk)).ListAsAsyncEnumerable(1, default, cancellationToken: Cancellation));
            Assert.Equal(Enumerable.Range(0, count).Select(i => $"d{i}"), dishes.Select(dish => dish.Id.Value));
            Assert.All(dishes, (dish, i) => Assert.Equal($"ß ] }} \\ \" {i}", dish.Name));

            var answer = $$"""
                {"extensions":{"data":[1,2]},"data":{"other":[[]],"dishes":[{{string.Join(',', Enumerable.Range(0,
                  count).Select(i => $$"""{"_id":"d{{i}}","name":null}"""))}}]},"errors":[]}
                """;
            var items = await ListAsync(Store(new Chunks(answer, chunk)).DishesAsAsyncEnumerable([], cancellationToken: Cancellation));
            Assert.Equal(Enumerable.Range(0, count).Select(i => $"d{i}"), items.Select(item => item.Id.Value));
        }, iter: 200, threads: 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("[]]")]
    [InlineData("[] x")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    public async Task Malformed_list_is_a_typed_error(string answer)
    {
        var error = await Assert.ThrowsAnyAsync<PitchlyException>(() => ListAsync(Menu(new Chunks(answer, 3)).ListAsAsyncEnumerable(
            1, default, cancellationToken: Cancellation)));
        Assert.Equal(PitchlyErrorNames.UnexpectedResponse, error.Error.Name);
    }

    [Theory]
    [InlineData("""{"data":null,"errors":[{"message":"Who are you?","extensions":{"code":"FORBIDDEN"}}]}""", 0, "FORBIDDEN")]
    [InlineData("""{"data":{"dishes":[{"_id":"d1","name":null}]},"errors":[{"message":"Half."}]}""", 1, "graphql-error")]
    [InlineData("""{"data":{"dishes":null}}""", 0, PitchlyErrorNames.UnexpectedResponse)]
    [InlineData("""{"data":{}}""", 0, PitchlyErrorNames.UnexpectedResponse)]
    [InlineData("""{"data":{"dishes":[{"_id":"d1","name":null}""", 1, PitchlyErrorNames.UnexpectedResponse)]
    public async Task GraphQL_failure_is_thrown_after_the_received_items(string answer, int items, string name)
    {
        var read = 0;
        var error = await Assert.ThrowsAnyAsync<PitchlyException>(async () =>
        {
            await foreach (var _ in Store(new Chunks(answer, 5)).DishesAsAsyncEnumerable([], cancellationToken: Cancellation))
            {
                read++;
            }
        });
        Assert.Equal((items, name), (read, error.Error.Name));
    }

    [Fact]
    public async Task Failure_status_is_a_typed_error()
    {
        var menu = Menu(new Chunks("""{"message":"Slow down."}""", 5) { Status = HttpStatusCode.TooManyRequests });
        var error = await Assert.ThrowsAsync<PitchlyHttpException<Problem>>(() => ListAsync(menu.ListAsAsyncEnumerable(
            1, default, cancellationToken: Cancellation)));
        Assert.Equal("Slow down.", error.Failure.Message);
    }

    [Fact]
    public async Task Streaming_100_MB_keeps_less_than_2_MB_in_memory()
    {
        var source = new Endless(DishOf(7), megabytes: 100);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (count, alive) = (0, new List<long>());
        await foreach (var dish in Menu(source).ListAsAsyncEnumerable(1, default, cancellationToken: Cancellation))
        {
            if (++count % 50_000 == 0)
            {
                alive.Add(GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        // A list in memory would hold all items in the second half.
        Assert.True(source.Sent > 100_000_000, $"{source.Sent} bytes");
        Assert.InRange(alive.Skip(alive.Count / 2).Min(), long.MinValue, 2 * 1024 * 1024);
    }

    [Fact]
    public async Task Leaving_the_loop_early_closes_the_response()
    {
        var source = new Endless(DishOf(7), megabytes: 1000);
        await foreach (var _ in Menu(source).ListAsAsyncEnumerable(1, default, cancellationToken: Cancellation))
        {
            break;
        }

        Assert.True(source.IsDisposed);
    }

    [Fact]
    public async Task Item_over_the_size_limit_is_refused()
    {
        var large = DishOf(1).Replace("\"x\"", $"\"{new string('x', 200_000)}\"", StringComparison.Ordinal);
        var menu = new MenuClient(
            Http(new Chunks($"[{large}]", 5000)), new AnyToken(), options: new PitchlyHttpOptions { MaximumResponseBytes = 100_000 });
        var error = await Assert.ThrowsAsync<PitchlyException>(() => ListAsync(menu.ListAsAsyncEnumerable(
            1, default, cancellationToken: Cancellation)));
        Assert.Equal(PitchlyErrorNames.ResponseTooLarge, error.Error.Name);
    }

    private static string DishOf(int number) => Dish.Replace("%", $"{number}", StringComparison.Ordinal);

    private static MenuClient Menu(Stream answer) => new(Http(answer), new AnyToken());

    private static StoreClient Store(Stream answer) => new(Http(answer), new AnyToken());

    private static HttpClient Http(Stream answer) => new(new Answering(answer)) { BaseAddress = new Uri("https://kitchen.example") };

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }

    private sealed class Answering(Stream answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            new HttpResponseMessage((answer as Chunks)?.Status ?? HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StreamContent(answer) { Headers = { ContentType = new("application/json") } },
            });
    }

    /// <summary>A stream that returns a text in small parts.</summary>
    private sealed class Chunks(string text, int size) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }

    /// <summary>A stream with a list of the same item, created while it is read.</summary>
    private sealed class Endless(string item, int megabytes) : Stream
    {
        private readonly byte[] _item = Encoding.UTF8.GetBytes("," + item);
        private readonly long _total = megabytes * 1024L * 1024L;

        public long Sent { get; private set; }

        public bool IsDisposed { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Sent; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Fill(buffer.Span));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }

        /// <summary>
        /// Fills the buffer with whole items. The first item starts with the bracket of the list instead of a comma, and the closing
        /// bracket follows the last item.
        /// </summary>
        private int Fill(Span<byte> buffer)
        {
            if (Sent > _total)
            {
                return 0;
            }

            var count = 0;
            for (; count + _item.Length < buffer.Length && Sent + count <= _total; count += _item.Length)
            {
                _item.CopyTo(buffer[count..]);
                if (Sent + count == 0)
                {
                    buffer[0] = (byte)'[';
                }
            }

            if (Sent + count > _total)
            {
                buffer[count++] = (byte)']';
            }

            Sent += count;
            return count;
        }
    }

    private sealed class AnyToken : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
            new(new AccessToken(new PitchlySecret("any"), DateTimeOffset.MaxValue));
    }
}
