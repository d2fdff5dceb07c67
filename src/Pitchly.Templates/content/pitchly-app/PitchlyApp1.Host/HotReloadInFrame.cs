namespace PitchlyApp1.Host;

/// <summary>
/// Lets dotnet watch update the App in Pitchly's page. It adds its script only to what a browser requests as a document of its own,
/// and the App is requested by an iframe. The filter must be the first one, so that it runs before that of dotnet watch.
/// </summary>
internal sealed class HotReloadInFrame : IStartupFilter
{
    private const string Destination = "Sec-Fetch-Dest";

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, proceed) =>
        {
            if (context.Request.Headers[Destination] == "iframe")
            {
                context.Request.Headers[Destination] = "document";
            }

            return proceed(context);
        });
        next(app);
    };
}
