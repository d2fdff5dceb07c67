namespace Pitchly.Emulator.Control;

/// <summary>GET /emulator/openapi.json: the OpenAPI document of the emulator's control API.</summary>
internal static class ApiDocument
{
    public const string Path = "/emulator/openapi.json";

    private const string Resource = "emulator.openapi.json";

    public static IResult Handle() =>
        Results.Stream(typeof(ApiDocument).Assembly.GetManifestResourceStream(Resource)!, "application/json");
}
