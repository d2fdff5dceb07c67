using System.Text.Json;
using Pitchly.Json;
using Pitchly.OAuth;

namespace Pitchly.Http;

/// <summary>The description of a failure's body, as the schema defines it.</summary>
public abstract class PitchlyFailure
{
    private readonly StatusRange _statuses;

    private protected PitchlyFailure(StatusRange statuses) => _statuses = statuses;

    /// <summary>Creates the description of the failures with some statuses.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="read">A delegate that reads the body.</param>
    /// <param name="statuses">The statuses.</param>
    public static PitchlyFailure Of<T>(JsonReadFunc<T> read, StatusRange statuses) => new Typed<T>(read, statuses);

    /// <summary>Combines several descriptions. The one with the narrowest range that contains the status applies.</summary>
    /// <param name="failures">The descriptions.</param>
    public static PitchlyFailure OneOf(params PitchlyFailure[] failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        return new Several([.. failures.OrderBy(failure => (long)failure._statuses.Last - failure._statuses.First)]);
    }

    /// <summary>Returns the failure that a body describes; <see langword="null"/> if the body does not describe one.</summary>
    internal PitchlyHttpException? Read(ResponseBody body, int status, TimeSpan? retryAfter)
    {
        if (body.IsEmpty || !_statuses.Contains(status))
        {
            return null;
        }

        try
        {
            return ReadBody(body, status, retryAfter);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private protected abstract PitchlyHttpException ReadBody(ResponseBody body, int status, TimeSpan? retryAfter);

    private sealed class Several(PitchlyFailure[] failures) : PitchlyFailure(StatusRange.Default)
    {
        private protected override PitchlyHttpException ReadBody(ResponseBody body, int status, TimeSpan? retryAfter) =>
            failures.FirstOrDefault(failure => failure._statuses.Contains(status))?.ReadBody(body, status, retryAfter)
                ?? throw new JsonException("The schema does not describe a failure with this status.");
    }

    private sealed class Typed<T>(JsonReadFunc<T> read, StatusRange statuses) : PitchlyFailure(statuses)
    {
        private protected override PitchlyHttpException ReadBody(ResponseBody body, int status, TimeSpan? retryAfter)
        {
            var failure = body.Read(read);
            return new PitchlyHttpException<T>(ToError(failure, status), failure, body.Text) { RetryAfter = retryAfter };
        }

        private static PitchlyError ToError(T failure, int status) => failure switch
        {
            PitchlyError error => error,
            OAuthError error => new PitchlyError(
                error.Error, PitchlyError.Cut(error.ErrorDescription ?? $"The server refused the request with '{error.Error}'."), status),
            _ => new PitchlyError($"http-{status}", $"The server responded with {status}.", status),
        };
    }
}
