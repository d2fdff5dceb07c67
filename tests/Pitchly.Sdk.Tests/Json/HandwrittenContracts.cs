using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pitchly.Sdk.Tests.Json;

// The contracts of the shipped schemas, written by hand for JsonSerializer. The tests compare them with the generated ones.
internal sealed record HandError(string Name, string Reason, int Code);

internal sealed record HandSuccess(string AccessToken, string AccessTokenExpiresAt, string OrganizationId);

internal sealed record HandFailure(HandError Error);

internal sealed record HandReady(string AppId, string Sdk);

internal sealed record HandTokenRequest(string AppId);

internal sealed record HandCodeGrant(
    [property: JsonPropertyName("client_id")] string ClientId,
    [property: JsonPropertyName("client_secret")] string ClientSecret,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("redirect_uri")] string RedirectUri,
    [property: JsonPropertyName("code_verifier")] string CodeVerifier,
    [property: JsonPropertyName("scope")] string? Scope)
{
    [JsonPropertyName("grant_type"), JsonPropertyOrder(-1)]
    public string GrantType { get; init; } = "authorization_code";
}

internal sealed record HandRefreshGrant(
    [property: JsonPropertyName("client_id")] string ClientId,
    [property: JsonPropertyName("client_secret")] string ClientSecret,
    [property: JsonPropertyName("refresh_token")] string RefreshToken,
    [property: JsonPropertyName("scope")] string? Scope)
{
    [JsonPropertyName("grant_type"), JsonPropertyOrder(-1)]
    public string GrantType { get; init; } = "refresh_token";
}

internal sealed record HandAppGrant(
    [property: JsonPropertyName("client_id")] string ClientId,
    [property: JsonPropertyName("client_secret")] string ClientSecret,
    [property: JsonPropertyName("organization_id")] string OrganizationId)
{
    [JsonPropertyName("grant_type"), JsonPropertyOrder(-1)]
    public string GrantType { get; init; } = "client_credentials";
}

internal sealed record HandTokens(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("expires_in")] int? ExpiresIn,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken,
    [property: JsonPropertyName("scope")] string? Scope,
    [property: JsonPropertyName("token_type")] string? TokenType);

internal sealed record HandOAuthError(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string? Description);

internal sealed record HandDatabase(
    [property: JsonPropertyName("_id")] string Id, string Name, HandField[] Fields, HandSavedFilter[]? Filters, HandTemplate[]? Templates);

internal sealed record HandField(
    [property: JsonPropertyName("_id")] string Id, string Name, string Type, bool? Primary, bool? Required, JsonElement? Restrict,
    string? Database);

internal sealed record HandSavedFilter([property: JsonPropertyName("_id")] string Id, string Name, JsonElement Filter);

internal sealed record HandTemplate(string Path, string Name);

internal sealed record HandRow([property: JsonPropertyName("_id")] string Id, HandCol[] Cols);

internal sealed record HandCol(string FieldId, HandValue Value);

internal sealed record HandValue(JsonElement Val, string? Currency, string? Type, long? Size);

internal sealed record HandRowInput(HandCol[] Cols);

internal sealed record HandWrittenRow([property: JsonPropertyName("_id")] string Id);

internal sealed record HandWorkspaceMessage(string WorkspaceId);

internal sealed record HandTableMessage(string TableId);

internal sealed record HandActiveCell(string FieldId, string RecordId);

internal sealed record HandFocus(bool IsFocused);

internal sealed record HandPerson(string PersonId);
