namespace Pitchly.Generators.Schema;

/// <summary>The names of the members of a channel's messages. The parameters match the SDK's <c>MessageEnvelope</c>.</summary>
/// <param name="Type">The member that names the event, request, or command.</param>
/// <param name="Data">The member that contains the payload.</param>
/// <param name="Id">The member that a request and its reply share.</param>
/// <param name="Error">The member that contains the reason why a request was refused.</param>
/// <param name="Sequence">The member that numbers the messages; <see langword="null"/> if they are not numbered.</param>
internal sealed record EnvelopeDeclaration(string Type, string Data, string Id, string Error, string? Sequence);
