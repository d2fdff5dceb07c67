namespace Pitchly.Emulator.Configuration;

/// <summary>Reports all problems of a configuration in one exception.</summary>
internal static class ConfigurationProblems
{
    /// <summary>Returns an exception with one line for each problem.</summary>
    /// <param name="path">The file that contains the problems; <see langword="null"/> if the options do not come from a file.</param>
    /// <param name="problems">The problems, each with its JSON pointer and its solution.</param>
    public static EmulatorException ToException(string? path, IEnumerable<string> problems) => new(
        string.Join(Environment.NewLine, problems.Select(problem => path is null ? problem : $"{path}: {problem}")));
}
