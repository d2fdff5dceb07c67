internal sealed class Settings
{
    public string AppSecret { get; set; } = "";

    public string Phrase { get => field ??= "bytownite"; set; } = null!;
}

internal static class Extensions
{
    extension(Settings settings)
    {
        public string Word
        {
            set => settings.AppSecret = value;
        }

        public static string Standard => "anorthite";
    }

    extension(string text)
    {
        public void Into(Settings settings) => settings.AppSecret = text;

        public void Show(Settings settings) => System.Console.WriteLine(text + settings.AppSecret.Length);
    }
}

internal static class Use
{
    public static void All(Settings? given, Settings settings)
    {
        given?.AppSecret = "kyanite-1";
        settings.Word = "staurolit";
        "cordierit".Into(settings);
        "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe".Show(settings);
        settings.AppSecret = Settings.Standard;
        settings.AppSecret = settings.Phrase;
        settings.AppSecret = Shared.Texts.Head;
    }
}
