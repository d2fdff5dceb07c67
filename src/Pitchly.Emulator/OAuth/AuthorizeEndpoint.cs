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
        var (asked, refusal) = AuthorizationRequest.Read(request.Query, storage.Start);
        if (asked is null)
        {
            return refusal!;
        }

        return options.Consent switch
        {
            UserConsent.Approve => Approve(asked),
            UserConsent.Deny => Deny(asked),

            // In OpenID Connect, "prompt=consent" requests the approval again.
            _ when request.Query["prompt"] != "consent" && installations.IsApproved(asked.App.AppId, workspace.Person) => Approve(asked),
            _ => ConsentPage.Show(request, asked, storage.Start, workspace.Person),
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

        var (asked, refusal) = AuthorizationRequest.Read(request.Query, storage.Start);
        var (form, unread) = await OAuthForm.ReadAsync(request);
        if ((refusal ?? unread) is { } refused)
        {
            return refused;
        }

        if (storage.Start.Person(form!["person"]) is not { } person)
        {
            return ConsentPage.Show(request, asked!, storage.Start, workspace.Person);
        }

        workspace.SignIn(person.Id);
        return form["decision"] == "approve" ? Approve(asked!) : Deny(asked!);
    }

    private IResult Approve(AuthorizationRequest asked)
    {
        var (person, organization) = (workspace.Person, workspace.Organization);
        installations.Approve(asked.App.AppId, person, organization);
        var approval = Approval.New(asked.App.AppId, organization.Id, person.Id);
        return asked.Grant(
            tokens.IssueCode(approval, asked.RedirectUri, asked.RedirectUriWasGiven, asked.Challenge, asked.ChallengeMethod));
    }

    private static IResult Deny(AuthorizationRequest asked) => asked.Refuse("access_denied", "The user did not approve the App.");
}
