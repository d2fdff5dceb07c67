using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Pitchly.AspNetCore.Diagnostics;

namespace Pitchly.AspNetCore.SignIn;

/// <summary>
/// Sets the options of the sign-in from those of the server, updates them when those change, and redirects failed sign-ins to the App's
/// page.
/// </summary>
internal sealed class SignInSetup(IOptionsMonitor<PitchlyServerOptions> server, string scheme)
    : IPostConfigureOptions<PitchlySignInOptions>, IOptionsChangeTokenSource<PitchlySignInOptions>
{
    private const string AuthorizePath = "/oauth/authorize", TokenPath = "/api/oauth/token", GraphQLPath = "/graphql";

    private const string AccessDenied = "access_denied";

    public string Name => scheme;

    public void PostConfigure(string? name, PitchlySignInOptions options)
    {
        if (name != scheme)
        {
            return;
        }

        var app = server.CurrentValue;
        options.ClientId = app.AppId.Value;
        options.ClientSecret = app.AppSecret!.Reveal();
        options.AuthorizationEndpoint = new Uri(app.Origin!, AuthorizePath).AbsoluteUri;
        options.TokenEndpoint = new Uri(app.Origin!, TokenPath).AbsoluteUri;
        options.UserInformationEndpoint = new Uri(app.ApiAddress!, GraphQLPath).AbsoluteUri;
        var (onDenied, onFailed) = (options.Events.OnAccessDenied, options.Events.OnRemoteFailure);
        options.Events.OnAccessDenied = async context =>
        {
            await onDenied(context).ConfigureAwait(false);
            var error = new PitchlyError(AccessDenied, "The App was not approved.", PitchlyServerErrorNames.NoStatus);
            RedirectToFailurePage(context, options, error);
        };
        options.Events.OnRemoteFailure = async context =>
        {
            await onFailed(context).ConfigureAwait(false);
            RedirectToFailurePage(context, options, ErrorOf(context.Failure));
        };
    }

    public IChangeToken GetChangeToken()
    {
        var source = new CancellationTokenSource();
        IDisposable? watch = null;
        watch = server.OnChange(_ =>
        {
            watch?.Dispose();
            source.Cancel();
        });
        return new CancellationChangeToken(source.Token);
    }

    private static void RedirectToFailurePage<TOptions>(
        HandleRequestContext<TOptions> context, PitchlySignInOptions options, PitchlyError error)
        where TOptions : AuthenticationSchemeOptions
    {
        if (context.Result is not null)
        {
            return;
        }

        var services = context.HttpContext.RequestServices;
        ServerLog.SignInFailed(services.GetRequiredService<ILogger<PitchlySignInHandler>>(), error);
        var page = context.Request.PathBase.Add(options.FailurePath);
        context.Response.Redirect(services.GetRequiredService<FailureNote>().Address(page, error));
        context.HandleResponse();
    }

    /// <summary>
    /// Returns the error from Pitchly or its authorization page. Otherwise, the browser returned without its cookie or state.
    /// </summary>
    private static PitchlyError ErrorOf(Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PitchlyException known)
            {
                return known.Error;
            }
        }

        return failure?.Data["error"] is string name
            ? new PitchlyError(name, failure.Data["error_description"] as string ?? name, PitchlyServerErrorNames.NoStatus)
            : new PitchlyError(
                PitchlyServerErrorNames.SignInInterrupted,
                $"{failure?.Message ?? "The sign-in was interrupted."} Sign in again, and allow cookies",
                PitchlyServerErrorNames.NoStatus);
    }
}
