using System.Collections.Concurrent;
using Pitchly.Data;

namespace Pitchly.AspNetCore.Node;

/// <summary>Calls Pitchly for the installations in turn and counts the results.</summary>
internal sealed class Caller(IPitchlyInstallations installations, IReadOnlyList<PitchlyInstallation> all, Uri api)
{
    private readonly HttpClient _http = new() { BaseAddress = api };

    /// <summary>Makes calls and returns their number, the number of refused tokens, and the errors that reached the caller.</summary>
    public async Task<string> CallAsync(int count, int concurrency)
    {
        var errors = new ConcurrentDictionary<string, int>();
        var refused = 0;
        var clients = all.Select(one => new PitchlyDataClient(_http, new CountedTokens(installations.GetTokens(one), () =>
            Interlocked.Increment(ref refused))))
            .ToList();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (index, cancellationToken) =>
        {
            try
            {
                await clients[index % clients.Count].GetDatabasesAsync(all[index % all.Count].OrganizationId,
                    cancellationToken: cancellationToken);
            }
            catch (PitchlyException error)
            {
                if (errors.IsEmpty)
                {
                    await Console.Error.WriteLineAsync(error.Message);
                }

                errors.AddOrUpdate(error.Error.Name, 1, static (_, before) => before + 1);
            }
        });
        return $"{count} calls, {refused} refused, errors: {string.Join(", ", errors.OrderBy(one => one.Key).Select(one =>
            $"{one.Key} {one.Value}"))}";
    }

    /// <summary>Returns the short hash of each installation's token, or the name of its error.</summary>
    public async Task<string> TokenAsync()
    {
        var answers = await Task.WhenAll(all.Select(async one =>
        {
            try
            {
                return (await installations.GetAccessTokenAsync(one)).Value.ShortHash;
            }
            catch (PitchlyException error)
            {
                return error.Error.Name;
            }
        }));
        return string.Join(' ', answers);
    }

    private sealed class CountedTokens(IAccessTokenProvider tokens, Action refused) : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
            tokens.GetAccessTokenAsync(cancellationToken);

        public void Reject(AccessToken token)
        {
            refused();
            tokens.Reject(token);
        }
    }
}
