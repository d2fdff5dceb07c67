using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Pitchly.AspNetCore.Tests;

/// <summary>Tests the sources of the App Secret, and the errors of a server whose settings are incomplete.</summary>
public sealed class OptionsTests
{
    private static readonly Dictionary<string, string?> _settings = new()
    {
        ["Pitchly:AppId"] = "app1",
        ["Pitchly:Origin"] = "https://platform.example",
        ["Pitchly:AppSecret"] = Guid.NewGuid().ToString(),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Pitchly:AppSecret", "", "dotnet user-secrets set Pitchly:AppSecret")]
    [InlineData("Pitchly:AppSecret", "app1", "The App Secret is the same as the App ID")]
    [InlineData("Pitchly:AppId", "", "The App ID is missing")]
    [InlineData("Pitchly:Origin", "", "Pitchly's origin is missing")]
    [InlineData("Pitchly:Origin", "platform.example", "Pitchly's origin is missing")]
    [InlineData("Pitchly:ApiOrigin", "api", "is not an absolute URL")]
    [InlineData("Pitchly:LockLease", "00:00:30", "must be at least twice RequestTimeout")]
    [InlineData("Pitchly:RetryDelay", "00:00:00", "must be greater than zero")]
    public async Task Incomplete_settings_are_an_error_at_startup(string key, string value, string told)
    {
        using var host = Host(new Dictionary<string, string?>(_settings) { [key] = value });
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancellation));

        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_settings["Pitchly:AppSecret"]!, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_file_is_reloaded_when_it_changes()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "first\n", Cancellation);
        var settings = new Dictionary<string, string?>(_settings) { ["Pitchly:AppSecret"] = null, ["Pitchly:AppSecretFile"] = path };
        using var host = Host(settings);
        var options = host.Services.GetRequiredService<IOptionsMonitor<PitchlyServerOptions>>();
        Assert.Equal(new PitchlySecret("first"), options.CurrentValue.AppSecret);

        var changed = new TaskCompletionSource<PitchlySecret?>();
        using var subscription = options.OnChange(now => changed.TrySetResult(now.AppSecret));
        await File.WriteAllTextAsync(path, "the second one\n", Cancellation);
        Assert.Equal(new PitchlySecret("the second one"), await changed.Task.WaitAsync(Cancellation));
        File.Delete(path);
    }

    [Fact]
    public void Options_print_no_secret()
    {
        using var host = Host(_settings);
        var options = host.Services.GetRequiredService<IOptionsMonitor<PitchlyServerOptions>>().CurrentValue;

        Assert.DoesNotContain(_settings["Pitchly:AppSecret"]!, $"{options} {options.AppSecret}", StringComparison.Ordinal);
    }

    private static IHost Host(Dictionary<string, string?> settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings);
        var store = new MemoryStore(TimeProvider.System);
        builder.Services.AddPitchlyServer(builder.Configuration).UseStore(_ => store, _ => new MemoryLock());
        return builder.Build();
    }
}
