namespace Pitchly.Generators.Schema;

/// <param name="Url">The address, with <c>{name}</c> for each variable. It may be relative to the document's address.</param>
/// <param name="Label">A short name for the server, if a client has several.</param>
/// <param name="Description">The description.</param>
/// <param name="Variables">The distinct variables.</param>
internal sealed record ServerDeclaration(Name Url, string? Label, string? Description, EquatableArray<ServerVariableDeclaration> Variables)
{
    /// <summary>Gets a value indicating whether the address has no host, so that it is relative to the document's address.</summary>
    public bool IsRelative
    {
        get
        {
            var usual = PathTemplate.Fill(
                Url.Text, name => Variables.FirstOrDefault(variable => variable.Name.Text == name)?.Default ?? $"{{{name}}}");
            return !usual.Contains("://") && !usual.StartsWith("{", StringComparison.Ordinal);
        }
    }

    /// <summary>Returns the variables in the order of the address. A variable without a description has no default.</summary>
    public static EquatableArray<ServerVariableDeclaration> Complete(
        Name url, IReadOnlyList<ServerVariableDeclaration> described) => PathTemplate.NamesIn(url.Text)
        .Select(name => described.FirstOrDefault(variable => variable.Name.Text == name)
            ?? new ServerVariableDeclaration(new Name(name, url.At), null, null, EquatableArray<string>.Empty))
        .ToEquatableArray();

    /// <summary>Returns why an address is not valid for an HTTP server; <see langword="null"/> if it is valid.</summary>
    public static string? FaultOf(string url)
    {
        var plain = PathTemplate.Fill(url, _ => "x");
        var scheme = plain.IndexOf("://", StringComparison.Ordinal);
        var isVariableScheme = url.StartsWith("{", StringComparison.Ordinal);
        return plain.IndexOfAny(['{', '}']) >= 0 ? "has an unbalanced brace"
            : plain.IndexOfAny(['?', '#', '\\', ' ']) >= 0 ? "has a query, a fragment, a space or a backslash"
            : plain.Length == 0 ? "is empty"
            : scheme > 0 && !isVariableScheme && plain.Substring(0, scheme).ToLowerInvariant() is not ("http" or "https")
                ? "is not an HTTP address"
            : plain.Contains('@') ? "contains a user name or a password"
            : null;
    }
}

/// <param name="Name">The variable's name in the address.</param>
/// <param name="Description">The description.</param>
/// <param name="Default">The default value; <see langword="null"/> if the variable is required.</param>
/// <param name="Values">The allowed values; empty if any value is allowed.</param>
internal sealed record ServerVariableDeclaration(Name Name, string? Description, string? Default, EquatableArray<string> Values);
