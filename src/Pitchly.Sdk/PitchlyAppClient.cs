using System.Reflection;
using Pitchly.Channels;

namespace Pitchly;

public sealed partial class PitchlyAppClient : IAccessTokenProvider, IAccessTokenSource
{
    private static readonly string SdkName = "Pitchly.Sdk/" +
        (typeof(PitchlyAppClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? "0");

    private readonly AppId _appId;
    private AccessTokenManager? _tokens;

    private PitchlyAppClient(PitchlyAppOptions options, IPitchlyAppCallbacks callbacks)
        : this(options.Transport ?? WebSocketTo(options), new ExpiryCallbacks(callbacks, options.TimeProvider), options)
    {
        _appId = options.AppId;
        _tokens = new AccessTokenManager(this, TokenOptions(options), CallbackQueue);
    }

    /// <summary>Gets the state of the access token's life cycle.</summary>
    public AccessTokenState AccessTokenState => Tokens.State;

    private AccessTokenManager Tokens => _tokens!;

    /// <summary>Connects an App: opens the channel, introduces the App, and requests a first access token.</summary>
    /// <param name="options">The App ID, the platform's address, and other options.</param>
    /// <param name="callbacks">The callbacks to run for events. OnConnectAsync has run before this method returns.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <returns>
    /// The client. It has a token, unless Pitchly itself is temporarily not available. In that case, the client keeps trying, as the guide
    /// specifies, and OnConnectAsync has reported the error.
    /// </returns>
    /// <exception cref="ArgumentException">An option is missing or invalid.</exception>
    /// <exception cref="PitchlyException">
    /// The channel can't be opened, or Pitchly refused the App permanently, for example because the App does not exist.
    /// </exception>
    public static async ValueTask<PitchlyAppClient> ConnectAsync(
        PitchlyAppOptions options, IPitchlyAppCallbacks callbacks, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(callbacks);
        options.Validate();
        var client = new PitchlyAppClient(options, callbacks);
        try
        {
            await client.StartAsync(cancellationToken).ConfigureAwait(false);
            var response = await client.Tokens.GenerateAccessTokenAsync(cancellationToken).ConfigureAwait(false);
            return response.TryGetFailure(out var failure) && !failure.Error.IsTransient
                ? throw new PitchlyException(failure.Error)
                : client;
        }
        catch
        {
            await client.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
        Tokens.GetAccessTokenAsync(cancellationToken);

    /// <inheritdoc/>
    public void Reject(AccessToken token) => Tokens.Reject(token);

    /// <summary>Requests an access token now. The token in the response may be the same as before.</summary>
    /// <param name="cancellationToken">A token to cancel this wait. The request continues.</param>
    /// <returns>Pitchly's response. OnConnectAsync has run with it before.</returns>
    public ValueTask<ConnectResponse> GenerateAccessTokenAsync(CancellationToken cancellationToken = default) =>
        Tokens.GenerateAccessTokenAsync(cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_tokens is { } tokens)
        {
            await tokens.DisposeAsync().ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    ValueTask<ConnectResponse> IAccessTokenSource.RequestAsync(CancellationToken cancellationToken) =>
        GenerateAccessTokenAsync(new AccessTokenRequest { AppId = _appId }, cancellationToken);

    /// <inheritdoc/>
    protected override ValueTask HandshakeAsync(CancellationToken cancellationToken) =>
        ReadyAsync(new ReadyMessage { AppId = _appId, Sdk = SdkName }, cancellationToken);

    partial void ConnectReceived(ConnectResponse value)
    {
        if (value.TryGetSuccess(out var success))
        {
            Tokens.Accept(success);
        }
    }

    private AccessTokenOptions TokenOptions(PitchlyAppOptions options) => new()
    {
        RetryDelay = options.RetryDelay,
        TimeProvider = options.TimeProvider,
        Random = options.Random,
        LoggerFactory = options.LoggerFactory,
        OnConnect = RaiseConnectAsync,
    };

    private static PitchlyTransportFactory WebSocketTo(PitchlyAppOptions options)
    {
        var origin = new UriBuilder(options.Origin) { Path = $"/apps/{Uri.EscapeDataString(options.AppId.Value)}/channel" };
        origin.Scheme = origin.Scheme == Uri.UriSchemeHttp ? Uri.UriSchemeWs : Uri.UriSchemeWss;
        return cancellationToken => WebSocketTransport.ConnectAsync(origin.Uri, options.MaximumMessageBytes, cancellationToken);
    }
}
