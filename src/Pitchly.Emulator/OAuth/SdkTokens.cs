namespace Pitchly.Emulator.OAuth;

/// <summary>
/// Issues the tokens that the page passes to its Apps (v1's SDK). The last token is returned again until shortly before it expires.
/// </summary>
internal sealed class SdkTokens(TokenStore tokens, TimeProvider time)
{
    /// <summary>The lifetime of v1's SDK tokens.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(2);

    /// <summary>A token may be returned again until this long before it expires.</summary>
    public static readonly TimeSpan Reuse = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string AppId, string OrganizationId, string? PersonId), (string Token, Grant Grant)> _last = [];

    /// <summary>Occurs when a new token was issued.</summary>
    public event Action? Issued;

    /// <summary>The SDK renews a token at a time between these two before it expires ("within 2-5 minutes of expiration").</summary>
    public static readonly TimeSpan RenewalStart = TimeSpan.FromMinutes(5), RenewalEnd = TimeSpan.FromMinutes(2);

    /// <summary>Gets the grants of the newest tokens, and whether each token is still valid.</summary>
    public IReadOnlyList<(Grant Grant, bool IsValid)> Newest
    {
        get
        {
            lock (_gate)
            {
                return [.. _last.Values.Select(one => (one.Grant, tokens.Find(one.Token) is not null))];
            }
        }
    }

    public (string Token, DateTimeOffset ExpiresAt) Issue(string appId, string organizationId, string? personId)
    {
        lock (_gate)
        {
            var key = (appId, organizationId, personId);
            if (_last.TryGetValue(key, out var last) && tokens.Find(last.Token) is { } grant && grant.ExpiresAt - Reuse > time.GetUtcNow())
            {
                return (last.Token, grant.ExpiresAt);
            }

            _last[key] = tokens.IssueSdkToken(Approval.New(appId, organizationId, personId), Life);
        }

        Issued?.Invoke();
        return Issue(appId, organizationId, personId);
    }

    public void Reset()
    {
        lock (_gate)
        {
            _last.Clear();
        }
    }
}
