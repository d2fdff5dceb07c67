namespace Pitchly.Generators.Schema;

/// <summary>Paths of schema files. They are case-sensitive, and their parts are separated by '/' on every operating system.</summary>
internal static class SchemaPath
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>Returns a path without the parts '.' and '..', as far as they can be resolved.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ".." and not "")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    /// <summary>Returns the path of a file that another file refers to, relative to the folder of that other file.</summary>
    public static string Resolve(string from, string relative)
    {
        var isRooted = relative.StartsWith("/", StringComparison.Ordinal);
        return isRooted ? Normalize(relative) : Normalize(from.Substring(0, FolderLength(from)) + relative);
    }

    /// <summary>Returns the reference from one file to another, or <see langword="null"/> if there is none.</summary>
    public static string? Relative(string from, string to)
    {
        var start = Normalize(from).Split('/');
        var goal = Normalize(to).Split('/');
        var shared = 0;
        while (shared < Math.Min(start.Length, goal.Length) - 1 && start[shared] == goal[shared])
        {
            shared++;
        }

        var isOnAnotherRoot =
            shared == 0 && (start[0].EndsWith(":", StringComparison.Ordinal) || goal[0].EndsWith(":", StringComparison.Ordinal));
        return isOnAnotherRoot
            ? null
            : string.Concat(Enumerable.Repeat("../", start.Length - 1 - shared)) + string.Join("/", goal.Skip(shared));
    }

    public static string FileName(string path) => path.Substring(FolderLength(path));

    private static int FolderLength(string path) => path.LastIndexOfAny(Separators) + 1;
}
