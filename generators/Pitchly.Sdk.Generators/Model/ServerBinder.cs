using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>
/// Creates a method for each server of a client: <c>ServerAddress</c> for the first, and a name with the label for others.
/// </summary>
internal static class ServerBinder
{
    private const string Method = "ServerAddress";

    /// <summary>The maximum length of a description that is used as a label. <c>Sandbox</c> is a label; a sentence is not.</summary>
    private const int LongestLabel = 24;

    public static EquatableArray<ServerModel> Bind(EquatableArray<ServerDeclaration> servers)
    {
        var names = new HashSet<string>();
        var models = new List<ServerModel>();
        foreach (var server in servers)
        {
            var label = server.Label ?? (server.Description is { Length: <= LongestLabel } description ? description : null);
            var wanted = models.Count == 0 || label is null ? Method : IdiomaticName.Of(label, "") + Method;
            var name = wanted;
            for (var number = 2; !names.Add(name); number++)
            {
                name = wanted + number;
            }

            models.Add(new ServerModel(name, Summarize(server), server.Url.Text, server.IsRelative, BindVariables(server)));
        }

        return models.ToEquatableArray();
    }

    private static string Summarize(ServerDeclaration server)
    {
        var what = (server.Description ?? server.Label ?? server.Url.Text).Trim();
        return $"Returns the address of the server: {what}{(what.EndsWith(".", StringComparison.Ordinal) ? "" : ".")}";
    }

    private static EquatableArray<ServerVariableModel> BindVariables(ServerDeclaration server)
    {
        var names = new ParameterNames("document");
        return server.Variables
            .Select(variable => new ServerVariableModel(
                variable.Name.Text, names.Take(variable.Name.Text, "Value"), Describe(variable), variable.Default, ValuesOf(variable)))
            .OrderBy(variable => variable.Default is not null)
            .ToEquatableArray();
    }

    private static string Describe(ServerVariableDeclaration variable)
    {
        var known = ValuesOf(variable);
        var values = known.Count == 0 ? "" : $" One of {string.Join(", ", known.Select(value => $"\"{value}\""))}.";
        return (variable.Description ?? $"The {variable.Name.Text} of the address.") + values;
    }

    /// <summary>Returns the known values. The default is one of them, even if the document does not list it.</summary>
    private static EquatableArray<string> ValuesOf(ServerVariableDeclaration variable) =>
        variable.Values.Count == 0 || variable.Default is null || variable.Values.Contains(variable.Default)
            ? variable.Values
            : variable.Values.Append(variable.Default).ToEquatableArray();
}
