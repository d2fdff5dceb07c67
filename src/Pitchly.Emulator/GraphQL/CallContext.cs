using GraphQL;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.GraphQL;

/// <summary>What came with a request beside its document: v2's credential.</summary>
/// <param name="bearer">The token of <c>Authorization: Bearer</c>; <see langword="null"/> if there is none.</param>
internal sealed class CallContext(string? bearer) : Dictionary<string, object?>
{
    private const string Scheme = "Bearer ";

    public string? Bearer { get; } = bearer;

    /// <summary>Reads the value of an Authorization header.</summary>
    public static CallContext Of(string? authorization) =>
        new(authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? null
            : authorization[Scheme.Length..].Trim());

    /// <summary>Returns who calls a field. Its own arguments, v1's credentials, come first.</summary>
    /// <exception cref="PitchlyFault">Nobody who is known.</exception>
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
