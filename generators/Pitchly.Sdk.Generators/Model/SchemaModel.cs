using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>
/// A schema in C# terms, with all names chosen and all references resolved. It contains no source positions, so it stays equal when only
/// positions change.
/// </summary>
/// <param name="FileName">The schema's file name, for example <c>app.pitchly.json</c>.</param>
/// <param name="Name">The schema's title, or otherwise its file name without the suffix, as a C# name, for example <c>App</c>.</param>
/// <param name="Namespace">The namespace of the emitted code.</param>
/// <param name="Types">The declared types, including inline types.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Clients">The HTTP and GraphQL clients.</param>
internal sealed record SchemaModel(
    string FileName,
    string Name,
    string Namespace,
    EquatableArray<TypeModel> Types,
    EquatableArray<ChannelModel> Channels,
    EquatableArray<ClientModel> Clients)
{
    /// <summary>Gets the webhooks, which the server sends over HTTP; <see langword="null"/> if there are none.</summary>
    public WebhooksModel? Webhooks { get; init; }

    /// <summary>Gets a value indicating whether the schema's types are visible only in their own project.</summary>
    public bool IsInternal { get; init; }

    public const string ServiceCollectionNamespace = "Microsoft.Extensions.DependencyInjection";

    /// <summary>Returns the schema with unique names for the registrations of clients whose names several schemas use.</summary>
    /// <param name="shared">The client names that several schemas use.</param>
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

    /// <summary>Gets the name of the class that contains the JSON contracts of the types.</summary>
    public string ResolverName => Name + "JsonResolver";

    /// <summary>Gets the names of the types, each with the full name of the class that contains its JSON contract.</summary>
    public EquatableArray<(string Type, string Resolver)> TypesAndResolver =>
        JsonTypes.Select(type => (type.Name, Namespace.Length == 0 ? ResolverName : $"{Namespace}.{ResolverName}")).ToEquatableArray();

    /// <summary>
    /// Gets the name of the class with the extension methods for dependency injection. The classes of all schemas are in one namespace, so
    /// the name includes the schema's namespace and name.
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

/// <summary>The documentation of a declaration.</summary>
internal sealed record Docs(string Summary, bool Obsolete)
{
    public string? Remarks { get; init; }
}
