using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.OAuth;

/// <summary>
/// The authorization endpoint. <see cref="EmulatorOptions.Consent"/> sets the signed-in person's response, or shows a page.
/// </summary>
internal sealed class AuthorizeEndpoint(
    Storage storage, TokenStore tokens, Installations installations, Workspace workspace, EmulatorOptions options)
{
    public const string Path = "/oauth/authorize";

    public IResult Handle(HttpRequest request)
    {
        var (authorization, refusal) = AuthorizationRequest.Read(request.Query, storage.InitialPlatform);
        if (authorization is null)
        {
            return refusal!;
        }

        return options.Consent switch
        {
            UserConsent.Approve => Approve(authorization),
            UserConsent.Deny => Deny(authorization),

            // In OpenID Connect, "prompt=consent" requests the approval again.
            _ when request.Query["prompt"] != "consent" && installations.IsApproved(authorization.App.AppId, workspace.Person) =>
                Approve(authorization),
            _ => ConsentPage.Show(request, authorization, storage.InitialPlatform, workspace.Person),
        };
    }

    /// <summary>Handles the decision that a person has made on the page.</summary>
    public async Task<IResult> DecideAsync(HttpRequest request)
    {
        // Only this page may submit a decision. The browser sends the origin of a form.
        if (options.Consent != UserConsent.Ask || request.Headers.Origin != $"{request.Scheme}://{request.Host}")
        {
            return Results.Text(
                "A decision is accepted only from the emulator's own page.", "text/plain", statusCode: StatusCodes.Status403Forbidden);
        }

        var (authorization, refusal) = AuthorizationRequest.Read(request.Query, storage.InitialPlatform);
        var (form, unread) = await OAuthForm.ReadAsync(request);
        if ((refusal ?? unread) is { } refused)
        {
            return refused;
        }

        if (storage.InitialPlatform.Person(form!["person"]) is not { } person)
        {
            return ConsentPage.Show(request, authorization!, storage.InitialPlatform, workspace.Person);
        }

        workspace.SignIn(person.Id);
        return form["decision"] == "approve" ? Approve(authorization!) : Deny(authorization!);
    }

    private IResult Approve(AuthorizationRequest authorization)
    {
        var (person, organization) = (workspace.Person, workspace.Organization);
        installations.Approve(authorization.App.AppId, person, organization);
        var approval = Approval.New(authorization.App.AppId, organization.Id, person.Id);
        return authorization.Grant(tokens.IssueCode(
            approval,
            authorization.RedirectUri,
            authorization.RedirectUriWasGiven,
            authorization.Challenge,
            authorization.ChallengeMethod));
    }

    private static IResult Deny(AuthorizationRequest authorization) =>
        authorization.Refuse("access_denied", "The user did not approve the App.");
}
