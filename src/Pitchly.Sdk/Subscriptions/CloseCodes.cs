using System.Net.WebSockets;

namespace Pitchly.Subscriptions;

/// <summary>Interprets the codes with which a server closes a connection (RFC 6455, section 7.4; graphql-transport-ws).</summary>
internal static class CloseCodes
{
    public const int BadMessage = 4400;

    private const int Unauthorized = 4401, Forbidden = 4403, InitTooLate = 4408, LastOfClient = 4499;

    /// <summary>Returns the exception for a code: the connection is lost and can be reopened, or the server refuses permanently.</summary>
    /// <param name="server">The server's origin.</param>
    /// <param name="status">The code; <see langword="null"/> if the server sent none.</param>
    /// <param name="description">The description that the server sent with the code.</param>
    public static Exception ToException(string server, WebSocketCloseStatus? status, string? description)
    {
        var code = (int)(status ?? WebSocketCloseStatus.Empty);
        var reason = $"{server} closed the subscription: {code}{(string.IsNullOrWhiteSpace(description) ? "" : " " + description)}.";
        return IsPermanent(code)
            ? new PitchlyException(new PitchlyError(NameOf(code), PitchlyError.Cut(reason), code))
            : new ConnectionLostException(reason);
    }

    private static bool IsPermanent(int code) => (WebSocketCloseStatus)code switch
    {
        WebSocketCloseStatus.ProtocolError or WebSocketCloseStatus.InvalidMessageType or WebSocketCloseStatus.InvalidPayloadData => true,
        WebSocketCloseStatus.PolicyViolation or WebSocketCloseStatus.MessageTooBig or WebSocketCloseStatus.MandatoryExtension => true,
        _ => code is >= BadMessage and <= LastOfClient and not InitTooLate,
    };

    private static string NameOf(int code) =>
        code is Unauthorized or Forbidden ? PitchlyErrorNames.Unauthenticated : PitchlyErrorNames.SubscriptionClosed;
}
