using System.Text.Json;

namespace Pitchly.Channels;

/// <summary>What an event carries does not have the shape that the schema says: the message is to blame, and no callback.</summary>
internal sealed class MalformedMessageException(JsonException cause) : Exception(cause.Message, cause);
