using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore;

/// <summary>Chooses where a server keeps its installations.</summary>
public sealed class PitchlyServerBuilder
{
    internal PitchlyServerBuilder(IServiceCollection services) => Services = services;

    /// <summary>Gets the services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Sets the store and its lock. The last call counts.</summary>
    /// <param name="store">Creates the store.</param>
    /// <param name="locks">Creates the lock.</param>
    public PitchlyServerBuilder UseStore(Func<IServiceProvider, IPitchlyStore> store, Func<IServiceProvider, IPitchlyLock> locks)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(locks);
        Services.Replace(ServiceDescriptor.Singleton(store));
        Services.Replace(ServiceDescriptor.Singleton(locks));
        return this;
    }
}
