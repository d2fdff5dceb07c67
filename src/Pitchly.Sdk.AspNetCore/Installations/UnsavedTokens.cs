using System.Collections.Concurrent;

namespace Pitchly.AspNetCore.Installations;

/// <summary>The installations with new tokens that this process has received and cannot store yet, with the failure of the store.</summary>
internal sealed class UnsavedTokens
{
    private readonly ConcurrentDictionary<string, PitchlyException> _failures = new(StringComparer.Ordinal);

    public void Add(PitchlyInstallation installation, PitchlyException failure) => _failures[installation.Key] = failure;

    public void Remove(PitchlyInstallation installation) => _failures.TryRemove(installation.Key, out _);

    /// <summary>
    /// Returns the failure that keeps the tokens of an installation from being stored; <see langword="null"/> if there is none.
    /// </summary>
    public PitchlyException? FailureOf(PitchlyInstallation installation) => _failures.GetValueOrDefault(installation.Key);
}
