namespace Pitchly.Emulator.OAuth;

/// <summary>
/// The permissions of an App (v1) and the scopes that represent them in v2. Pitchly's own code contains "records:update",
/// "workspace_members:read" and "teams:read"; the other scopes follow the same pattern. Reading has no scope: a token without scopes can
/// read.
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

    /// <summary>Returns the scopes of all permissions of an App, separated by spaces.</summary>
    public static string ScopesOf(AppRegistration app) =>
        string.Join(' ', Scopes.Where(one => app.Permissions.Contains(one.Permission)).Select(one => one.Scope));

    /// <summary>Returns the reason why a scope can't be granted, or <see langword="null"/> if it can.</summary>
    /// <param name="app">The App.</param>
    /// <param name="scope">The requested scopes, separated by spaces. Empty for read access only.</param>
    public static string? Problem(AppRegistration app, string scope)
    {
        var had = ScopesOf(app).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(one => !had.Contains(one)) is not { } other ? null
            : AllScopes.Contains(other)
                ? $"The App does not have permission for the scope '{other}'. Request one or more of: {string.Join(", ", had)}."
            : $"The scope '{other}' is unknown. The supported scopes are: {string.Join(", ", AllScopes)}.";
    }

    /// <summary>Returns the permissions of a token. A scope never removes read access.</summary>
    /// <param name="app">The App.</param>
    /// <param name="scope">The token's scope, or <see langword="null"/> for all permissions of the App.</param>
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
