using System.ComponentModel;
using System.Text;

namespace Pitchly.Http;

/// <summary>Builds a server's address from a template with variables (OpenAPI 3.1, section 4.8.5).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PitchlyServer
{
    private const string AfterScheme = "://";

    /// <summary>Returns an address.</summary>
    /// <param name="template">The address, with <c>{name}</c> for each variable. It may be relative to a document.</param>
    /// <param name="document">The address of the API's document; <see langword="null"/> if the template is absolute.</param>
    /// <param name="variables">The values of the variables.</param>
    /// <returns>The address, for <see cref="HttpClient.BaseAddress"/>.</returns>
    /// <exception cref="ArgumentNullException">A value is missing.</exception>
    /// <exception cref="ArgumentException">
    /// A value is not one of the allowed values, or would change the server or the path of the template.
    /// </exception>
    public static Uri Address(string template, Uri? document, ReadOnlySpan<PitchlyServerVariable> variables)
    {
        ArgumentNullException.ThrowIfNull(template);
        var address = new StringBuilder(template);
        foreach (var variable in variables)
        {
            ArgumentNullException.ThrowIfNull(variable.Value, variable.Name);
            Check(template, variable);
            address.Replace("{" + variable.Name + "}", variable.Value);
        }

        var text = address.ToString();
        var isFound = document is null ? Uri.TryCreate(text, UriKind.Absolute, out var found) : Uri.TryCreate(document, text, out found);
        return isFound && found!.Scheme is "http" or "https" && found.UserInfo.Length == 0
            ? found
            : throw new ArgumentException($"'{text}' is not a valid server address. It must start with 'https://' and a host.");
    }

    private static void Check(string template, PitchlyServerVariable variable)
    {
        var (name, value) = (variable.Name, variable.Value);
        if (variable.Allowed is { Count: > 0 } allowed && !allowed.Contains(value, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"The server has no {name} '{value}'. Use one of {string.Join(", ", allowed.Select(one => $"'{one}'"))}.", name);
        }

        var start = template.IndexOf("{" + name + "}", StringComparison.Ordinal);
        var scheme = template.IndexOf(AfterScheme, StringComparison.Ordinal);
        var isWhole = start == 0 && scheme < 0;
        var path = scheme < 0 ? 0 : template.IndexOf('/', scheme + AfterScheme.Length);
        var isInPath = !isWhole && path >= 0 && start > path;
        var hasBadLetter = value.Any(letter => letter is '?' or '#' or '\\' or '@' or '{' or '}' || letter <= ' ');
        var leavesHost = !isWhole && !isInPath && value.Contains('/', StringComparison.Ordinal);
        var leavesPath = value.Split('/').Any(segment => segment is "." or "..");
        if (hasBadLetter || leavesHost || leavesPath)
        {
            throw new ArgumentException(
                $"'{value}' can't be the {name} in '{template}', because it would change other parts of the address.", name);
        }
    }
}

/// <summary>A variable of a server's address (OpenAPI 3.1, section 4.8.6).</summary>
/// <param name="Name">The name of the variable in the template.</param>
/// <param name="Value">The value that replaces the variable.</param>
/// <param name="Allowed">The allowed values; <see langword="null"/> if any value is allowed.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PitchlyServerVariable(string Name, string Value, IReadOnlyList<string>? Allowed = null);
