namespace Pitchly.Emulator.OAuth;

/// <summary>
/// What an App may do (v1's permissions), and the scopes that stand for it in v2. Pitchly's own code shows "records:update",
/// "workspace_members:read" and "teams:read"; the other scopes are named after them. Reading has no scope: a token without any reads.
/// </summary>
internal static class Permissions
{
    public static readonly IReadOnlyList<AppAction> All = Enum.GetValues<AppAction>();

    private static readonly IReadOnlyList<(string Scope, AppAction Permission)> Scopes =
    [
        ("records:insert", AppAction.InsertData),
        ("records:update", AppAction.UpdateData),
        ("records:delete", AppAction.DeleteData),
        ("fields:insert", AppAction.AddFields),
        ("workspace_members:read", AppAction.ReadMembers),
        ("teams:read", AppAction.ReadMembers),
    ];

    public static IEnumerable<string> AllScopes => Scopes.Select(one => one.Scope);

    /// <summary>Returns the scopes of all that an App may do, separated by spaces.</summary>
    public static string ScopesOf(AppRegistration app) =>
        string.Join(' ', Scopes.Where(one => app.Permissions.Contains(one.Permission)).Select(one => one.Scope));

    /// <summary>Returns why a scope can't be had; <see langword="null"/> if it can.</summary>
    /// <param name="app">The App that asks.</param>
    /// <param name="scope">Its scopes, separated by spaces; empty for reading alone.</param>
    public static string? Problem(AppRegistration app, string scope)
    {
        var had = ScopesOf(app).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(one => !had.Contains(one)) is not { } other ? null
            : AllScopes.Contains(other)
                ? $"The App does not have the permission of the scope '{other}'. Ask for some of: {string.Join(", ", had)}."
            : $"The scope '{other}' is not known. Known are: {string.Join(", ", AllScopes)}.";
    }

    /// <summary>Returns what a token of a scope may do. Narrowing never takes reading away.</summary>
    /// <param name="app">The App.</param>
    /// <param name="scope">What the token is narrowed to; <see langword="null"/> for all that the App may do.</param>
    public static IReadOnlyList<AppAction> Of(AppRegistration app, string? scope)
    {
        if (scope is null)
        {
            return app.Permissions;
        }

        var scopes = scope.Split(' ');
        return [.. app.Permissions.Where(permission =>
            permission == AppAction.ReadData || Scopes.Any(one => one.Permission == permission && scopes.Contains(one.Scope)))];
    }
}
