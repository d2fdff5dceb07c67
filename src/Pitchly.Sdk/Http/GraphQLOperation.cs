using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>A GraphQL operation as the schema describes it.</summary>
/// <param name="name">The operation's name in the document.</param>
/// <param name="field">The root field of <c>data</c> that contains the result.</param>
/// <param name="path">The path of the GraphQL endpoint.</param>
/// <param name="query">The document.</param>
/// <param name="credentialVariable">
/// The variable that contains the access token; <see langword="null"/> if the token is sent in the Bearer header.
/// </param>
/// <param name="isIdempotent">Whether the operation may be sent twice.</param>
/// <param name="carriesSecret">Whether a variable contains a secret.</param>
public sealed class GraphQLOperation(
    string name, string field, string path, string query, string? credentialVariable, bool isIdempotent, bool carriesSecret = false)
    : PitchlyEndpoint(name, HttpMethod.Post, path, isIdempotent, carriesSecret)
{
    /// <summary>Gets the root field of <c>data</c> that contains the result.</summary>
    public string Field { get; } = field;

    /// <summary>Gets the document.</summary>
    public string Query { get; } = query;

    /// <summary>
    /// Gets the variable that contains the access token; <see langword="null"/> if the token is sent in the Bearer header.
    /// </summary>
    public string? CredentialVariable { get; } = credentialVariable;

    /// <summary>Gets the name and the document as they are sent.</summary>
    internal (JsonEncodedText Name, JsonEncodedText Query) Encoded { get; } =
        (WellFormedEncoder.Encoded(name), WellFormedEncoder.Encoded(query));

    /// <summary>Creates a request without variables.</summary>
    public new PitchlyRequest Request() => Request(0, static (_, _) => { });

    /// <summary>Creates a request.</summary>
    /// <typeparam name="T">The type of the variables.</typeparam>
    /// <param name="variables">The variables.</param>
    /// <param name="write">A delegate that writes the members of the variables.</param>
    public PitchlyRequest Request<T>(T variables, Action<Utf8JsonWriter, T> write) =>
        new(this, new GraphQLSource<T>(this, variables, write));
}
