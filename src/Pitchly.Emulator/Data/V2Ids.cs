namespace Pitchly.Emulator.Data;

/// <summary>The ids of v2: the ids of v1 with a prefix. The ids of tables and fields start with the workspace's id.</summary>
internal static class V2Ids
{
    public static string Organization(string id) => "org" + id;

    public static string Person(string id) => "psn" + id;

    /// <summary>Returns the id of an organization's workspace. In the emulator, an organization has one workspace.</summary>
    public static string Workspace(string organizationId) => "wks" + organizationId;

    public static string Table(Database database) => $"{Workspace(database.OrganizationId)}|tbl{database.Id}";

    public static string Field(string organizationId, string fieldId) => $"{Workspace(organizationId)}|fld{fieldId}";

    public static string Record(string rowId) => "rec" + rowId;

    /// <summary>
    /// Returns a reference's value: the workspace's id and the record's id, separated by a space (field types page of v2).
    /// </summary>
    public static string Reference(string organizationId, string rowId) => $"{Workspace(organizationId)} {Record(rowId)}";

    /// <summary>Returns whether two ids are equal; the given one may have the prefix.</summary>
    public static bool Is(string prefix, string? given, string id) =>
        given is not null
            && (given == id || (given.StartsWith(prefix, StringComparison.Ordinal) && given.AsSpan(prefix.Length).SequenceEqual(id)));

    /// <summary>Returns an id without the workspace's id before it.</summary>
    public static string Own(string id) => id[(id.LastIndexOfAny(['|', ' ']) + 1)..];

    /// <summary>Returns an id without the workspace's id and without its prefix. An id that has neither is returned unchanged.</summary>
    public static string Bare(string prefix, string id) => WithoutPrefix(prefix, Own(id));

    /// <summary>
    /// Returns an id without its prefix if it has the length of a Pitchly id. Other ids may start with the same letters, so they are
    /// returned unchanged.
    /// </summary>
    public static string WithoutPrefix(string prefix, string id) =>
        id.Length == prefix.Length + RandomId.IdLength && id.StartsWith(prefix, StringComparison.Ordinal) ? id[prefix.Length..] : id;
}
