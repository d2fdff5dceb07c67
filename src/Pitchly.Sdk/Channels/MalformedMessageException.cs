using System.Text.Json;

namespace Pitchly.Channels;

/// <summary>The payload of an event does not match the schema. The exception is caused by the message, not by the callback.</summary>
internal sealed class MalformedMessageException(JsonException cause) : Exception(cause.Message, cause);
