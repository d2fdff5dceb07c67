using Pitchly;
using Pitchly.AspNetCore;
using Spectre.Console;

namespace DealRoom.Server;

/// <summary>The command <c>import FILE</c> with a progress bar. It imports into the first stored installation.</summary>
internal static class ImportCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, string file, CancellationToken cancellationToken)
    {
        try
        {
            var installations = services.GetRequiredService<IPitchlyInstallations>();
            if (await installations.ListAsync(cancellationToken).FirstOrDefaultAsync(cancellationToken) is not { } first)
            {
                AnsiConsole.MarkupLine("[red]No organization has installed the App. Start the server and sign in.[/]");
                return 1;
            }

            var rows = await AnsiConsole.Progress().StartAsync(context =>
            {
                var bar = context.AddTask("Import");
                return services.GetRequiredService<DealImport>().RunAsync(
                    first.Installation, file, (done, all) => (bar.MaxValue, bar.Value) = (Math.Max(all, 1), done), cancellationToken);
            });
            AnsiConsole.MarkupLineInterpolated($"{rows} rows of {file} were imported.");
            return 0;
        }
        catch (Exception failure) when (failure is PitchlyException or IOException)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{failure.Message} Run the command again to continue.[/]");
            return 1;
        }
    }
}
