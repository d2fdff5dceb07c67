using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads the addresses of a client's servers.</summary>
internal sealed class ServerReader(DiagnosticBag diagnostics)
{
    /// <summary>Reads the servers of a client.</summary>
    public EquatableArray<ServerDeclaration> Read(SchemaObject client)
    {
        var servers = new List<ServerDeclaration>();
        foreach (var node in client.Get("servers")?.Items ?? [])
        {
            if (SchemaObject.Of(node, null, Keywords.Server, diagnostics) is { } server
                && server.Require("url", "it is the address, for example \"https://{region}.example/api\"") is { } url)
            {
                Check(url);
                servers.Add(new ServerDeclaration(url, server.GetText("name"), server.GetText("description"), ReadVariables(server, url)));
            }
        }

        return servers.ToEquatableArray();
    }

    private EquatableArray<ServerVariableDeclaration> ReadVariables(SchemaObject server, Name url)
    {
        var variables = new List<ServerVariableDeclaration>();
        foreach (var entry in server.Entries("variables", "The variable"))
        {
            if (SchemaObject.Of(entry.Value, entry.Name.Text, Keywords.ServerVariable, diagnostics) is { } variable)
            {
                variables.Add(new ServerVariableDeclaration(
                    entry.Name,
                    variable.GetText("description"),
                    variable.GetText("default"),
                    (variable.Get("enum")?.Items ?? []).Select(item => item.Text).ToEquatableArray()));
            }
        }

        foreach (var unused in variables.Where(variable => !PathTemplate.NamesIn(url.Text).Contains(variable.Name.Text)))
        {
            diagnostics.Add(
                SchemaDescriptors.WrongValue, unused.Name.At, "A variable", $"one that '{url.Text}' contains", $"'{unused.Name.Text}'");
        }

        return ServerDeclaration.Complete(url, variables);
    }

    private void Check(Name url)
    {
        if (ServerDeclaration.FaultOf(url.Text) is { } fault)
        {
            diagnostics.Add(
                SchemaDescriptors.WrongValue,
                url.At,
                "'url'",
                "an HTTP address without a query, or a relative address",
                $"'{url.Text}', which {fault}");
        }
    }
}
