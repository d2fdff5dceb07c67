using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore.Tests;

/// <summary>A node of an App that runs in the test process.</summary>
internal sealed class InProcessNode : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public InProcessNode(
        Platform platform, IPitchlyStore store, IPitchlyLock locks, TimeProvider time, Action<PitchlyServerOptions>? configure = null)
        : this(platform, server => server.UseStore(_ => store, _ => locks), time, configure)
    {
    }

    public InProcessNode(
        Platform platform, Action<PitchlyServerBuilder> use, TimeProvider? time = null, Action<PitchlyServerOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time ?? TimeProvider.System);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(platform.Settings()).Build();
        use(services.AddPitchlyServer(configuration, configure));
        _services = services.BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    public IPitchlyInstallations Installations => _services.GetRequiredService<IPitchlyInstallations>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
