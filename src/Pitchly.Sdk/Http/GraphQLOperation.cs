namespace Pitchly.Http;

/// <summary>A GraphQL operation as the schema describes it.</summary>
/// <param name="name">Its name in the document.</param>
/// <param name="field">The root field under which <c>data</c> brings the result.</param>
/// <param name="path">The path of the GraphQL endpoint.</param>
/// <param name="query">The document.</param>
/// <param name="credentialVariable">The variable that carries the token; <see langword="null"/> where the Bearer header does.</param>
/// <param name="isIdempotent">Whether it may be sent twice.</param>
/// <param name="carriesSecret">Whether a variable holds a secret.</param>
public sealed class GraphQLOperation(
    string name, string field, string path, string query, string? credentialVariable, bool isIdempotent, bool carriesSecret = false)
{
    /// <summary>Its name in the document.</summary>
    public string Name { get; } = name;

    /// <summary>The root field under which <c>data</c> brings the result.</summary>
    public string Field { get; } = field;

    /// <summary>The path of the GraphQL endpoint.</summary>
    public string Path { get; } = path;

    /// <summary>The document.</summary>
    public string Query { get; } = query;

    /// <summary>The variable that carries the token; <see langword="null"/> where the Bearer header does.</summary>
    public string? CredentialVariable { get; } = credentialVariable;

    /// <summary>Whether it may be sent twice.</summary>
    public bool IsIdempotent { get; } = isIdempotent;

    /// <summary>Whether a variable holds a secret.</summary>
    public bool CarriesSecret { get; } = carriesSecret;
}
