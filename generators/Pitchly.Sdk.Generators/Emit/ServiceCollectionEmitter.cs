using Pitchly.Generators.Model;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits the extension that registers a schema's clients and callbacks for dependency injection.</summary>
internal static class ServiceCollectionEmitter
{
    public static void Emit(CodeWriter code, SchemaModel schema, TypeText types)
    {
        code.Block($"{code.Access} static partial class {schema.ServiceCollectionExtensionsName}", () =>
        {
            var members = schema.Clients.Select(client => (Action)(() => EmitClient(code, client, types.Own(client.ClientName))))
                .Concat(schema.Channels.Select(channel => (Action)(() => EmitCallbacks(
                    code, channel, types.Own(channel.CallbacksInterfaceName)))));
            code.Separated(members, emit => emit());
        });
    }

    private static void EmitClient(CodeWriter code, ClientModel client, string type)
    {
        code.Summary($"Registers {client.ClientName} with IHttpClientFactory.");
        if (client.Credential is not null)
        {
            code.Line($"/// <remarks>It gets its tokens from the registered <see cref=\"{Known.IAccessTokenProvider}\"/>.</remarks>");
        }

        code.Param("services", "The services to add the client to.");
        code.Param("configure", "Configures the HTTP client, at least its base address.");
        code.Line("/// <returns>The builder, for example to add resilience or other handlers.</returns>");
        if (client.ServerOnly)
        {
            code.Line($"[{Known.ServerOnlyAttribute}]");
        }

        var parameters =
            $"this {Known.IServiceCollection} services, {Known.Action}<{Known.IServiceProvider}, {Known.HttpClient}> configure";
        code.Line($"public static {Known.IHttpClientBuilder} {client.RegistrationName}({parameters}) =>");
        code.Indented(() => code.Line($"{Known.PitchlyHttpClientExtensions}.AddPitchlyHttpClient<{type}>(services, configure);"));
    }

    private static void EmitCallbacks(CodeWriter code, ChannelModel channel, string type)
    {
        code.Summary($"Registers the App's callbacks for the channel {channel.Name}.");
        code.Line("/// <typeparam name=\"TCallbacks\">The class that implements the callbacks.</typeparam>");
        code.Param("services", "The services to add the callbacks to.");
        const string Kept = $"[{Known.DynamicallyAccessedMembersAttribute}({Known.DynamicallyAccessedMemberTypes}.PublicConstructors)]";
        code.Line($"public static {Known.IServiceCollection} "
            + $"Add{channel.CallbacksName}<{Kept} TCallbacks>(this {Known.IServiceCollection} services)");
        code.Indented(() => code.Line(
            $"where TCallbacks : class, {type} => {Known.ServiceCollectionServiceExtensions}.AddSingleton<{type}, TCallbacks>(services);"));
    }
}
