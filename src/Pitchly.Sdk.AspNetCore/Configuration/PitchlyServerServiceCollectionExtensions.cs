using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pitchly;
using Pitchly.AspNetCore;
using Pitchly.AspNetCore.Installations;
using Pitchly.AspNetCore.Stores;
using Pitchly.AspNetCore.Stores.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what a Pitchly App on a server needs.</summary>
public static class PitchlyServerServiceCollectionExtensions
{
    /// <summary>The file of the store if no other was chosen, in the folder of the server's own data.</summary>
    private const string DefaultFile = "pitchly.db";

    /// <summary>
    /// Registers <see cref="IPitchlyInstallations"/>, with a store in the SQLite file <c>pitchly.db</c> if no other is chosen. The options
    /// are read from the section <c>Pitchly</c> of the configuration, again whenever it changes, and checked at the start.
    /// </summary>
    /// <param name="services">Where to register it.</param>
    /// <param name="configuration">The server's configuration; its section <see cref="PitchlyServerOptions.Section"/> is read.</param>
    /// <param name="configure">Sets options in code, over those of the configuration.</param>
    /// <returns>What chooses another store.</returns>
    public static PitchlyServerBuilder AddPitchlyServer(
        this IServiceCollection services, IConfiguration configuration, Action<PitchlyServerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var source = new ServerConfiguration(configuration.GetSection(PitchlyServerOptions.Section));
        services.AddSingleton<IConfigureOptions<PitchlyServerOptions>>(source);
        services.AddSingleton<IOptionsChangeTokenSource<PitchlyServerOptions>>(source);
        services.AddOptions<PitchlyServerOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PitchlyServerOptions>, ServerOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddHybridCache();
        services.AddDataProtection();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<KeyManagementOptions>, StoredKeysSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<DataProtectionOptions>, StoredKeysSetup>());
        AddClients(services);
        AddParts(services);
        return new PitchlyServerBuilder(services).UseSqlite(DefaultFile);
    }

    /// <summary>Keeps installations in an SQLite file, for one machine. There is nothing to set up.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file; it is made if it is not there, for its owner alone.</param>
    public static PitchlyServerBuilder UseSqlite(this PitchlyServerBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new SqliteFile(path);
        builder.Services.RemoveAll<SqliteFile>();
        builder.Services.AddSingleton(file);
        builder.Services.AddPooledDbContextFactory<SqliteStoreContext>(static (provider, options) => options.UseSqlite(
            provider.GetRequiredService<SqliteFile>().ConnectionString,
            sqlite => sqlite.MigrationsHistoryTable(PitchlyStoreContext.MigrationsTable)));
        return builder.UseStore(
            static provider =>
            {
                provider.GetRequiredService<SqliteFile>().Create();
                return new SqliteStore(provider.GetRequiredService<IDbContextFactory<SqliteStoreContext>>());
            },
            static provider => ActivatorUtilities.CreateInstance<FileLock>(provider));
    }

    private static void AddClients(IServiceCollection services)
    {
        services.AddPitchlyOAuthClient(static (provider, http) => http.BaseAddress = App(provider).Origin);
    }

    private static void AddParts(IServiceCollection services)
    {
        services.TryAddSingleton<StoreAccess>();
        services.TryAddSingleton<TokenSealer>();
        services.TryAddSingleton<InstallationRecords>();
        services.TryAddSingleton<RefreshHistory>();
        services.TryAddSingleton<TokenRequests>();
        services.TryAddSingleton<TokenHolder>();
        services.TryAddSingleton<TokenExchange>();
        services.TryAddSingleton<TokenRenewal>();
        services.TryAddSingleton<SharedRenewals>();
        services.TryAddSingleton<IPitchlyInstallations, KeptInstallations>();
    }

    private static PitchlyServerOptions App(IServiceProvider provider) =>
        provider.GetRequiredService<IOptionsMonitor<PitchlyServerOptions>>().CurrentValue;
}
