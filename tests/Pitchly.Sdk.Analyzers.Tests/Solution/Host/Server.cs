namespace Host;

public sealed class Server
{
    public string AppSecret { get; set; } = "in-the-h0st";

#pragma warning disable PITCHLY3001
    public string ApiSecret { get; set; } = "in-the-h0st-and-known";
#pragma warning restore PITCHLY3001

    public App.Options? Options { get; set; }
}
