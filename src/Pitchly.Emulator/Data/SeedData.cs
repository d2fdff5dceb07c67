using System.Text.Json;

namespace Pitchly.Emulator.Data;

/// <summary>The data that a new emulator holds: an advisory firm's clients and deals.</summary>
internal static class SeedData
{
    /// <summary>v1's name of single-line text. The names of the other types are this emulator's own.</summary>
    private const string Text = "string", Dropdown = "dropdown", Currency = "currency", Date = "date";

    public static readonly IReadOnlyList<SeedTable> Tables =
    [
        new(
            "Deals",
            [new("Name", Text), new("Client", Text), new("Stage", Dropdown), new("Amount", Currency), new("Closes", Date)],
            [
                Deal("Project Aspen", "Northwind Traders", "Pitch", 1_200_000, "03/15/2027"),
                Deal("Project Birch", "Contoso Foods", "Due diligence", 3_450_000, "01/31/2027"),
                Deal("Project Cedar", "Fabrikam Health", "Closed", 870_000, "09/30/2026"),
                Deal("Project Dogwood", "Tailspin Aviation", "Pitch", 5_600_000, "06/30/2027"),
                Deal("Project Elm", "Litware Energy", "Signed", 2_250_000, "12/18/2026"),
                Deal("Project Fir", "Northwind Traders", "Closed", 640_000, "05/20/2026"),
                Deal("Project Ginkgo", "Adventure Works", "Due diligence", 1_980_000, "02/28/2027"),
                Deal("Project Hazel", "Contoso Foods", "Lost", 4_100_000, "08/01/2026"),
            ]),
        new(
            "Clients",
            [new("Name", Text), new("Industry", Dropdown), new("City", Text)],
            [
                Client("Northwind Traders", "Consumer goods", "Omaha"),
                Client("Contoso Foods", "Food", "Lincoln"),
                Client("Fabrikam Health", "Health care", "Denver"),
                Client("Tailspin Aviation", "Aerospace", "Wichita"),
                Client("Litware Energy", "Energy", "Houston"),
                Client("Adventure Works", "Leisure", "Boise"),
            ]),
    ];

    private static JsonElement[] Deal(string name, string client, string stage, int amount, string closes) =>
        [Val(name), Val(client), Val(stage), JsonSerializer.SerializeToElement(new { val = amount, currency = "USD" }), Val(closes)];

    private static JsonElement[] Client(string name, string industry, string city) => [Val(name), Val(industry), Val(city)];

    private static JsonElement Val(string text) => JsonSerializer.SerializeToElement(new { val = text });
}

internal sealed record SeedTable(string Name, IReadOnlyList<SeedField> Fields, IReadOnlyList<JsonElement[]> Rows);

internal sealed record SeedField(string Name, string Type);
