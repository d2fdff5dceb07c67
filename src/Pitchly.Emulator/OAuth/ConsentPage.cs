using System.Text.Encodings.Web;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.OAuth;

/// <summary>The page on which a person signs in and approves or denies an App. It uses no script.</summary>
internal static class ConsentPage
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

    public static IResult Show(HttpRequest request, AuthorizationRequest authorization, Platform platform, Person signedIn)
    {
        var headers = request.HttpContext.Response.Headers;
        (headers.ContentSecurityPolicy, headers.CacheControl) = (Policy, "no-store");
        return Results.Content(Html(request, authorization, platform, signedIn), "text/html; charset=utf-8");
    }

    private static string Html(HttpRequest request, AuthorizationRequest authorization, Platform platform, Person signedIn)
    {
        var people = platform.Organizations.SelectMany(organization => organization.People.Select(person =>
            Option(person, organization, person == signedIn)));
        var permissions = authorization.App.Permissions.Select(permission => $"<li>{Words(permission)}</li>");
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>Sign in and approve {Safe(authorization.App.Name)} · Pitchly emulator</title>
              <link rel="icon" href="data:,">
              <link rel="stylesheet" href="/emulator/assets/host.css">
            </head>
            <body>
              <header><h1>Pitchly emulator</h1></header>
              <main class="consent">
                <form method="post" action="{Safe(AuthorizeEndpoint.Path + request.QueryString)}" class="panel">
                  <div class="field">
                    <label for="person">Signed in as</label>
                    <select id="person" name="person">{string.Concat(people)}</select>
                  </div>
                  <h2>{Safe(authorization.App.Name)} wants to</h2>
                  <ul>{string.Concat(permissions)}</ul>
                  <p class="quiet">You will be redirected to {Safe(authorization.RedirectUri)}</p>
                  <div class="bar">
                    <button name="decision" value="approve" class="primary">Approve</button>
                    <button name="decision" value="deny">Deny</button>
                  </div>
                </form>
              </main>
            </body>
            </html>
            """;
    }

    private static string Option(Person person, Organization organization, bool isSelected) =>
        $"""<option value="{Safe(person.Id)}"{(isSelected ? " selected" : "")}>{Safe(person.Name)}, {Safe(organization.Name)}</option>""";

    private static string Words(AppAction permission) => permission switch
    {
        AppAction.ReadData => "read databases and their rows",
        AppAction.InsertData => "insert rows",
        AppAction.UpdateData => "change rows",
        AppAction.DeleteData => "delete rows",
        AppAction.AddFields => "add fields to databases",
        _ => "read the members of the organization",
    };

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
