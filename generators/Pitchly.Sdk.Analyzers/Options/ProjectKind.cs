namespace Pitchly.Analyzers.Options;

/// <summary>Specifies where the output of a project runs, which determines how severe a secret in it is.</summary>
internal enum ProjectKind
{
    /// <summary>A library, or a program of none of the other kinds.</summary>
    Other,

    /// <summary>A program that ships to users, who can read everything in it.</summary>
    Client,

    /// <summary>A program that runs on machines of its owner. Its source code may still reach others.</summary>
    Server,

    /// <summary>A test project.</summary>
    Test,
}
