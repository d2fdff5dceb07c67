using System.Text.Json.Nodes;

namespace Pitchly.Emulator.Configuration;

/// <summary>The default data of the platform: an advisory firm with its clients and deals, and one App.</summary>
internal static class DefaultPlatform
{
    public static PersonOptions Person => new() { Name = "Robin Example", Email = "robin@northgate.example" };

    public static AppOptions App(IReadOnlyList<Uri> redirectUris) => new() { Name = "Your App", RedirectUris = redirectUris };

    public static PlatformOptions Options(IReadOnlyList<Uri> redirectUris) => new()
    {
        Apps = [App(redirectUris)],
        Organizations =
        [
            new OrganizationOptions
            {
                Name = "Northgate Advisory",
                People = [Person, new PersonOptions { Name = "Sam Example", Email = "sam@northgate.example" }],
                Databases = [Deals(), Clients()],
            },
        ],
    };

    private static DatabaseOptions Deals() => new()
    {
        Name = "Deals",
        Fields =
        [
            new FieldOptions { Name = "Name" },
            new FieldOptions { Name = "Client" },
            new FieldOptions { Name = "Stage", Type = FieldKind.Dropdown },
            new FieldOptions { Name = "Amount", Type = FieldKind.Currency },
            new FieldOptions { Name = "Closes", Type = FieldKind.Date },
        ],
        Rows =
        [
            Deal("Project Aspen", "Northwind Traders", "Pitch", 1_200_000, "03/15/2027"),
            Deal("Project Birch", "Contoso Foods", "Due diligence", 3_450_000, "01/31/2027"),
            Deal("Project Cedar", "Fabrikam Health", "Closed", 870_000, "09/30/2026"),
            Deal("Project Dogwood", "Tailspin Aviation", "Pitch", 5_600_000, "06/30/2027"),
            Deal("Project Elm", "Litware Energy", "Signed", 2_250_000, "12/18/2026"),
            Deal("Project Fir", "Northwind Traders", "Closed", 640_000, "05/20/2026"),
            Deal("Project Ginkgo", "Adventure Works", "Due diligence", 1_980_000, "02/28/2027"),
            Deal("Project Hazel", "Contoso Foods", "Lost", 4_100_000, "08/01/2026"),
        ],
    };

    private static DatabaseOptions Clients() => new()
    {
        Name = "Clients",
        Fields =
        [
            new FieldOptions { Name = "Name" },
            new FieldOptions { Name = "Industry", Type = FieldKind.Dropdown },
            new FieldOptions { Name = "City" },
        ],
        Rows =
        [
            Client("Northwind Traders", "Consumer goods", "Omaha"),
            Client("Contoso Foods", "Food", "Lincoln"),
            Client("Fabrikam Health", "Health care", "Denver"),
            Client("Tailspin Aviation", "Aerospace", "Wichita"),
            Client("Litware Energy", "Energy", "Houston"),
            Client("Adventure Works", "Leisure", "Boise"),
        ],
    };

    private static JsonObject Deal(string name, string client, string stage, int amount, string closes) =>
        new() { ["Name"] = name, ["Client"] = client, ["Stage"] = stage, ["Amount"] = amount, ["Closes"] = closes };

    private static JsonObject Client(string name, string industry, string city) =>
        new() { ["Name"] = name, ["Industry"] = industry, ["City"] = city };
}
