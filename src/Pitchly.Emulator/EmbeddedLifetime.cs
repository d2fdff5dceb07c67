namespace Pitchly.Emulator;

/// <summary>
/// The lifetime of an emulator inside another program's process: it runs until it is stopped. The emulator does not handle Ctrl+C and
/// SIGTERM.
/// </summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
