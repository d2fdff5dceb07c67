// What the cases use of packages that the tests do not reference.
namespace Microsoft.IdentityModel.Tokens
{
    public sealed class SymmetricSecurityKey(byte[] key)
    {
        public byte[] Key { get; } = key;
    }
}

namespace Stubs
{
    public sealed class PitchlyServerClient(string appId, string appSecret)
    {
        public string AppId { get; } = appId;

        public string Shown { get; } = appSecret.Length.ToString();
    }

    public sealed class PitchlyOptions
    {
        public string AppId { get; set; } = "";

        public string AppSecret { get; set; } = "";

        public string? ClientSecret { get; set; }

        public string? AccessToken { get; set; }

        public string? SecretName { get; set; }
    }

    public sealed class HostOptions
    {
        public PitchlyOptions Pitchly { get; } = new();
    }

    [System.AttributeUsage(System.AttributeTargets.All)]
    public sealed class PitchlyAppAttribute : System.Attribute
    {
        public string? AppId { get; set; }

        public string? AppSecret { get; set; }
    }

    public static class Services
    {
        public static void AddPitchly(System.Action<PitchlyOptions> configure) => configure(new PitchlyOptions());
    }

    public static class Api
    {
        public static void Send(string text) => System.GC.KeepAlive(text);

        public static void Show(object? text) => System.GC.KeepAlive(text);
    }
}
