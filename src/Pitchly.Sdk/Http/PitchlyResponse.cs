using System.Net.Http.Headers;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>A whole answer: its status, its headers, and what it brings.</summary>
/// <typeparam name="T">The type of what it brings.</typeparam>
/// <param name="Status">The status, for example 201.</param>
/// <param name="Body">What it brings; the default, such as null, if it brings nothing.</param>
/// <param name="Headers">Its headers, by names whose case does not count; values of one name are joined by commas.</param>
public sealed record PitchlyResponse<T>(int Status, T Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Returns a header's value; <see langword="null"/> if there is none.</summary>
    /// <param name="name">Its name.</param>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    internal static PitchlyResponse<T> Of(HttpResponseMessage answer, T body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(answer.Headers, headers);
        Add(answer.Content.Headers, headers);
        return new PitchlyResponse<T>((int)answer.StatusCode, body, headers);
    }

    private static void Add(HttpHeaders from, Dictionary<string, string> to)
    {
        foreach (var header in from)
        {
            to[header.Key] = string.Join(", ", header.Value);
        }
    }
}

/// <summary>What an answer of some statuses brings.</summary>
/// <typeparam name="T">The type of what it brings.</typeparam>
/// <param name="First">The first status.</param>
/// <param name="Last">The last status.</param>
/// <param name="Read">Reads it; <see langword="null"/> if there is nothing to read.</param>
public sealed record PitchlyResult<T>(int First, int Last, JsonReadFunc<T>? Read);
