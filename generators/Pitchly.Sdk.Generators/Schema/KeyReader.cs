using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads the keys: the secrets that identify a client to the server, in addition to the access token.</summary>
internal sealed class KeyReader(DiagnosticBag diagnostics)
{
    /// <summary>Reads the keys of a client.</summary>
    public EquatableArray<KeyDeclaration> Read(SchemaObject client)
    {
        var keys = new List<KeyDeclaration>();
        foreach (var entry in client.Entries("keys", "The key"))
        {
            if (SchemaObject.Of(entry.Value, entry.Name.Text, Keywords.Key, diagnostics) is { } key)
            {
                keys.Add(ReadKey(entry.Name, key));
            }
        }

        return keys.ToEquatableArray();
    }

    /// <summary>Reads which of a client's keys an endpoint sends. The default is all of them.</summary>
    public EquatableArray<string> ReadUses(SchemaObject endpoint, EquatableArray<KeyDeclaration> keys)
    {
        var all = keys.Select(key => key.Name.Text).ToList();
        if (endpoint.Get("keys") is not { } uses)
        {
            return all.ToEquatableArray();
        }

        foreach (var unknown in uses.Items.Where(use => !all.Contains(use.Text)))
        {
            var expected = all.Count == 0 ? "one of the client's 'keys' (the client has none)" : MessageText.OneOf(all);
            diagnostics.Add(SchemaDescriptors.WrongValue, unknown.At, "A value of 'keys'", expected, $"'{unknown.Text}'");
        }

        return all.Where(name => uses.Items.Any(use => use.Text == name)).ToEquatableArray();
    }

    private static KeyDeclaration ReadKey(Name name, SchemaObject key)
    {
        var location = key.OneOf("in", "header", "query", "cookie", "basic") switch
        {
            "query" => KeyLocation.Query,
            "cookie" => KeyLocation.Cookie,
            "basic" => KeyLocation.Basic,
            _ => KeyLocation.Header,
        };
        if (location == KeyLocation.Basic)
        {
            key.Refuse("name", "a key with \"in\": \"basic\"", "the user name and password are sent in the Authorization header");
        }
        else
        {
            key.Require("name", "it is the name of the header, the query parameter or the cookie");
        }

        var wireName = location == KeyLocation.Basic ? "" : key.GetText("name") ?? "";
        return new KeyDeclaration(name, key.GetText("description"), location, wireName);
    }
}
