using System.Net.Http.Headers;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>A whole response: its status, its value, and its headers.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Status">The status, for example 201.</param>
/// <param name="Body">The value in the response; the type's default, such as null, if there is none.</param>
/// <param name="Headers">The headers, by case-insensitive name. Several values of one name are separated by commas.</param>
public sealed record PitchlyResponse<T>(int Status, T Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Returns the value of a header; <see langword="null"/> if there is none.</summary>
    /// <param name="name">The name of the header.</param>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    internal static PitchlyResponse<T> Of(HttpResponseMessage response, T body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(response.Headers, headers);
        Add(response.Content.Headers, headers);
        return new PitchlyResponse<T>((int)response.StatusCode, body, headers);
    }

    private static void Add(HttpHeaders from, Dictionary<string, string> to)
    {
        foreach (var header in from)
        {
            to[header.Key] = string.Join(", ", header.Value);
        }
    }
}

/// <summary>Describes the value in a response with some statuses.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="First">The first status.</param>
/// <param name="Last">The last status.</param>
/// <param name="Read">A delegate that reads the value; <see langword="null"/> if there is nothing to read.</param>
public sealed record PitchlyResult<T>(int First, int Last, JsonReadFunc<T>? Read);
