using System.Text;

namespace Pitchly.Http;

/// <summary>A name and a password that identify a client to a server (RFC 7617).</summary>
/// <param name="Name">The name, which must not contain a colon.</param>
/// <param name="Password">The password.</param>
public sealed record PitchlyBasicCredential(string Name, PitchlySecret Password);

/// <summary>A secret that identifies a client to a server in addition to the access token, and its location in requests.</summary>
public sealed class PitchlyKey
{
    private readonly Action<PitchlyRequest> _apply;

    private PitchlyKey(string name, Action<PitchlyRequest> apply) => (Name, _apply) = (name, apply);

    /// <summary>Gets the name by which endpoints refer to the key.</summary>
    public string Name { get; }

    /// <summary>Creates a key that is sent in a header.</summary>
    /// <param name="name">The name by which endpoints refer to the key.</param>
    /// <param name="header">The name of the header.</param>
    /// <param name="secret">The secret.</param>
    public static PitchlyKey InHeader(string name, string header, PitchlySecret secret) =>
        new(name, request => request.Header(header, secret.Reveal()));

    /// <summary>Creates a key that is sent in the query.</summary>
    /// <param name="name">The name by which endpoints refer to the key.</param>
    /// <param name="parameter">The name of the query parameter.</param>
    /// <param name="secret">The secret.</param>
    public static PitchlyKey InQuery(string name, string parameter, PitchlySecret secret) =>
        new(name, request => request.QueryKey(parameter, secret.Reveal()));

    /// <summary>Creates a key that is sent in a cookie.</summary>
    /// <param name="name">The name by which endpoints refer to the key.</param>
    /// <param name="cookie">The name of the cookie.</param>
    /// <param name="secret">The secret.</param>
    public static PitchlyKey InCookie(string name, string cookie, PitchlySecret secret) =>
        new(name, request => request.Cookie(cookie, secret.Reveal()));

    /// <summary>Creates a key from a name and a password, which are sent in the <c>Authorization</c> header.</summary>
    /// <param name="name">The name by which endpoints refer to the key.</param>
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

    /// <summary>Adds the keys that the endpoint of a request uses. Only the first call for a request has an effect.</summary>
    internal static void AddTo(PitchlyRequest request, IReadOnlyList<PitchlyKey> keys)
    {
        if (request.TakeKeys())
        {
            foreach (var key in keys.Where(key => request.Endpoint.Keys.Contains(key.Name)))
            {
                key._apply(request);
            }
        }
    }
}
