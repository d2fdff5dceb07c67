namespace Pitchly.Emulator.OAuth;

/// <summary>Issues codes and tokens, and checks whether they are valid.</summary>
internal sealed class TokenStore(TimeProvider time, EmulatorOptions options)
{
    /// <summary>The lifetime of a code: "Only valid for a short time". RFC 6749, section 4.1.2 allows at most ten minutes.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(1);

    /// <summary>The lifetime of an unused refresh token. Pitchly's value is not public.</summary>
    public static readonly TimeSpan RefreshTokenLife = TimeSpan.FromDays(90);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, AuthorizationCode> _codes = [];
    private readonly Dictionary<string, AuthorizationCode> _usedCodes = [];
    private Dictionary<string, Grant> _accessTokens = [];
    private Dictionary<string, RefreshToken> _refreshTokens = [];
    private DateTimeOffset _nextCleaning;

    /// <summary>Gets or sets the tokens that a data file stores.</summary>
    public TokenState State
    {
        get
        {
            lock (_gate)
            {
                return new TokenState(new(_accessTokens), new(_refreshTokens));
            }
        }

        set
        {
            lock (_gate)
            {
                (_accessTokens, _refreshTokens) = (value.AccessTokens, value.RefreshTokens);
            }
        }
    }

    public string IssueCode(Approval approval, string redirectUri, bool redirectUriWasGiven, string? challenge, string challengeMethod)
    {
        lock (_gate)
        {
            Clean();
            var code = RandomId.Secret();
            _codes[code] = new AuthorizationCode(
                approval, redirectUri, redirectUriWasGiven, challenge, challengeMethod, time.GetUtcNow() + CodeLife);
            return code;
        }
    }

    /// <summary>
    /// Uses an App's code, which is valid once. A second use also revokes all tokens issued for the first use (RFC 6749, section 4.1.2).
    /// </summary>
    public AuthorizationCode? TakeCode(string appId, string code)
    {
        lock (_gate)
        {
            if (_usedCodes.TryGetValue(code, out var used))
            {
                RevokeWhere(approval => approval.Family == used.Approval.Family);
                return null;
            }

            if (!_codes.TryGetValue(code, out var found) || found.Approval.AppId != appId)
            {
                return null;
            }

            _codes.Remove(code);
            _usedCodes[code] = found;
            return found.ExpiresAt > time.GetUtcNow() ? found : null;
        }
    }

    public IssuedTokens Issue(Approval approval, string? scope, bool withRefreshToken)
    {
        lock (_gate)
        {
            Clean();
            var access = Add(RandomId.UserAccessToken(), approval, scope, options.AccessTokenLife);
            var refresh = withRefreshToken ? RandomId.Secret() : null;
            if (refresh is not null)
            {
                _refreshTokens[refresh] = new RefreshToken(approval, time.GetUtcNow() + RefreshTokenLife, IsUsed: false);
            }

            return new IssuedTokens(access, options.AccessTokenLife, refresh);
        }
    }

    /// <summary>Issues a token of v1, which has no prefix.</summary>
    public (string Token, Grant Grant) IssueSdkToken(Approval approval, TimeSpan life)
    {
        lock (_gate)
        {
            Clean();
            var token = Add(RandomId.Secret(), approval, null, life);
            return (token, _accessTokens[token]);
        }
    }

    /// <summary>
    /// Uses a refresh token, which is not valid afterwards. A second use means that another party has the token too, so it revokes all
    /// codes and tokens of the same approval (RFC 9700, section 4.14.2).
    /// </summary>
    /// <returns>The approval of the token, or <see langword="null"/> if the token is not valid.</returns>
    public Approval? TakeRefreshToken(string appId, string token)
    {
        lock (_gate)
        {
            if (!_refreshTokens.TryGetValue(token, out var found) || found.Approval.AppId != appId)
            {
                return null;
            }

            if (found.IsUsed)
            {
                RevokeWhere(approval => approval.Family == found.Approval.Family);
                return null;
            }

            _refreshTokens[token] = found with { IsUsed = true };
            return found.ExpiresAt > time.GetUtcNow() ? found.Approval : null;
        }
    }

    /// <summary>
    /// Revokes a token of an App. For a refresh token, all tokens of the same approval are revoked (RFC 7009, section 2.1).
    /// </summary>
    public void Revoke(string appId, string token)
    {
        lock (_gate)
        {
            if (_refreshTokens.TryGetValue(token, out var refresh) && refresh.Approval.AppId == appId)
            {
                RevokeWhere(approval => approval.Family == refresh.Approval.Family);
            }

            if (_accessTokens.TryGetValue(token, out var access) && access.Approval.AppId == appId)
            {
                _accessTokens.Remove(token);
            }
        }
    }

    /// <summary>Revokes all codes and tokens of an organization's installation of an App.</summary>
    public void RevokeInstallation(string appId, string organizationId)
    {
        lock (_gate)
        {
            RevokeWhere(approval => approval.AppId == appId && approval.OrganizationId == organizationId);
        }
    }

    public Grant? Find(string? accessToken)
    {
        lock (_gate)
        {
            return accessToken is not null && _accessTokens.TryGetValue(accessToken, out var grant) && grant.ExpiresAt > time.GetUtcNow()
                ? grant : null;
        }
    }

    /// <summary>Revokes all access tokens.</summary>
    public void RevokeAll()
    {
        lock (_gate)
        {
            _accessTokens.Clear();
        }
    }

    /// <summary>Expires all access tokens now.</summary>
    public void ExpireAll()
    {
        lock (_gate)
        {
            foreach (var (token, grant) in _accessTokens.ToList())
            {
                _accessTokens[token] = grant with { ExpiresAt = time.GetUtcNow() };
            }
        }
    }

    /// <summary>Removes all codes and tokens.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _codes.Clear();
            _usedCodes.Clear();
            _accessTokens.Clear();
            _refreshTokens.Clear();
        }
    }

    private string Add(string token, Approval approval, string? scope, TimeSpan life)
    {
        var now = time.GetUtcNow();
        _accessTokens[token] = new Grant(approval, scope, now, now + life);
        return token;
    }

    /// <summary>Removes expired codes and tokens, at most once per code lifetime.</summary>
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

    private void RevokeWhere(Predicate<Approval> isOver)
    {
        Forget(_codes, code => isOver(code.Approval));
        Forget(_accessTokens, grant => isOver(grant.Approval));
        Forget(_refreshTokens, token => isOver(token.Approval));
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
}
