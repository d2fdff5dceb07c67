using System.Diagnostics;
using Bells;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Pitchly.AspNetCore.Diagnostics;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore.Tests.Diagnostics;

/// <summary>The collection of tests that use the meter. The process shares one meter, so no other test runs in parallel.</summary>
[CollectionDefinition(nameof(ServerTelemetryTests), DisableParallelization = true)]
public sealed class AloneWithTheMeter;

/// <summary>Tests the metrics, traces and logs of a server.</summary>
[Collection(nameof(ServerTelemetryTests))]
public sealed class ServerTelemetryTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly FakeLogCollector _logs = new();
    private readonly MemoryLock _locks = new();
    private readonly List<Activity> _activities = [];
    private readonly ActivityListener _listener;
    private readonly List<InProcessNode> _nodes = [];
    private MemoryStore _store = null!;
    private Platform _platform = null!;

    public ServerTelemetryTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PitchlyServerTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _activities.Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PitchlyInstallation Installation => _platform.Installations[0];

    public async ValueTask InitializeAsync()
    {
        _store = new MemoryStore(_time);
        _platform = await Platform.StartAsync(time: _time);
        await _platform.KeepAllAsync(Node().Installations);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _platform.DisposeAsync();
    }

    [Fact]
    public async Task A_refresh_is_counted_traced_and_logged()
    {
        using var refreshes = Collector<long>("pitchly.server.refreshes");
        using var waits = Collector<double>("pitchly.server.lock.wait.duration");
        _time.Advance(TimeSpan.FromHours(1));
        var token = await Node().Installations.GetAccessTokenAsync(Installation, Cancellation);

        var refresh = Assert.Single(refreshes.GetMeasurementSnapshot());
        Assert.Equal((1, "refresh_token"), (refresh.Value, refresh.Tags["pitchly.grant"]));
        Assert.True(Assert.Single(waits.GetMeasurementSnapshot()).Value >= 0);
        var activity = Assert.Single(_activities);
        Assert.Equal(("pitchly.server.renewal", null), (activity.OperationName, activity.GetTagItem("error.type")));
        Assert.Contains(token.Value.ShortHash, Log(300).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cached_token_emits_no_telemetry()
    {
        var node = Node();
        await node.Installations.GetAccessTokenAsync(Installation, Cancellation);
        using var waits = Collector<double>("pitchly.server.lock.wait.duration");
        await node.Installations.GetAccessTokenAsync(Installation, Cancellation);

        Assert.Empty(waits.GetMeasurementSnapshot());
        Assert.Empty(_activities);
    }

    [Fact]
    public async Task App_token_is_counted_with_its_grant()
    {
        using var refreshes = Collector<long>("pitchly.server.refreshes");
        _platform.Emulator.RevokeInstallation();
        await _platform.SignInAsync();
        _time.Advance(TimeSpan.FromHours(1));
        await Node().Installations.GetAccessTokenAsync(Installation, Cancellation);

        Assert.Equal("client_credentials", Assert.Single(refreshes.GetMeasurementSnapshot()).Tags["pitchly.grant"]);
        _ = Log(303);
    }

    [Fact]
    public async Task A_failure_is_counted_traced_and_logged_by_its_name()
    {
        using var failures = Collector<long>("pitchly.server.refresh.failures");
        _locks.IsAway = true;
        _time.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<PitchlyException>(
            async () => await Node().Installations.GetAccessTokenAsync(Installation, Cancellation));

        var failure = Assert.Single(failures.GetMeasurementSnapshot());
        Assert.Equal((1, PitchlyServerErrorNames.StoreUnavailable), (failure.Value, failure.Tags["error.type"]));
        Assert.Equal(PitchlyServerErrorNames.StoreUnavailable, Assert.Single(_activities).GetTagItem("error.type"));
        Assert.Contains(PitchlyServerErrorNames.StoreUnavailable, Log(301).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needed_sign_in_is_logged_as_an_error()
    {
        using var failures = Collector<long>("pitchly.server.refresh.failures");
        _platform.Emulator.RevokeInstallation();
        _time.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<PitchlyException>(
            async () => await Node().Installations.GetAccessTokenAsync(Installation, Cancellation));

        Assert.Equal(PitchlyServerErrorNames.SignInNeeded, Assert.Single(failures.GetMeasurementSnapshot()).Tags["error.type"]);
        Assert.Equal(Microsoft.Extensions.Logging.LogLevel.Error, Log(304).Level);
    }

    [Fact]
    public async Task Late_token_pair_is_counted()
    {
        using var superseded = Collector<long>("pitchly.server.refreshes.superseded");
        var (asked, wake) = (new TaskCompletionSource(), new TaskCompletionSource());
        _platform.Gate.OnResponse = async _ =>
        {
            asked.TrySetResult();
            await wake.Task;
            return false;
        };
        _time.Advance(TimeSpan.FromHours(1));
        var late = Node().Installations.GetAccessTokenAsync(Installation, Cancellation).AsTask();
        await asked.Task.WaitAsync(Cancellation);
        await _platform.KeepAllAsync(Node().Installations);
        wake.SetResult();
        await late;

        Assert.Equal(1, Assert.Single(superseded.GetMeasurementSnapshot()).Value);
        _ = Log(305);
    }

    [Fact]
    public async Task A_lock_that_can_not_be_released_is_counted()
    {
        using var releases = Collector<long>("pitchly.server.lock.releases.failed");
        _locks.IsReleaseLost = true;
        _time.Advance(TimeSpan.FromHours(1));
        await Node().Installations.GetAccessTokenAsync(Installation, Cancellation);

        Assert.Equal(1, Assert.Single(releases.GetMeasurementSnapshot()).Value);
    }

    [Fact]
    public async Task Callbacks_are_counted_by_response()
    {
        using var callbacks = Collector<long>("pitchly.server.callbacks");
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting().AddFakeLogging().AddSingleton(_logs);
        builder.Services.AddSingleton<IBellCallbacks>(new BellCallbacks { OnRing = (_, _) => throw new InvalidOperationException("No.") });
        await using var app = builder.Build();
        app.MapPitchlyCallbacks<IBellCallbacks>("/bell", options => options.AllowUnsigned = true);
        await app.StartAsync(Cancellation);
        using var http = new LongTimeoutHttpClient { BaseAddress = new Uri(app.Urls.First()) };
        foreach (var message in new[] { """{"type":"stop"}""", """{"type":"other"}""", """{"type":"ring","data":{"times":1}}""" })
        {
            using var content = new StringContent(message, System.Text.Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri("/bell", UriKind.Relative), content, Cancellation);
        }

        Assert.Equal(
            [204, 404, 500], callbacks.GetMeasurementSnapshot().Select(one => (int)one.Tags["http.response.status_code"]!).Order());
        Assert.Equal(2, _logs.GetSnapshot().Count(log => log.Id.Id == 320));
        Assert.IsType<InvalidOperationException>(Log(321).Exception);
    }

    [Fact]
    public async Task Logs_and_traces_contain_no_token_or_secret()
    {
        var secrets = new List<string> { Platform.Secret.Reveal() };
        for (var expiry = 0; expiry < 3; expiry++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            secrets.Add((await Node().Installations.GetAccessTokenAsync(Installation, Cancellation)).Value.Reveal());
        }

        secrets.AddRange(_platform.Gate.Refreshes.SelectMany(refresh => new[] { refresh.Used.Reveal(), refresh.Issued.Reveal() }));
        var told = _logs.GetSnapshot().Select(log => $"{log.Message} {log.Exception} {string.Join(' ', log.StructuredState ?? [])}")
            .Concat(_activities.SelectMany(activity => activity.TagObjects).Select(tag => $"{tag.Value}"))
            .ToList();
        Assert.NotEmpty(told);
        Assert.All(secrets, secret => Assert.DoesNotContain(told, text => text.Contains(secret, StringComparison.Ordinal)));
    }

    private static MetricCollector<T> Collector<T>(string instrument)
        where T : struct => new(null, PitchlyServerTelemetry.Name, instrument);

    private FakeLogRecord Log(int id) => Assert.Single(_logs.GetSnapshot(), log => log.Id.Id == id);

    private InProcessNode Node()
    {
        var node = new InProcessNode(
            _platform,
            server =>
            {
                server.Services.AddFakeLogging().AddSingleton(_logs);
                server.UseStore(_ => _store, _ => _locks);
            },
            _time);
        _nodes.Add(node);
        return node;
    }
}
