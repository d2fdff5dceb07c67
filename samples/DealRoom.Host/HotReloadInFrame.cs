namespace DealRoom.Host;

/// <summary>
/// Enables dotnet watch to update the App in Pitchly's page. dotnet watch adds its script only to responses that a browser requests as a
/// document, but the App is requested by an iframe. This filter must be the first one, so that it runs before the filter of dotnet watch.
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
