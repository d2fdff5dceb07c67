using System.Diagnostics;
using Npgsql;

namespace Pitchly.AspNetCore.Tests.Stores;

/// <summary>A PostgreSQL, which refuses to run as root and so runs as the user postgres.</summary>
internal sealed class PostgreSqlServer : ServiceProcess
{
    private static readonly string _binaries = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal)
        .Last() + "/bin/";

    public string Connection => $"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres;Timeout=3;Command Timeout=5";

    private string Data => Path.Combine(Folder.FullName, "data");

    protected override ProcessStartInfo Command()
    {
        if (!Directory.Exists(Data))
        {
            Initialize();
        }

        return AsPostgres("postgres", "-D", Data, "-p", $"{Port}", "-h", "127.0.0.1", "-k", Folder.FullName);
    }

    protected override async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(Connection + ";Pooling=false");
            await connection.OpenAsync(Cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private void Initialize()
    {
        if (Environment.IsPrivilegedProcess)
        {
            using var chown = Process.Start("chown", ["postgres", Folder.FullName]);
            chown.WaitForExit();
        }

        using var init = Process.Start(AsPostgres("initdb", "-D", Data, "-A", "trust", "-U", "postgres", "--no-sync"))!;
        init.StandardOutput.ReadToEnd();
        init.WaitForExit();
        Assert.Equal(0, init.ExitCode);
    }

    /// <summary>The program takes the place of the one that changes the user, so that a kill strikes it.</summary>
    private static ProcessStartInfo AsPostgres(string program, params string[] arguments)
    {
        string[] command = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", _binaries + program, .. arguments]
            : [_binaries + program, .. arguments];
        return new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }
}
