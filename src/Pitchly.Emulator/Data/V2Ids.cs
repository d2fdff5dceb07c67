namespace Pitchly.Emulator.Data;

/// <summary>v2's ids: those of v1 with a prefix, and the ids of tables and fields with the workspace's before them.</summary>
internal static class V2Ids
{
    public static string Organization(string id) => "org" + id;

    public static string Person(string id) => "psn" + id;

    /// <summary>An organization has one workspace here.</summary>
    public static string Workspace(string organizationId) => "wks" + organizationId;

    public static string Table(Database database) => $"{Workspace(database.OrganizationId)}|tbl{database.Id}";

    public static string Field(string organizationId, string fieldId) => $"{Workspace(organizationId)}|fld{fieldId}";

    public static string Record(string rowId) => "rec" + rowId;

    /// <summary>A reference's value, with a space between (field types page of v2).</summary>
    public static string Reference(string organizationId, string rowId) => $"{Workspace(organizationId)} {Record(rowId)}";

    /// <summary>Returns whether an id, with its prefix or without, is that one.</summary>
    public static bool Is(string prefix, string? given, string id) =>
        given is not null
            && (given == id || (given.StartsWith(prefix, StringComparison.Ordinal) && given.AsSpan(prefix.Length).SequenceEqual(id)));

    /// <summary>Returns an id without its workspace.</summary>
    public static string Own(string id) => id[(id.LastIndexOfAny(['|', ' ']) + 1)..];

    /// <summary>Returns an id without its workspace and its prefix; an id that has none as it is.</summary>
    public static string Bare(string prefix, string id) => WithoutPrefix(prefix, Own(id));

    /// <summary>Returns an id of Pitchly's form without its prefix; others may begin with the same letters.</summary>
    public static string WithoutPrefix(string prefix, string id) =>
        id.Length == prefix.Length + RandomId.IdLength && id.StartsWith(prefix, StringComparison.Ordinal) ? id[prefix.Length..] : id;
}
