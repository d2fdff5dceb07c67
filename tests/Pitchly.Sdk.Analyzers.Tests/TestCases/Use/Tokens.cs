using Pitchly;
using Pitchly.Channels;

internal sealed class Tokens(PitchlyAppClient client)
{
    private static AccessToken? _shared;
    private AccessToken? _token;
    private PitchlySecret? _secret;
    private string _text = "";
    private PitchlyAppClient? _client;
    private Func<ValueTask>? _later;
    private Timer? _timer;

    private event EventHandler? Changed;

    public async Task Keep() => _token = await client.GetAccessTokenAsync(); // PITCHLY2006: a field

    public async Task Share() => _shared = await client.GetAccessTokenAsync().ConfigureAwait(false); // PITCHLY2006: a static

    public void KeepSecret(ConnectSuccess success) => _secret = success.AccessToken; // PITCHLY2006: the token itself

    public async Task KeepText() => _text = (await client.GetAccessTokenAsync()).Value.Reveal(); // PITCHLY2006: its text

    public async Task<DateTimeOffset> Use()
    {
        var token = await client.GetAccessTokenAsync(); // silent: a variable of the method
        return token.ExpiresAt;
    }

    public void KeepId(ConnectSuccess success) => _text = success.OrganizationId.Value; // silent: not a token

    public async Task<PitchlyAppClient> Give(PitchlyAppOptions options, IPitchlyAppCallbacks callbacks)
    {
        await using var made = await PitchlyAppClient.ConnectAsync(options, callbacks);
        return made; // PITCHLY2007: disposed of before the caller has it
    }

    public async Task Store(PitchlyAppOptions options, IPitchlyAppCallbacks callbacks)
    {
        await using var made = await PitchlyAppClient.ConnectAsync(options, callbacks);
        _client = made; // PITCHLY2007: stored, but disposed of
    }

    public async Task Capture(PitchlyAppOptions options, IPitchlyAppCallbacks callbacks)
    {
        await using var made = await PitchlyAppClient.ConnectAsync(options, callbacks);
        _later = () => made.HideFilterAsync(); // PITCHLY2007: captured by a stored lambda
        Changed += async (_, _) => await made.ShowFilterAsync(); // PITCHLY2007: captured by an event handler
    }

    public async Task CaptureToken()
    {
        var token = await client.GetAccessTokenAsync();
        _timer = new Timer(_ => Console.WriteLine(token.ExpiresAt), null, 0, 1000); // PITCHLY2007: a token captured by a timer
    }

    public async Task Within(PitchlyAppOptions options, IPitchlyAppCallbacks callbacks)
    {
        await using var made = await PitchlyAppClient.ConnectAsync(options, callbacks);
        Func<ValueTask> hide = () => made.HideFilterAsync(); // silent: used within the block
        await hide();
    }

    public async Task Owned(PitchlyAppOptions options, IPitchlyAppCallbacks callbacks)
    {
        _client = await PitchlyAppClient.ConnectAsync(options, callbacks); // silent: its owner disposes of it
        Changed?.Invoke(this, EventArgs.Empty);
        Console.WriteLine($"{_token}{_shared}{_secret}{_text.Length}{_later}{_timer}");
    }
}

internal sealed class Newest : IPitchlyAppCallbacks
{
    private PitchlySecret? _token;

    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken)
    {
        connect.Switch(success => _token = success.AccessToken, failure => Console.WriteLine(failure.Error.Reason)); // silent: called at every renewal
        return default;
    }

    public override string ToString() => $"{_token}";
}
