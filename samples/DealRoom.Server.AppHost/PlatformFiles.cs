using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace DealRoom.Server.AppHost;

/// <summary>
/// The emulator's configuration with the App, and a separate file with the App Secret. A new secret is created each time, in a folder that
/// only its owner can read.
/// </summary>
internal sealed class PlatformFiles : IDisposable
{
    public const string AppId = "appDealRoomServer001";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dealroom-");

    public PlatformFiles(IEnumerable<Uri> nodes)
    {
        var secret = "plys_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var platform = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "platform.json")))!;
        platform["apps"] = new JsonArray(new JsonObject
        {
            ["id"] = AppId,
            ["secret"] = secret,
            ["name"] = "Deal Room",
            ["redirectUris"] = new JsonArray([.. nodes.Select(node => JsonValue.Create(new Uri(node, "/signin-pitchly").AbsoluteUri))]),
        });
        File.WriteAllText(Configuration, platform.ToJsonString());
        File.WriteAllText(Secret, secret);
        Directory.CreateDirectory(Store);
    }

    public string Configuration => Path.Combine(_folder.FullName, "platform.json");

    public string Secret => Path.Combine(_folder.FullName, "app-secret");

    public string Store => Path.Combine(_folder.FullName, "store");

    public void Dispose() => _folder.Delete(recursive: true);
}
