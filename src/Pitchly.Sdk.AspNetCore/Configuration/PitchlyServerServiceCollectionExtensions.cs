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

/// <summary>Registers the services of a Pitchly App on a server.</summary>
public static class PitchlyServerServiceCollectionExtensions
{
    /// <summary>The file of the default store, relative to the current folder of the server.</summary>
    private const string DefaultFile = "pitchly.db";

    /// <summary>
    /// Registers <see cref="IPitchlyInstallations"/>. The default store is the SQLite file <c>pitchly.db</c>. The options are read from the
    /// section <c>Pitchly</c> of the configuration, are read again when it changes, and are validated at startup.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">The server's configuration. Its section <see cref="PitchlyServerOptions.Section"/> is read.</param>
    /// <param name="configure">Sets options in code. They take precedence over the configuration.</param>
    /// <returns>A builder to configure a different store.</returns>
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
        AddInternalServices(services);
        return new PitchlyServerBuilder(services).UseSqlite(DefaultFile);
    }

    /// <summary>Stores installations in an SQLite file, for servers on one machine. No setup is required.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The path of the file. If it does not exist, it is created with access for its owner only.</param>
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

    private static void AddInternalServices(IServiceCollection services)
    {
        services.TryAddSingleton<StoreAccess>();
        services.TryAddSingleton<TokenSealer>();
        services.TryAddSingleton<InstallationRecords>();
        services.TryAddSingleton<RefreshHistory>();
        services.TryAddSingleton<TokenRequests>();
        services.TryAddSingleton<TokenHolder>();
        services.TryAddSingleton<UnsavedTokens>();
        services.TryAddSingleton<TokenExchange>();
        services.TryAddSingleton<TokenRenewal>();
        services.TryAddSingleton<SharedRenewals>();
        services.TryAddSingleton<IPitchlyInstallations, PitchlyInstallations>();
    }

    private static PitchlyServerOptions App(IServiceProvider provider) =>
        provider.GetRequiredService<IOptionsMonitor<PitchlyServerOptions>>().CurrentValue;
}
