using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pages;

namespace Pitchly.Sdk.Tests.Http;

/// <summary>Tests paged lists with each supported kind of paging, against a server with seven rows and pages of three.</summary>
public sealed class PagingTests : IAsyncLifetime
{
    private const int Rows = 7, PageSize = 3;

    private readonly List<string> _asked = [];
    private WebApplication _host = null!;
    private RowsClient _client = null!;

    /// <summary>A value that replaces the server's own marker of the next page.</summary>
    private string? _mark;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string[]> Ways => new()
    {
        { "byCursor", ["/byCursor?tag=a%26b", "/byCursor?tag=a%26b&after=3", "/byCursor?tag=a%26b&after=6"] },
        { "byItem", ["/byItem?limit=3", "/byItem?limit=3&starting_after=row%203", "/byItem?limit=3&starting_after=row%206"] },
        { "byHeader", ["/byHeader", "/byHeader?cursor=3", "/byHeader?cursor=6"] },
        { "byLink", ["/byLink?per_page=3", "/byLink?per_page=3&from=3", "/byLink?per_page=3&from=6"] },
        { "byUrl", ["/byUrl?top=3", "/byUrl?top=3&from=3", "/byUrl?top=3&from=6"] },
        { "byPage", ["/byPage", "/byPage?page=2", "/byPage?page=3", "/byPage?page=4"] },
        { "byOffset", ["/byOffset", "/byOffset?offset=3", "/byOffset?offset=6", "/byOffset?offset=7"] },
    };

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
        _host.MapGet("/api/{way}", RespondAsync);
        await _host.StartAsync(Cancellation);
        _client = new RowsClient(new LongTimeoutHttpClient { BaseAddress = new Uri(_host.Urls.First() + "/api") }, new OneToken());
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Items_of_all_pages_are_returned_in_order(string way, string[] asked)
    {
        var read = await ListOf(way).Select(row => row.Id).ToListAsync(Cancellation);

        Assert.Equal(Enumerable.Range(1, Rows).Select(number => $"row {number}"), read);
        Assert.Equal(asked, _asked.Select(target => target["/api".Length..]));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Next_page_is_requested_after_the_previous_one_is_read(string way, string[] asked)
    {
        Assert.NotEmpty(asked);
        await foreach (var row in ListOf(way))
        {
            if (row.Id == $"row {PageSize + 1}")
            {
                break;
            }
        }

        Assert.Equal(2, _asked.Count);
    }

    [Theory]
    [InlineData("byCursor", "3", "it is the same page")]
    [InlineData("byHeader", "3", "it is the same page")]
    [InlineData("byUrl", "?top=3&from=3", "it is the same page")]
    [InlineData("byUrl", "https://elsewhere.example/api/byUrl?from=3", "it is on another server")]
    [InlineData("byUrl", "//elsewhere.example/x", "it is on another server")]
    [InlineData("byLink", "https://elsewhere.example/api", "it is on another server")]
    public async Task Next_page_that_repeats_or_leaves_the_server_is_an_error(string way, string mark, string message)
    {
        _mark = mark;

        var error = await Assert.ThrowsAsync<PitchlyException>(async () => await ListOf(way).ToListAsync(Cancellation));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.InRange(_asked.Count, 1, 2);
    }

    [Fact]
    public async Task Page_without_its_list_is_an_error_with_the_path()
    {
        _mark = "no list";

        var error = await Assert.ThrowsAnyAsync<PitchlyException>(async () => await ListOf("byOffset").ToListAsync(Cancellation));

        Assert.Contains("no list at '/rows'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_ends_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in _client.ByPageAllPages(cancellationToken: cancelled.Token))
            {
                await cancelled.CancelAsync();
            }
        });
        Assert.Single(_asked);
    }

    private IAsyncEnumerable<Row> ListOf(string way) => way switch
    {
        "byCursor" => _client.ByCursorAllPages(tag: "a&b", cancellationToken: Cancellation),
        "byItem" => _client.ByItemAllPages(limit: PageSize, cancellationToken: Cancellation),
        "byHeader" => _client.ByHeaderAllPages(cancellationToken: Cancellation),
        "byLink" => _client.ByLinkAllPages(perPage: PageSize, cancellationToken: Cancellation),
        "byUrl" => _client.ByUrlAllPages(top: PageSize, cancellationToken: Cancellation),
        "byPage" => _client.ByPageAllPages(cancellationToken: Cancellation),
        _ => _client.ByOffsetAllPages(cancellationToken: Cancellation),
    };

    private Task RespondAsync(HttpContext context, string way)
    {
        var query = context.Request.Query;
        _asked.Add(context.Request.Path + context.Request.QueryString);
        Assert.Equal("Bearer token", context.Request.Headers.Authorization);
        var first = int.Parse(query["after"].FirstOrDefault() ?? query["cursor"].FirstOrDefault() ?? query["from"].FirstOrDefault()
            ?? query["offset"].FirstOrDefault() ?? query["starting_after"].FirstOrDefault()?["row ".Length..] ?? "0");
        first = query.TryGetValue("page", out var page) ? (int.Parse(page!) - 1) * PageSize : first;
        var rows =
            Enumerable.Range(first + 1, Math.Max(0, Math.Min(PageSize, Rows - first))).Select(number => $$"""{"id":"row {{number}}"}""");
        var hasMore = first + PageSize < Rows;
        var list = $"[{string.Join(',', rows)}]";
        var next = !hasMore ? "" : _mark ?? $"{first + PageSize}";
        var address = _mark ?? $"?{(way == "byLink" ? "per_page" : "top")}=3&from={first + PageSize}";
        switch (way)
        {
            case "byHeader" when hasMore:
                context.Response.Headers["X-Next-Cursor"] = next;
                break;
            case "byLink" when hasMore:
                context.Response.Headers.Append("Link", """<https://elsewhere.example/a,b>; rel="first last"; title="a, <b>; rel=next" """);
                context.Response.Headers.Append("Link", $"<{address}>; type=\"x\"; rel=\"prefetch NEXT\"");
                break;
        }

        context.Response.ContentType = "application/json";
        var body = way is "byHeader" or "byLink" or "byPage" ? list
            : _mark == "no list" ? "{}"
            : way == "byCursor" ? $$"""{"rows":{{list}},"meta":{"next":"{{next}}"} }"""
            : way == "byItem" ? $$"""{"rows":{{list}},"has_more":{{(hasMore ? "true" : "false")}}}"""
            : way == "byUrl" && hasMore ? $$"""{"rows":{{list}},"@odata.nextLink":"{{address}}"}"""
            : $$"""{"rows":{{(list == "[]" ? "null" : list)}}}""";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), context.RequestAborted).AsTask();
    }

    private sealed class OneToken : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult(new AccessToken(new PitchlySecret("token"), DateTimeOffset.MaxValue));

        public void Reject(AccessToken token)
        {
        }
    }
}
