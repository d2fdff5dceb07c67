using System.Text;
using System.Threading.Channels;
using Microsoft.JSInterop;
using Pitchly.Channels;

namespace Pitchly.Browser.Transports;

/// <summary>
/// A transport that is implemented by a JavaScript module. The module's <c>connect</c> function returns <c>send</c>, <c>dropped</c>,
/// <c>timeoutAdvice</c> and <c>close</c>.
/// </summary>
internal sealed class ModuleTransport : IPitchlyTransport
{
    private readonly Channel<ReadOnlyMemory<byte>> _incoming = Channel.CreateUnbounded<ReadOnlyMemory<byte>>();
    private readonly DotNetObjectReference<ModuleTransport> _receiver;
    private IJSObjectReference? _connection;

    private ModuleTransport(string peer) => (Peer, _receiver) = (peer, DotNetObjectReference.Create(this));

    public string Peer { get; }

    /// <summary>Gets the advice to show if there is no response.</summary>
    public string TimeoutAdvice { get; private set; } = "";

    /// <summary>Imports a module and calls its <c>connect</c> function. The peer is the address of the other end.</summary>
    /// <exception cref="IOException">The module can't connect. The message gives the reason.</exception>
    public static async ValueTask<ModuleTransport> ConnectAsync(
        IJSRuntime javaScript, string module, string peer, object[] arguments, CancellationToken cancellationToken)
    {
        var transport = new ModuleTransport(peer);
        try
        {
            await using var imported = await javaScript
                .InvokeAsync<IJSObjectReference>("import", cancellationToken, $"./_content/Pitchly.Sdk.Browser/{module}")
                .ConfigureAwait(false);
            transport._connection = await imported
                .InvokeAsync<IJSObjectReference>("connect", cancellationToken, [transport._receiver, peer, .. arguments])
                .ConfigureAwait(false);
            transport.TimeoutAdvice = await transport._connection.InvokeAsync<string>("timeoutAdvice", cancellationToken)
                .ConfigureAwait(false);
            return transport;
        }
        catch (JSException error)
        {
            transport._receiver.Dispose();
            throw new IOException(error.Message.Split('\n')[0], error);
        }
        catch
        {
            transport._receiver.Dispose();
            throw;
        }
    }

    /// <summary>Called by the module for each message.</summary>
    [JSInvokable]
    public void Receive(string text) => _incoming.Writer.TryWrite(Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// Returns the number of messages that the module dropped because they came from elsewhere, had no type or were too large.
    /// </summary>
    public ValueTask<long> GetDroppedMessagesAsync(CancellationToken cancellationToken) =>
        _connection!.InvokeAsync<long>("dropped", cancellationToken);

    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        try
        {
            await _connection!.InvokeVoidAsync("send", cancellationToken, Encoding.UTF8.GetString(message.Span)).ConfigureAwait(false);
        }
        catch (Exception error) when (error is JSException or JSDisconnectedException)
        {
            throw new IOException("The browser did not accept the message.", error);
        }
    }

    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (await _incoming.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_incoming.Reader.TryRead(out var message))
            {
                return message;
            }
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        _incoming.Writer.TryComplete();
        try
        {
            if (_connection is { } connection)
            {
                await connection.InvokeVoidAsync("close").ConfigureAwait(false);
                await connection.DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is JSDisconnectedException or JSException or ObjectDisposedException)
        {
            // The browser is disconnected, and its event listeners are removed.
        }

        _receiver.Dispose();
    }
}
