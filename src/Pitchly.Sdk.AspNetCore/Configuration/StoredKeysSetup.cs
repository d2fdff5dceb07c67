using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore;

/// <summary>Keeps the keys of Data Protection in the store, unless the App has put them elsewhere.</summary>
internal sealed class StoredKeysSetup(IPitchlyStore store) : IPostConfigureOptions<KeyManagementOptions>
{
    public void PostConfigure(string? name, KeyManagementOptions options) => options.XmlRepository ??= new StoredKeys(store);
}
