using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>
/// Chooses a C# name for each declaration in a document of another format. The names depend on the declarations, never on their order in
/// the document. An information diagnostic reports each name that differs from the expected one.
/// </summary>
internal sealed class TranslatedNames(DiagnosticBag diagnostics)
{
    public SchemaDocument Choose(SchemaDocument document)
    {
        var stem = IdiomaticName.Of(document.Stem, "Api");
        var ns = document.Namespace.Text.Length > 0 ? document.Namespace.Text : NamespaceBelow(document.RootNamespace, stem);
        var clients = Distinct(
            document.Clients.Select(client => (client.Name, IdiomaticName.Of(WithoutClient(client.Name.Text), "Api"))),
            NameKind.Client,
            [],
            "");
        string[] ownNames = [stem + "JsonResolver", .. OfWebhooks(document), .. clients.Values.Select(name => name + "Client")];
        var types = Distinct(
            document.Types.Select(type => (type.Name, IdiomaticName.Of(type.Name.Text, "Type"))),
            NameKind.Type,
            [.. ownNames, .. ReservedNames.Members, .. ReservedNames.MembersOfTypes],
            "Model");
        return document with
        {
            Namespace = document.Namespace with { Text = ns },
            Title = new Name(stem, document.Namespace.At),
            Types = document.Types.Select(type => type with { Type = Name(type.Type, types[type.Name.Text]) }).ToEquatableArray(),
            Webhooks = document.Webhooks is { } webhooks ? Name(webhooks) : null,
            Clients = document.Clients.Select(client => Name(client, clients[client.Name.Text])).ToEquatableArray(),
        };
    }

    private static string[] OfWebhooks(SchemaDocument document) => document.Webhooks is { } webhooks
        ? [
            IdiomaticName.Of(WithoutClient(webhooks.Name.Text), "Api") + "Webhooks",
            "I" + IdiomaticName.Of(WithoutClient(webhooks.Name.Text), "Api") + "Webhooks"
        ]
        : [];

    private TypeSyntax Name(TypeSyntax type, string name)
    {
        var named = type switch
        {
            ObjectSyntax obj => obj with { Properties = NameProperties(obj, name) },
            EnumSyntax values => values with { Values = NameValues(values, name) },
            _ => type,
        };
        return named with { Notes = named.Notes with { CSharpName = new Name(name, type.At) } };
    }

    private EquatableArray<PropertySyntax> NameProperties(ObjectSyntax type, string owner)
    {
        string[] taken = [owner, .. ReservedNames.Members, .. type.Rest is null ? [] : new[] { RecordModel.RestName }];
        var names = Distinct(
            type.Properties
                .Where(property => property.Type is not ConstSyntax)
                .Select(property => (property.Name, IdiomaticName.Of(property.Name.Text, "Property"))),
            NameKind.Property,
            taken,
            "Value");
        return type.Properties
            .Select(property => names.TryGetValue(property.Name.Text, out var name)
                ? property with { Type = WithName(property.Type, name, property.Name.At) }
                : property)
            .ToEquatableArray();
    }

    private EquatableArray<EnumValueSyntax> NameValues(EnumSyntax type, string owner)
    {
        var prefix = type.Kind == ScalarKind.String ? "" : "Value ";
        var names = Distinct(
            type.Values.Select(value => (value.Name, IdiomaticName.Of(value.Notes?.Title ?? prefix + value.Name.Text, "Empty"))),
            NameKind.Constant,
            [owner, .. ReservedNames.Members, .. ReservedNames.EnumMembers],
            "Value");
        return type.Values
            .Select(value => value with
            {
                Notes = (value.Notes ?? Notes.None) with { Title = null, CSharpName = new Name(names[value.Name.Text], value.Name.At) }
            })
            .ToEquatableArray();
    }

    private WebhooksDeclaration Name(WebhooksDeclaration webhooks)
    {
        var names = Distinct(
            webhooks.Events.Select(item => (item.Name, IdiomaticName.Of(item.Name.Text, "Event"))), NameKind.Event, ReservedNames.Members,
            "Event");
        return webhooks with
        {
            Name = webhooks.Name with { Text = IdiomaticName.Of(WithoutClient(webhooks.Name.Text), "Api") },
            Events = webhooks.Events
                .Select(item => item with { Notes = item.Notes with { CSharpName = new Name(names[item.Name.Text], item.Name.At) } })
                .ToEquatableArray(),
        };
    }

    private ClientDeclaration Name(ClientDeclaration client, string name)
    {
        var endpoints = Distinct(
            client.Endpoints.Select(endpoint => (KeyOf(endpoint), IdiomaticName.Of(endpoint.Name.Text, "Call"))),
            NameKind.Endpoint,
            [name + "Client", .. ReservedNames.Members, .. ReservedNames.ClientMembers],
            "Call");
        return client with
        {
            Name = client.Name with { Text = name },
            Endpoints = client.Endpoints.Select(endpoint => Name(endpoint, endpoints[KeyOf(endpoint).Text])).ToEquatableArray(),
        };
    }

    /// <summary>Returns a unique key for an operation. Two operations may have the same id, although they should not.</summary>
    private static Name KeyOf(EndpointDeclaration endpoint) =>
        endpoint.Name with { Text = $"{endpoint.Name.Text} ({endpoint.Method} {endpoint.Path.Text})" };

    private EndpointDeclaration Name(EndpointDeclaration endpoint, string name)
    {
        var keyed = endpoint.Parameters.Select(parameter => (
            Parameter: parameter, Key: new Name($"{parameter.Name.Text} {parameter.In}", parameter.Name.At))).ToList();
        var names = Distinct(
            keyed.Select(item => (item.Key, IdiomaticName.Of(item.Parameter.Name.Text, "Parameter"))),
            NameKind.Parameter,
            ["Request", "CancellationToken"],
            "Value");
        return endpoint with
        {
            Notes = endpoint.Notes with { CSharpName = new Name(name, endpoint.Name.At) },
            Parameters = keyed
                .Select(item => item.Parameter with
                {
                    Notes = item.Parameter.Notes with { CSharpName = new Name(names[item.Key.Text], item.Parameter.Name.At) }
                })
                .ToEquatableArray(),
        };
    }

    /// <summary>Gives each declaration a unique name. Names that differ only in case are treated as equal.</summary>
    private Dictionary<string, string> Distinct(
        IEnumerable<(Name Name, string Wanted)> things, NameKind kind, IEnumerable<string> taken, string suffix)
    {
        var free = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, string>();
        foreach (var (thing, wanted) in things.OrderBy(thing => thing.Name.Text, StringComparer.Ordinal))
        {
            if (names.ContainsKey(thing.Text))
            {
                continue;
            }

            var name = wanted;
            for (var number = 1; !free.Add(name); number++)
            {
                name = number == 1 ? wanted + suffix : $"{wanted}{suffix}{number}";
            }

            if (name != wanted)
            {
                kind.ReportRenamed(diagnostics, thing, name, $"'{wanted}' is already used");
            }

            names.Add(thing.Text, name);
        }

        return names;
    }

    private static TypeSyntax WithName(TypeSyntax type, string name, SourceRange at) =>
        type with { Notes = type.Notes with { CSharpName = new Name(name, at) } };

    private static string WithoutClient(string name) =>
        name.EndsWith("client", StringComparison.OrdinalIgnoreCase)
            && name.Length > "client".Length
            ? name.Substring(0, name.Length - "client".Length)
            : name;

    private static string NamespaceBelow(string root, string stem) =>
        CSharpName.IsNamespace(root) && root.Length > 0 ? $"{root}.{stem}" : stem;
}
