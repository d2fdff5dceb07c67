using System.Diagnostics;
using Npgsql;

namespace Pitchly.AspNetCore.Tests.Stores;

/// <summary>A PostgreSQL server. PostgreSQL refuses to run as root, so it runs as the user postgres in that case.</summary>
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

    /// <summary>
    /// Returns how to start a program as the user postgres. setpriv replaces itself with the program, so killing the process kills it.
    /// </summary>
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
