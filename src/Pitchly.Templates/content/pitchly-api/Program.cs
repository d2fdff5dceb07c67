using Pitchly.Http;
using PitchlyApi1.Inventory;

// The server that inventory.openapi.yaml describes, so that the program runs without another one. Remove it when you call your own server.
await using var server = WebApplication.CreateSlimBuilder().Build();
server.Urls.Add("http://127.0.0.1:0");
var stock = new[] { ("bolt", "Bolt", 120), ("nut", "Nut", 80), ("washer", "Washer", 15) };
server.MapGet("/items", (string? after) =>
{
    var start = Array.FindIndex(stock, item => item.Item1 == after) + 1;
    var page = stock.Skip(start).Take(2).Select(item => new { id = item.Item1, name = item.Item2, count = item.Item3 });
    return Results.Json(new { items = page, more = start + 2 < stock.Length });
});
server.MapGet("/items/{id}", (string id) => Results.Problem(title: $"There is no item '{id}'.", statusCode: 404));
await server.StartAsync();

// InventoryClient and its types are generated from inventory.openapi.yaml.
using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
var inventory = new InventoryClient(http);
await foreach (var item in inventory.ListItemsAllPages())
{
    Console.WriteLine($"{item.Name}: {item.Count}");
}

try
{
    await inventory.GetItemAsync("screw");
}
catch (PitchlyHttpException<Problem> error)
{
    Console.WriteLine($"{error.Failure.Title} ({error.Failure.Status})");
}
