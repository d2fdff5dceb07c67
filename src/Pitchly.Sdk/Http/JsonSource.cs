using System.Text.Json;

namespace Pitchly.Http;

/// <summary>What a request carries as JSON. It is written for each attempt, since the body may hold the token.</summary>
internal abstract class JsonSource
{
    /// <summary>Gets whether the access token stands in the body, and so in no header.</summary>
    public virtual bool HoldsToken => false;

    /// <summary>Writes it.</summary>
    /// <exception cref="ArgumentException">A text holds half a surrogate pair.</exception>
    public abstract JsonBody Write(AccessToken? token);
}

/// <summary>A value.</summary>
internal sealed class JsonValueSource<T>(T value, Action<Utf8JsonWriter, T> write) : JsonSource
{
    public override JsonBody Write(AccessToken? token) => JsonBody.Write(value, write);
}

/// <summary>A GraphQL operation with its variables.</summary>
internal sealed class GraphQLSource<T>(GraphQLOperation operation, T variables, Action<Utf8JsonWriter, T> write) : JsonSource
{
    public override bool HoldsToken => operation.CredentialVariable is not null;

    public override JsonBody Write(AccessToken? token) =>
        JsonBody.Write((Source: this, token), static (writer, state) => state.Source.WriteTo(writer, state.token));

    private void WriteTo(Utf8JsonWriter writer, AccessToken? token) => operation.Write(writer, variables, write, token);
}
