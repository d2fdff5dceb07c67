using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore;

/// <summary>Configures the store of a server's installations.</summary>
public sealed class PitchlyServerBuilder
{
    internal PitchlyServerBuilder(IServiceCollection services) => Services = services;

    /// <summary>Gets the services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Sets the store and its lock. If the method is called several times, the last call applies.</summary>
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
