using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>
/// A schema in C# terms, with every name chosen and every reference resolved. It knows no positions, so it stays equal when only they
/// change.
/// </summary>
/// <param name="FileName">The schema's file name, for example <c>app.pitchly.json</c>.</param>
/// <param name="Name">Its title, or else that name without its suffix, as a C# name, for example <c>App</c>.</param>
/// <param name="Namespace">The C# namespace of all that is emitted.</param>
/// <param name="Types">The types it declares, the inline ones included.</param>
/// <param name="Channels">Its channels.</param>
/// <param name="Clients">Its HTTP and GraphQL clients.</param>
internal sealed record SchemaModel(
    string FileName,
    string Name,
    string Namespace,
    EquatableArray<TypeModel> Types,
    EquatableArray<ChannelModel> Channels,
    EquatableArray<ClientModel> Clients)
{
    /// <summary>What the server sends by itself, over HTTP; <see langword="null"/> if it sends nothing.</summary>
    public WebhooksModel? Webhooks { get; init; }

    /// <summary>Its types are seen in their own project alone.</summary>
    public bool IsInternal { get; init; }

    public const string ServiceCollectionNamespace = "Microsoft.Extensions.DependencyInjection";

    /// <summary>
    /// Returns the schema with registrations that can be told apart from those of other schemas' clients of the same names.
    /// </summary>
    /// <param name="shared">The names of clients that several schemas have.</param>
    public SchemaModel WithOwnRegistrations(EquatableArray<string> shared) => Clients.Any(client => shared.Contains(client.ClientName))
        ? this with
        {
            Clients = Clients
                .Select(client => shared.Contains(client.ClientName)
                    ? client with { RegistrationName = "Add" + string.Concat(Namespace.Split('.')) + client.ClientName }
                    : client)
                .ToEquatableArray(),
        }
        : this;

    /// <summary>Gets the types that have a JSON form.</summary>
    public IEnumerable<TypeModel> JsonTypes => Types.Where(type => type is not UnionModel { IsByStatus: true });

    /// <summary>Gets the name of the class with the JSON contracts of the types.</summary>
    public string ResolverName => Name + "JsonResolver";

    /// <summary>Gets the names of the types, each with the full name of the class that has its JSON contract.</summary>
    public EquatableArray<(string Type, string Resolver)> TypesAndResolver =>
        JsonTypes.Select(type => (type.Name, Namespace.Length == 0 ? ResolverName : $"{Namespace}.{ResolverName}")).ToEquatableArray();

    /// <summary>
    /// The class of extensions for dependency injection: one namespace holds those of all schemas, so it bears the schema's.
    /// </summary>
    public string ServiceCollectionExtensionsName
    {
        get
        {
            var parts = Namespace.Split('.').ToList();
            if (parts[parts.Count - 1] != Name)
            {
                parts.Add(Name);
            }

            return string.Concat(parts) + "ServiceCollectionExtensions";
        }
    }
}

/// <summary>What a declaration says to its readers.</summary>
internal sealed record Docs(string Summary, bool Obsolete)
{
    public string? Remarks { get; init; }
}
