namespace Pitchly.Emulator.OAuth;

/// <summary>What a token may do, and until when.</summary>
/// <param name="Scope">What it is narrowed to; <see langword="null"/> for all that the App has.</param>
/// <param name="ExpiresAt">When it expires.</param>
/// <param name="Family">What was issued from the same approval.</param>
internal sealed record Grant(string? Scope, DateTimeOffset ExpiresAt, string Family);

internal sealed record AuthorizationCode(Uri RedirectUri, bool RedirectUriWasGiven, string? Challenge, string ChallengeMethod, DateTimeOffset ExpiresAt, string Family);

/// <summary>A refresh token. One that was used is remembered, so that its second use is noticed.</summary>
internal sealed record RefreshToken(string Family, DateTimeOffset ExpiresAt, bool IsUsed);

internal sealed record IssuedTokens(string AccessToken, DateTimeOffset ExpiresAt, string? RefreshToken);

/// <summary>Issues codes and tokens, and knows which are good.</summary>
internal sealed class TokenStore(TimeProvider time)
{
    /// <summary>"Only valid for a short time"; RFC 6749, section 4.1.2 allows ten minutes at most.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(1);

    /// <summary>v2: "typically one hour".</summary>
    public static readonly TimeSpan OAuthTokenLife = TimeSpan.FromHours(1);

    /// <summary>How long a refresh token that is not used lives; Pitchly says nothing of it.</summary>
    public static readonly TimeSpan RefreshTokenLife = TimeSpan.FromDays(90);

    /// <summary>v1's SDK tokens.</summary>
    public static readonly TimeSpan SdkTokenLife = TimeSpan.FromHours(2);

    /// <summary>An SDK token may be handed out again until this long before it expires.</summary>
    public static readonly TimeSpan SdkTokenReuse = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, AuthorizationCode> _codes = [];
    private readonly Dictionary<string, AuthorizationCode> _usedCodes = [];
    private readonly Dictionary<string, Grant> _accessTokens = [];
    private readonly Dictionary<string, RefreshToken> _refreshTokens = [];
    private DateTimeOffset _nextCleaning;
    private (string Token, DateTimeOffset ExpiresAt)? _sdkToken;

    public string IssueCode(Uri redirectUri, bool redirectUriWasGiven, string? challenge, string challengeMethod)
    {
        lock (_gate)
        {
            Clean();
            var code = RandomId.Secret();
            _codes[code] = new AuthorizationCode(redirectUri, redirectUriWasGiven, challenge, challengeMethod, time.GetUtcNow() + CodeLife, RandomId.Id());
            return code;
        }
    }

    /// <summary>Takes a code, which is good once. A second use also ends all that the first one gave (RFC 6749, section 4.1.2).</summary>
    public AuthorizationCode? TakeCode(string code)
    {
        lock (_gate)
        {
            if (_usedCodes.TryGetValue(code, out var used))
            {
                RevokeFamily(used.Family);
                return null;
            }

            if (!_codes.Remove(code, out var found))
            {
                return null;
            }

            _usedCodes[code] = found;
            return found.ExpiresAt > time.GetUtcNow() ? found : null;
        }
    }

    public IssuedTokens Issue(string? scope, string family, bool withRefreshToken)
    {
        lock (_gate)
        {
            Clean();
            var access = RandomId.UserAccessToken();
            var expiresAt = time.GetUtcNow() + OAuthTokenLife;
            _accessTokens[access] = new Grant(scope, expiresAt, family);
            var refresh = withRefreshToken ? RandomId.Secret() : null;
            if (refresh is not null)
            {
                _refreshTokens[refresh] = new RefreshToken(family, time.GetUtcNow() + RefreshTokenLife, IsUsed: false);
            }

            return new IssuedTokens(access, expiresAt, refresh);
        }
    }

    /// <summary>
    /// Takes a refresh token, which is dead from then on. A second use means that someone else has it too, so it ends all that came from the
    /// same approval (RFC 9700, section 4.14.2).
    /// </summary>
    /// <returns>Its family; <see langword="null"/> for one that is not good.</returns>
    public string? TakeRefreshToken(string token)
    {
        lock (_gate)
        {
            if (!_refreshTokens.TryGetValue(token, out var found))
            {
                return null;
            }

            if (found.IsUsed)
            {
                RevokeFamily(found.Family);
                return null;
            }

            _refreshTokens[token] = found with { IsUsed = true };
            return found.ExpiresAt > time.GetUtcNow() ? found.Family : null;
        }
    }

    /// <summary>Ends a token; a refresh token ends all that came from the same approval (RFC 7009, section 2.1).</summary>
    public void Revoke(string token)
    {
        lock (_gate)
        {
            if (_refreshTokens.TryGetValue(token, out var refresh))
            {
                RevokeFamily(refresh.Family);
            }

            _accessTokens.Remove(token);
        }
    }

    /// <summary>The token for an App in the page: the last one again, as long as it is not too old.</summary>
    public (string Token, DateTimeOffset ExpiresAt) IssueSdkToken()
    {
        lock (_gate)
        {
            if (_sdkToken is { } last && last.ExpiresAt - SdkTokenReuse > time.GetUtcNow() && _accessTokens.ContainsKey(last.Token))
            {
                return last;
            }

            var issued = (Token: RandomId.Secret(), ExpiresAt: time.GetUtcNow() + SdkTokenLife);
            _accessTokens[issued.Token] = new Grant(null, issued.ExpiresAt, RandomId.Id());
            _sdkToken = issued;
            return issued;
        }
    }

    public Grant? Find(string? accessToken)
    {
        lock (_gate)
        {
            return accessToken is not null && _accessTokens.TryGetValue(accessToken, out var grant) && grant.ExpiresAt > time.GetUtcNow() ? grant : null;
        }
    }

    /// <summary>Ends every access token at once, as a revocation does.</summary>
    public void RevokeAll()
    {
        lock (_gate)
        {
            _accessTokens.Clear();
        }
    }

    /// <summary>Lets every access token expire now, before its time.</summary>
    public void ExpireAll()
    {
        lock (_gate)
        {
            foreach (var (token, grant) in _accessTokens.ToList())
            {
                _accessTokens[token] = grant with { ExpiresAt = time.GetUtcNow() };
            }

            _sdkToken = null;
        }
    }

    /// <summary>Forgets from time to time what has expired.</summary>
    private void Clean()
    {
        var now = time.GetUtcNow();
        if (now < _nextCleaning)
        {
            return;
        }

        _nextCleaning = now + CodeLife;
        Forget(_codes, code => code.ExpiresAt <= now);
        Forget(_usedCodes, code => code.ExpiresAt <= now - RefreshTokenLife);
        Forget(_accessTokens, grant => grant.ExpiresAt <= now);
        Forget(_refreshTokens, token => token.ExpiresAt <= now);
    }

    private static void Forget<T>(Dictionary<string, T> all, Predicate<T> isOver)
    {
        foreach (var (key, value) in all)
        {
            if (isOver(value))
            {
                all.Remove(key);
            }
        }
    }

    private void RevokeFamily(string family)
    {
        foreach (var token in _accessTokens.Where(pair => pair.Value.Family == family).Select(pair => pair.Key).ToList())
        {
            _accessTokens.Remove(token);
        }

        foreach (var token in _refreshTokens.Where(pair => pair.Value.Family == family).Select(pair => pair.Key).ToList())
        {
            _refreshTokens.Remove(token);
        }
    }
}
