namespace Verbatim;

/// <summary>A class of keys holds names too, so only plainly random text counts there, however it is written.</summary>
public static class Keys
{
    public static string ApiKey { get; } = @"h7TqLw92XcVbNmKe4RzYpAsDfGhJ31QuWo5"; // PITCHLY3001: a verbatim text
    public static readonly string ClientSecret = $@"QX71RvTb9eLp\mKzWnYcHsDfGjAuEoIx20"; // PITCHLY3001: a verbatim text with a backslash
    public static readonly string SigningKey = "QX71RvTb9eLp\\mKzWnYcHsDfGjAuEoIx20"; // PITCHLY3001: the same, escaped
    public static readonly string AccessKey = @"Software\Pitchly\Deals\AccessKey"; // silent: a path of the registry
}
