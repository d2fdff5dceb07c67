namespace Pitchly.Emulator;

/// <summary>How the emulator starts.</summary>
public sealed class EmulatorOptions
{
    /// <summary>The port on the loopback address; 0 for one that is free.</summary>
    public int Port { get; set; }

    /// <summary>The SQLite file that keeps the data; in memory if not set.</summary>
    public string? DatabasePath { get; set; }

    /// <summary>The redirect URIs of the App; the first is taken where a request names none.</summary>
    public IReadOnlyList<Uri> RedirectUris { get; set; } = [new("http://localhost:5000/signin-pitchly")];

    /// <summary>Whether the simulated user approves the App when asked to.</summary>
    public bool UserApproves { get; set; } = true;

    /// <summary>Faults that wait from the start.</summary>
    public IReadOnlyList<Fault> Faults { get; set; } = [];

    /// <summary>Where it logs; nowhere if not set.</summary>
    public Action<ILoggingBuilder>? Logging { get; set; }

    /// <summary>The clock by which tokens expire.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
