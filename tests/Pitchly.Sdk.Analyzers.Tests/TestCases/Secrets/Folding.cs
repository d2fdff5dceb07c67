using Stubs;

internal static class Folding
{
    public static object Plus(string id) => new PitchlyServerClient(id, "summer" + "2024"); // PITCHLY3001: a sum of literals

    public static object Interpolation(string id)
    {
        const string Year = "2024";
        return new PitchlyServerClient(id, $"summer{Year}"); // PITCHLY3001: reported where the pieces come together
    }

    public static object Concat(string id)
    {
        var value = string.Concat("summ", "er", "2024"); // PITCHLY3001: string.Concat in a variable
        return new PitchlyServerClient(id, value);
    }

    public static object Join(string id) => new PitchlyServerClient(id, string.Join("-", "blue", "moon", "42")); // PITCHLY3001: string.Join

    public static object JoinArray(string id) => new PitchlyServerClient(id, string.Join('-', new[] { "blue", "moon", "42" })); // PITCHLY3001: string.Join of an array

    public static object Format(string id) => new PitchlyServerClient(id, string.Format("{0}-{1}", "blue", "moon42")); // PITCHLY3001: string.Format

    public static object Builder(string id)
    {
        var text = new StringBuilder();
        text.Append("blue"); // PITCHLY3001: a StringBuilder over several statements
        text.Append('-').Append("moon43");
        return new PitchlyServerClient(id, text.ToString());
    }

    public static object Characters(string id) => new PitchlyServerClient(id, new string(['b', 'l', 'u', 'e', '4', '2'])); // PITCHLY3001: characters, one by one

    public static object CharacterArray(string id)
    {
        char[] letters = { 'b', 'l', 'u', 'e', '4', '3' }; // PITCHLY3001: an array of characters
        return new PitchlyServerClient(id, new string(letters));
    }

    public static object Bytes(string id) => new PitchlyServerClient(id, Encoding.ASCII.GetString(new byte[] { 98, 108, 117, 101, 52, 52 })); // PITCHLY3001: bytes

    public static object Base64(string id) => new PitchlyServerClient(id, Encoding.UTF8.GetString(Convert.FromBase64String("Ymx1ZS1tb29uLTQ1"))); // PITCHLY3001: base64

    public static object Reverse(string id) => new PitchlyServerClient(id, new string("64-noom-eulb".Reverse().ToArray())); // PITCHLY3001: backwards

    public static object ArrayReverse(string id)
    {
        var letters = "74-noom-eulb".ToCharArray(); // PITCHLY3001: turned round in place
        Array.Reverse(letters);
        return new PitchlyServerClient(id, new string(letters));
    }

    public static object Replace(string id) => new PitchlyServerClient(id, "blue~moon~48".Replace('~', '-')); // PITCHLY3001: replaced

    public static object Substring(string id) => new PitchlyServerClient(id, "xxblue-moon-49xx".Substring(2, 12)); // PITCHLY3001: a part

    public static object Trim(string id) => new PitchlyServerClient(id, "  blue-moon-50 ".Trim()); // PITCHLY3001: trimmed

    public static object Upper(string id) => new PitchlyServerClient(id, "blue-moon-51".ToUpperInvariant()); // PITCHLY3001: in capitals

    public static object Xor(string id) => new PitchlyServerClient(id, new string("obscured52".Select(one => (char)(one ^ 1)).ToArray())); // PITCHLY3001: a transformation of literals alone

    public static object Unescape(string id) => new PitchlyServerClient(id, Uri.UnescapeDataString("blue%2Dmoon%2D53")); // PITCHLY3001: percent-encoded

    public static object Raw(string id) => new PitchlyServerClient(id, """blue"moon"54"""); // PITCHLY3001: a raw string

    public static object Verbatim(string id) => new PitchlyServerClient(id, @"blue\moon\55"); // PITCHLY3001: a verbatim string

    public static object Element(string id)
    {
        string[] parts = ["nothing", "blue-moon-56"]; // PITCHLY3001: one element of an array
        return new PitchlyServerClient(id, parts[1]);
    }

    public static object Split(string id) => new PitchlyServerClient(id, "x,blue-moon-57".Split(',')[1]); // PITCHLY3001: a part of a list

    public static object Entry(string id)
    {
        var table = new Dictionary<string, string> { ["one"] = "nothing", ["two"] = "blue-moon-58" }; // PITCHLY3001: an entry of a table
        return new PitchlyServerClient(id, table["two"]);
    }

    public static object PrefixOfUnknown(string id, string rest) => new PitchlyServerClient(id, "blue-" + rest); // silent: a literal beginning of something unknown

    public static object FormatOfUnknown(string id, string one) => new PitchlyServerClient(id, string.Format("{0}-blue99", one)); // silent: partly unknown

    public static object BuilderOfUnknown(string id, string one)
    {
        var text = new StringBuilder("blue99");
        text.Append(one);
        return new PitchlyServerClient(id, text.ToString()); // silent: partly unknown
    }

    public static object File1(string id) => new PitchlyServerClient(id, System.IO.File.ReadAllText("blue99.txt")); // silent: a file's name is no secret

    public static object OtherElement(string id, string given)
    {
        string[] parts = ["Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given]; // silent: the other element is taken
        return new PitchlyServerClient(id, parts[1]);
    }

    public static object OtherEntry(string id, string given)
    {
        var table = new Dictionary<string, string> { ["one"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", ["two"] = given }; // silent: the other entry is taken
        return new PitchlyServerClient(id, table["two"]);
    }
}
