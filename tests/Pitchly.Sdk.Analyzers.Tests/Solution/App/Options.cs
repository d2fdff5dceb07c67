namespace App;

public sealed class Options
{
    public string ClientSecret { get; set; } = "in-the-cl1ent";

    public static void Set(Options options)
    {
        var text = "in-a-l0cal";
        options.ClientSecret = text;
        options.ClientSecret = Lib.Texts.Head;
    }
}
