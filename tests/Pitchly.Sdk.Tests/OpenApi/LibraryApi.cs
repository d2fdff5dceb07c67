using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Pitchly.Sdk.Tests.OpenApi;

/// <summary>A minimal API that uses all features ASP.NET Core can express in its OpenAPI document.</summary>
internal static class LibraryApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/books/{id}", Results<Ok<Book>, NotFound<ProblemDetails>> (int id) =>
            id == 404
                ? TypedResults.NotFound(new ProblemDetails { Title = "No such book", Status = 404 })
                : TypedResults.Ok(Sample(id))).WithName("GetBook");
        app.MapGet("/books", (Genre? genre, string[]? tags, int[]? years, DateOnly? since, [FromHeader(Name = "X-Page")] int? page) =>
            new[] { Sample(1) with
            {
                Title = $"{genre} {string.Join('+', tags ?? [])} {string.Join('+', years ?? [])} {since:yyyy-MM-dd} {page}"
            } }).WithName("ListBooks");
        app.MapPost("/books", Results<Created<Book>, Accepted<Ticket>> (NewBook book) =>
            book.Pages > 1000
                ? TypedResults.Accepted("/tickets/1", new Ticket(Guid.Empty))
                : TypedResults.Created("/books/1", Sample(1) with { Title = book.Title, Weight = book.Weight })).WithName("AddBook");
        app.MapDelete("/books/{id:int}", (int id) => TypedResults.NoContent()).WithName("RemoveBook");
        app.MapPost("/covers", async (IFormFile file, [FromForm] string? note) =>
        {
            using var reader = new StreamReader(file.OpenReadStream());
            return $"{file.FileName} {note} {await reader.ReadToEndAsync()}";
        }).DisableAntiforgery().WithName("AddCover");
        app.MapPost("/loans", ([FromForm] Loan loan) => loan).DisableAntiforgery().WithName("Lend");
        app.MapGet("/covers/{id}", (int id) => TypedResults.File(new byte[] { 1, 2, 3 }, "image/png"))
            .Produces<byte[]>(200, "image/png")
            .WithName("GetCover");
        app.MapPost("/media", (Medium medium) => medium).WithName("Echo");
        app.MapGet("/text", () => "plain").WithName("GetText");
        app.MapGet("/numbers", () => new Numbers(
            long.MaxValue,
            1.5f,
            2.25m,
            TimeSpan.FromMinutes(90),
            new TimeOnly(6, 30),
            [1, 2],
            new() { ["a"] = 1 },
            "x",
            null)).WithName("GetNumbers");
    }

    private static Book Sample(int id) =>
        new(id, "Title", Genre.Poetry, new DateOnly(2026, 11, 26), DateTimeOffset.UnixEpoch, ["a"], null, 1.5);
}

internal enum Genre
{
    Novel,
    Poetry,
}

internal sealed record Book(
    int Id, string Title, Genre Genre, DateOnly Published, DateTimeOffset Added, IReadOnlyList<string> Tags, Book? Sequel, double? Weight);

internal sealed record NewBook(string Title, int Pages, double? Weight = null);

internal sealed record Ticket(Guid Number);

internal sealed record Loan(int Book, string Reader, DateOnly Until);

internal sealed record Numbers(
    long Large,
    float Single,
    decimal Money,
    TimeSpan Span,
    TimeOnly Time,
    byte[] Bytes,
    Dictionary<string, int> Map,
    object Anything,
    Uri? Link);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Film), "film")]
[JsonDerivedType(typeof(Song), "song")]
internal abstract record Medium(string Name);

internal sealed record Film(string Name, int Minutes) : Medium(Name);

internal sealed record Song(string Name, string Singer) : Medium(Name);
