namespace Pitchly.Emulator;

/// <summary>
/// The lifetime of an emulator in a process of others: it lives until it is stopped, and Ctrl+C and SIGTERM are the process's own.
/// </summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
