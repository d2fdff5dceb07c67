namespace Pitchly.Emulator.OAuth;

/// <summary>Issues codes and tokens, and knows which are good.</summary>
internal sealed class TokenStore(TimeProvider time, EmulatorOptions options)
{
    /// <summary>"Only valid for a short time"; RFC 6749, section 4.1.2 allows ten minutes at most.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(1);

    /// <summary>How long a refresh token that is not used lives; Pitchly says nothing of it.</summary>
    public static readonly TimeSpan RefreshTokenLife = TimeSpan.FromDays(90);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, AuthorizationCode> _codes = [];
    private readonly Dictionary<string, AuthorizationCode> _usedCodes = [];
    private Dictionary<string, Grant> _accessTokens = [];
    private Dictionary<string, RefreshToken> _refreshTokens = [];
    private DateTimeOffset _nextCleaning;

    /// <summary>Gets or sets the tokens that a data file keeps.</summary>
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

    /// <summary>Takes a code of an App, which is good once. A second use also ends all that the first one gave (RFC 6749, section
    /// 4.1.2).</summary>
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
    /// Takes a refresh token, which is dead from then on. A second use means that someone else has it too, so it ends all that came from
    /// the same approval (RFC 9700, section 4.14.2).
    /// </summary>
    /// <returns>Its approval; <see langword="null"/> for one that is not good.</returns>
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

    /// <summary>Ends a token of an App; a refresh token ends all that came from the same approval (RFC 7009, section 2.1).</summary>
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

    /// <summary>Ends all that an organization's installation of an App has given.</summary>
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
        }
    }

    /// <summary>Forgets every code and token.</summary>
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
