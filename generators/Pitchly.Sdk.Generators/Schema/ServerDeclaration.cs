namespace Pitchly.Generators.Schema;

/// <param name="Url">The address, with <c>{name}</c> in place of a variable; it may be relative to where the document is.</param>
/// <param name="Label">A word for it, where a client has several.</param>
/// <param name="Description">What it is.</param>
/// <param name="Variables">Its variables, each once.</param>
internal sealed record ServerDeclaration(Name Url, string? Label, string? Description, EquatableArray<ServerVariableDeclaration> Variables)
{
    /// <summary>It says nothing of the host, so it is found from where the document is.</summary>
    public bool IsRelative
    {
        get
        {
            var usual = PathTemplate.Fill(
                Url.Text, name => Variables.FirstOrDefault(variable => variable.Name.Text == name)?.Default ?? $"{{{name}}}");
            return !usual.Contains("://") && !usual.StartsWith("{", StringComparison.Ordinal);
        }
    }

    /// <summary>Returns the variables in the order of the address; one that is not described has no default.</summary>
    public static EquatableArray<ServerVariableDeclaration> Complete(
        Name url, IReadOnlyList<ServerVariableDeclaration> described) => PathTemplate.NamesIn(url.Text)
        .Select(name => described.FirstOrDefault(variable => variable.Name.Text == name)
            ?? new ServerVariableDeclaration(new Name(name, url.At), null, null, EquatableArray<string>.Empty))
        .ToEquatableArray();

    /// <summary>Returns why an address is none of a server of HTTP; <see langword="null"/> if it is one.</summary>
    public static string? FaultOf(string url)
    {
        var plain = PathTemplate.Fill(url, _ => "x");
        var scheme = plain.IndexOf("://", StringComparison.Ordinal);
        var isVariableScheme = url.StartsWith("{", StringComparison.Ordinal);
        return plain.IndexOfAny(['{', '}']) >= 0 ? "has a brace without its partner"
            : plain.IndexOfAny(['?', '#', '\\', ' ']) >= 0 ? "has a query, a fragment, a space or a backslash"
            : plain.Length == 0 ? "is empty"
            : scheme > 0 && !isVariableScheme && plain.Substring(0, scheme).ToLowerInvariant() is not ("http" or "https") ? "is not of HTTP"
            : plain.Contains('@') ? "holds a name or a password"
            : null;
    }
}

/// <param name="Name">Its name in the address.</param>
/// <param name="Description">What it chooses.</param>
/// <param name="Default">Its value if none is given; <see langword="null"/> if one must be given.</param>
/// <param name="Values">The values that the server has; none for any.</param>
internal sealed record ServerVariableDeclaration(Name Name, string? Description, string? Default, EquatableArray<string> Values);
