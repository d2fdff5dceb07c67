using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pitchly.Browser;

/// <summary>Connects a page in Pitchly's iframe, and shows the App when it is connected.</summary>
/// <remarks>This is not a Razor file, because the code that Razor generates contains the file's path on the build machine.</remarks>
public sealed class PitchlyApp : ComponentBase, IAsyncDisposable
{
    private const string NotRegistered =
        "AddPitchlyApp was not called. Call builder.Services.AddPitchlyApp<TCallbacks>(options => …) in Program.cs, with the class of "
            + "your callbacks.";

    private readonly PitchlyAppState _unregistered = new();
    private PitchlyAppSession? _session;

    /// <summary>
    /// Gets or sets the content that is shown until the first access token is available, at most for the timeout of a request.
    /// </summary>
    [Parameter]
    public RenderFragment? Connecting { get; set; }

    /// <summary>
    /// Gets or sets the content that is shown if the App can't be connected, for example because of a wrong App ID. The default is the
    /// reason and the solution as plain text.
    /// </summary>
    [Parameter]
    public RenderFragment<PitchlyFailure>? Failed { get; set; }

    /// <summary>Gets or sets the content of the App.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<PitchlyAppClient>? Connected { get; set; }

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    private PitchlyAppState State => _session?.State ?? _unregistered;

    private RenderFragment? Content => State.Status switch
    {
        PitchlyAppStatus.Connected when _session?.Client is { } client => Connected?.Invoke(client),
        PitchlyAppStatus.Failed when Failed is { } failed => failed(new PitchlyFailure(State.Error!, ConnectAsync)),
        PitchlyAppStatus.Failed => Paragraph("alert", $"{State.Error!.Reason} {State.Error.Advice}"),
        _ => Connecting ?? Paragraph("status", "Connecting to Pitchly…"),
    };

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _session = Services.GetService<PitchlyAppSession>();
        State.Changed += OnChanged;
        if (_session is null)
        {
            State.Refuse(null, new PitchlyError(PitchlyErrorNames.InvalidOptions, NotRegistered, PitchlyAppSession.InvalidOptionsCode));
            SessionLog.NotRegistered(Services.GetRequiredService<ILogger<PitchlyApp>>(), NotRegistered);
        }
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) =>
        Cascade(builder, State, child => Cascade(child, _session?.Client, Content));

    /// <summary>Connects after the first render, because JavaScript is not available before it.</summary>
    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? ConnectAsync() : Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        State.Changed -= OnChanged;
        return _session?.DisposeAsync() ?? default;
    }

    private static void Cascade<T>(RenderTreeBuilder builder, T value, RenderFragment? content)
    {
        builder.OpenComponent<CascadingValue<T>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), value);
        builder.AddComponentParameter(2, nameof(CascadingValue<>.ChildContent), content);
        builder.CloseComponent();
    }

    private static RenderFragment Paragraph(string role, string text) => builder =>
    {
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "role", role);
        builder.AddContent(2, text);
        builder.CloseElement();
    };

    private Task ConnectAsync() => _session is null ? Task.CompletedTask : _session.ConnectAsync().AsTask();

    private void OnChanged() => InvokeAsync(StateHasChanged);
}
