using Microsoft.Extensions.Options;
using Pitchly;
using Pitchly.AspNetCore;
using Pitchly.Data;

namespace DealRoom.Server;

/// <summary>The deals of the organizations that have installed the App.</summary>
internal sealed class Deals(IPitchlyInstallations installations, IHttpClientFactory clients, IOptionsMonitor<PitchlyServerOptions> options)
{
    private const string DatabaseName = "Deals";

    /// <summary>Returns a client for an installation. It works whether a user is present or not.</summary>
    public PitchlyDataClient Client(PitchlyInstallation installation)
    {
        var http = clients.CreateClient();
        http.BaseAddress = options.CurrentValue.ApiOrigin ?? options.CurrentValue.Origin;
        return new PitchlyDataClient(http, installations.GetTokens(installation));
    }

    public async Task<Database> DatabaseAsync(PitchlyInstallation installation, CancellationToken cancellationToken)
    {
        var databases = await Client(installation).GetDatabasesAsync(installation.OrganizationId, cancellationToken: cancellationToken);
        return databases.Single(database => database.Name == DatabaseName);
    }

    public async Task<string> SummarizeAsync(OrganizationId organizationId, CancellationToken cancellationToken)
    {
        var installation = new PitchlyInstallation(options.CurrentValue.AppId, organizationId);
        var database = await DatabaseAsync(installation, cancellationToken);
        return $"{await Client(installation).CountRowsAsync(database.Id, cancellationToken: cancellationToken)} deals";
    }
}
