using Pitchly.Data;

namespace Pitchly.Sdk.Benchmarks.Calls;

/// <summary>The call with the SDK's generated client.</summary>
public sealed class GeneratedCall(HttpClient http)
{
    private readonly PitchlyDataClient _client = new(http, new FixedToken());

    public async Task<int> CountAsync() => (await _client.GetRowsAsync(RowsCall.Database)).Count;

    private sealed class FixedToken : IAccessTokenProvider
    {
        private readonly AccessToken _token = new(new PitchlySecret(RowsCall.Token), DateTimeOffset.UtcNow.AddDays(1));

        public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) => new(_token);

        public void Reject(AccessToken token)
        {
        }
    }
}
