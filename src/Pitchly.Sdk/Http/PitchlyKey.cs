using System.Text;

namespace Pitchly.Http;

/// <summary>A name and a password, by which a server knows a client (RFC 7617).</summary>
/// <param name="Name">The name, which has no colon.</param>
/// <param name="Password">The password.</param>
public sealed record PitchlyBasicCredential(string Name, PitchlySecret Password);

/// <summary>A secret beside the access token by which a server knows a client, and where it travels.</summary>
public sealed class PitchlyKey
{
    private readonly Action<PitchlyRequest> _apply;

    private PitchlyKey(string name, Action<PitchlyRequest> apply) => (Name, _apply) = (name, apply);

    /// <summary>Gets the name by which endpoints ask for it.</summary>
    public string Name { get; }

    /// <summary>Makes a key that travels in a header.</summary>
    /// <param name="name">The name by which endpoints ask for it.</param>
    /// <param name="header">The header.</param>
    /// <param name="secret">The secret.</param>
    public static PitchlyKey InHeader(string name, string header, PitchlySecret secret) =>
        new(name, request => request.Header(header, secret.Reveal()));

    /// <summary>Makes a key that travels in the query.</summary>
    /// <param name="name">The name by which endpoints ask for it.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="secret">The secret.</param>
    public static PitchlyKey InQuery(string name, string parameter, PitchlySecret secret) =>
        new(name, request => request.QueryKey(parameter, secret.Reveal()));

    /// <summary>Makes a key that travels in a cookie.</summary>
    /// <param name="name">The name by which endpoints ask for it.</param>
    /// <param name="cookie">The cookie.</param>
    /// <param name="secret">The secret.</param>
    public static PitchlyKey InCookie(string name, string cookie, PitchlySecret secret) =>
        new(name, request => request.Cookie(cookie, secret.Reveal()));

    /// <summary>Makes a key of a name and a password, which travel in the <c>Authorization</c> header.</summary>
    /// <param name="name">The name by which endpoints ask for it.</param>
    /// <param name="credential">The name and the password.</param>
    public static PitchlyKey Basic(string name, PitchlyBasicCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new(name, request =>
        {
            var pair = Encoding.UTF8.GetBytes($"{credential.Name}:{credential.Password.Reveal()}");
            request.Header("Authorization", "Basic " + Convert.ToBase64String(pair));
        });
    }

    internal void ApplyTo(PitchlyRequest request) => _apply(request);
}
