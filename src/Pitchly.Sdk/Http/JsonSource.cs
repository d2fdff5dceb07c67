using System.Text.Json;

namespace Pitchly.Http;

/// <summary>The JSON body of a request. It is written again for each attempt, because it may contain the access token.</summary>
internal abstract class JsonSource
{
    /// <summary>Gets a value indicating whether the access token is in the body instead of a header.</summary>
    public virtual bool HoldsToken => false;

    /// <summary>Writes the body.</summary>
    /// <exception cref="ArgumentException">A string contains an unpaired surrogate.</exception>
    public abstract JsonBody Write(AccessToken? token);
}

/// <summary>A value as JSON.</summary>
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

    private void WriteTo(Utf8JsonWriter writer, AccessToken? token)
    {
        writer.WriteStartObject();
        writer.WriteString("operationName"u8, operation.Encoded.Name);
        writer.WriteString("query"u8, operation.Encoded.Query);
        writer.WriteStartObject("variables"u8);
        if (operation.CredentialVariable is { } variable && token is not null)
        {
            writer.WriteString(variable, token.Value.Reveal());
        }

        write(writer, variables);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
