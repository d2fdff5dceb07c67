namespace Pitchly.Analyzers.Options;

/// <summary>Where a project's output runs, which decides how bad a secret in it is.</summary>
internal enum ProjectKind
{
    /// <summary>A library or a program that is neither of the others.</summary>
    Other,

    /// <summary>Ships to users: whatever is in it, they can read.</summary>
    Client,

    /// <summary>Runs on machines of its owner; its source code still travels.</summary>
    Server,

    /// <summary>Tests.</summary>
    Test,
}
