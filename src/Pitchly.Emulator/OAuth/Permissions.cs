namespace Pitchly.Emulator.OAuth;

/// <summary>What an App may do with rows, and the scope that stands for it. "records:update" is Pitchly's; the others are named after it.</summary>
internal static class Permissions
{
    public const string Insert = "records:insert";
    public const string Update = "records:update";
    public const string Delete = "records:delete";

    public const string AllScopes = $"{Insert} {Update} {Delete}";

    /// <summary>Reading is always allowed; anything else unless the token was narrowed.</summary>
    public static bool Allows(this Grant grant, string? permission) =>
        permission is null || grant.Scope is null || grant.Scope.Split(' ').Contains(permission);
}
