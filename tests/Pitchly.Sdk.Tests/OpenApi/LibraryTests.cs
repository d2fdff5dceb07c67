using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Library;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pitchly.Http;

namespace Pitchly.Sdk.Tests.OpenApi;

/// <summary>Tests that a client generated from ASP.NET Core's own OpenAPI document can make every call of the API.</summary>
public sealed class LibraryTests : IAsyncLifetime
{
    private WebApplication _app = null!;
    private HttpClient _http = null!;
    private LibraryClient _library = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(
            options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter<Genre>()));
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            (document.Info.Title, document.Servers) = ("Library", []);
            return Task.CompletedTask;
        }));
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapOpenApi();
        LibraryApi.Map(_app);
        await _app.StartAsync(Cancellation);
        _http = new LongTimeoutHttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        _library = new LibraryClient(_http);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>If ASP.NET Core writes another document, update the stored one: the client must match the current document.</summary>
    [Fact]
    public async Task Current_document_matches_the_client()
    {
        var written = JsonNode.Parse(await _http.GetStringAsync("openapi/v1.json", Cancellation));
        var kept = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(SourceOf())!, "library.openapi.json"), Cancellation);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(kept), written), written!.ToString());
    }

    [Fact]
    public async Task Book_is_read_listed_added_and_removed()
    {
        var book = await _library.GetBookAsync(7, Cancellation);
        Assert.Equal(
            (7, "Title", global::Library.Genre.Poetry, new DateOnly(2026, 11, 26), 1.5),
            (book.Id, book.Title, book.Genre, book.Published, book.Weight));

        var listed = await _library.ListBooksAsync(
            global::Library.Genre.Novel, ["a b", "c"], [1999, 2026], new DateOnly(2026, 1, 2), xPage: 3, Cancellation);
        Assert.Equal("Novel a b+c 1999+2026 2026-01-02 3", Assert.Single(listed).Title);

        var added = await _library.AddBookAsync(new() { Title = "New", Pages = 10, Weight = 0.5 }, Cancellation);
        Assert.True(added.TryGetCreated(out var created) && created is { Title: "New", Weight: 0.5 });
        var waiting = await _library.AddBookAsync(new() { Title = "Long", Pages = 2000 }, Cancellation);
        Assert.True(waiting.TryGetAccepted(out var ticket) && ticket.Number == Guid.Empty);

        await _library.RemoveBookAsync(7, Cancellation);
    }

    [Fact]
    public async Task Failure_has_the_type_of_ProblemDetails()
    {
        var error =
            await Assert.ThrowsAsync<PitchlyHttpException<ProblemDetails>>(async () => await _library.GetBookAsync(404, Cancellation));

        Assert.Equal(("No such book", 404), (error.Failure.Title, error.Failure.Status));
    }

    [Fact]
    public async Task Files_and_forms_are_received()
    {
        var answer = await _library.AddCoverAsync(PitchlyFile.FromBytes("png"u8.ToArray(), "cover.png"), "front", Cancellation);
        Assert.Equal("cover.png front png", answer);

        await using var cover = await _library.GetCoverAsync(1, Cancellation);
        using var copy = new MemoryStream();
        await cover.Content.CopyToAsync(copy, Cancellation);
        Assert.Equal([1, 2, 3], copy.ToArray());

        var loan = await _library.LendAsync(new() { Book = 1, Reader = "ä & b", Until = new DateOnly(2026, 12, 24) }, Cancellation);
        Assert.Equal((1, "ä & b", new DateOnly(2026, 12, 24)), (loan.Book, loan.Reader, loan.Until));
        var again = await _library.LendAsMultipartAsync(2, "r", new DateOnly(2026, 12, 24), Cancellation);
        Assert.Equal((2, "r"), (again.Book, again.Reader));
    }

    [Fact]
    public async Task Derived_types_round_trip()
    {
        var film = await _library.EchoAsync(new MediumFilm { Name = "F", Minutes = 90 }, Cancellation);
        Assert.True(film.TryGetMediumFilm(out var found) && found is { Name: "F", Minutes: 90 });

        var song = await _library.EchoAsync(new MediumSong { Name = "S", Singer = "A" }, Cancellation);
        Assert.Equal("A", song.Match(_ => "", song => song.Singer, _ => ""));
    }

    [Fact]
    public async Task Strings_and_numbers_round_trip()
    {
        Assert.Equal("plain", await _library.GetTextAsync(Cancellation));

        var numbers = await _library.GetNumbersAsync(Cancellation);
        Assert.Equal(
            (long.MaxValue, 1.5f, 2.25, "01:30:00", new TimeOnly(6, 30)),
            (numbers.Large, numbers.Single, numbers.Money, numbers.Span, numbers.Time));
        Assert.Equal([1, 2], numbers.Bytes.ToArray());
        Assert.Equal((1, "\"x\"", null), (numbers.Map["a"], numbers.Anything.ToString(), numbers.Link));
    }

    private static string SourceOf([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
