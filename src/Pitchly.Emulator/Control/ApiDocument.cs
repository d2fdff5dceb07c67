namespace Pitchly.Emulator.Control;

/// <summary>GET /emulator/openapi.json: what the emulator can be told over HTTP, as an OpenAPI document.</summary>
internal static class ApiDocument
{
    public const string Path = "/emulator/openapi.json";

    private const string Resource = "emulator.openapi.json";

    public static IResult Handle() =>
        Results.Stream(typeof(ApiDocument).Assembly.GetManifestResourceStream(Resource)!, "application/json");
}
