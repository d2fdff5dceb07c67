using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore;

/// <summary>
/// Stores the keys of Data Protection in the store, unless the App has configured another location, and isolates them by the App ID. By
/// default they are isolated by the server's folder, which may differ between machines.
/// </summary>
internal sealed class StoredKeysSetup(IServiceProvider services)
    : IPostConfigureOptions<KeyManagementOptions>, IPostConfigureOptions<DataProtectionOptions>
{
    public void PostConfigure(string? name, KeyManagementOptions options) =>
        options.XmlRepository ??= new StoredKeys(services.GetRequiredService<IPitchlyStore>());

    public void PostConfigure(string? _, DataProtectionOptions options)
    {
        var folder = services.GetService<IHostEnvironment>()?.ContentRootPath ?? "";
        var name = options.ApplicationDiscriminator;
        if (name is null || Path.TrimEndingDirectorySeparator(name) == Path.TrimEndingDirectorySeparator(folder))
        {
            options.ApplicationDiscriminator =
                "Pitchly/" + services.GetRequiredService<IOptionsMonitor<PitchlyServerOptions>>().CurrentValue.AppId.Value;
        }
    }
}
