using Pitchly.Generators.Model;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits the extension that registers a schema's clients and callbacks for dependency injection.</summary>
internal static class ServiceCollectionEmitter
{
    public static void Emit(CodeWriter code, SchemaModel schema)
    {
        code.Block($"public static partial class {schema.ServiceCollectionExtensionsName}", () =>
        {
            var members = schema.Clients.Select(client => (Action)(() => EmitClient(code, client, Qualified(schema, client.ClientName))))
                .Concat(schema.Channels.Select(channel => (Action)(() => EmitCallbacks(code, channel, Qualified(schema, channel.CallbacksInterfaceName)))));
            code.Separated(members, emit => emit());
        });
    }

    private static void EmitClient(CodeWriter code, ClientModel client, string type)
    {
        code.Summary($"Registers {client.ClientName} over IHttpClientFactory.");
        if (client.Credential is not null)
        {
            code.Line("/// <remarks>It takes its tokens from the registered <see cref=\"IAccessTokenProvider\"/>.</remarks>");
        }

        code.Param("services", "Where to register it.");
        code.Param("configure", "Sets the base address, and whatever else the requests need.");
        code.Line("/// <returns>The builder, to which resilience and other handlers can be added.</returns>");
        if (client.ServerOnly)
        {
            code.Line("[ServerOnly]");
        }

        var parameters = "this IServiceCollection services, Action<IServiceProvider, HttpClient> configure";
        code.Line($"public static IHttpClientBuilder {client.RegistrationName}({parameters}) =>");
        code.Indented(() => code.Line($"services.AddPitchlyHttpClient<{type}>(configure);"));
    }

    private static void EmitCallbacks(CodeWriter code, ChannelModel channel, string type)
    {
        code.Summary($"Registers the App's callbacks of the channel {channel.Name}.");
        code.Line("/// <typeparam name=\"TCallbacks\">The class that implements them.</typeparam>");
        code.Param("services", "Where to register them.");
        code.Line($"public static IServiceCollection Add{channel.CallbacksName}<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TCallbacks>(this IServiceCollection services)");
        code.Indented(() => code.Line($"where TCallbacks : class, {type} => services.AddSingleton<{type}, TCallbacks>();"));
    }

    private static string Qualified(SchemaModel schema, string name) =>
        "global::" + string.Join(".", schema.Namespace.Split('.').Select(CSharpName.Escape)) + "." + name;
}
