using GraphQL;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.GraphQL;

/// <summary>The context of a request in addition to its document: the credential of v2.</summary>
/// <param name="bearer">The token of <c>Authorization: Bearer</c>, or <see langword="null"/> if there is none.</param>
internal sealed class CallContext(string? bearer) : Dictionary<string, object?>
{
    private const string Scheme = "Bearer ";

    public string? Bearer { get; } = bearer;

    /// <summary>Creates the context from the value of an Authorization header.</summary>
    public static CallContext Of(string? authorization) =>
        new(authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? null
            : authorization[Scheme.Length..].Trim());

    /// <summary>Returns the caller of a field. The field's own arguments, which are the credentials of v1, take precedence.</summary>
    /// <exception cref="PitchlyFault">The credential is missing or not valid.</exception>
    public static Caller CallerOf(IResolveFieldContext context, Callers callers)
    {
        if (context.GetArgument<string?>("secretKey") is { } secret)
        {
            return callers.BySecret(secret) ?? throw PitchlyFault.InvalidToken();
        }

        var token = context.GetArgument<string?>("accessToken") ?? ((CallContext)context.UserContext).Bearer;
        return callers.ByToken(token) ?? throw PitchlyFault.InvalidToken();
    }
}
