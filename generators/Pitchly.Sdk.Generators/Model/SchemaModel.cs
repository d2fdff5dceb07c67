using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>A schema in C# terms, with every name chosen and every reference resolved. It knows no positions, so it stays equal when only they change.</summary>
/// <param name="FileName">The schema's file name without its suffix, for example <c>app</c>.</param>
/// <param name="Name">The same as a C# name, for example <c>App</c>.</param>
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
    EquatableArray<ClientModel> Clients);

/// <summary>What a declaration says to its readers.</summary>
internal sealed record Docs(string Summary, bool Obsolete);
