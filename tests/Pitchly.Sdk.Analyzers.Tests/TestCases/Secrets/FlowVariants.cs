using System.Collections;
using System.IO;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace FlowVariants;

/// <summary>The flow variants of NIST's Juliet suite for CWE-321, written anew: by control flow, and by data flow.</summary>
public sealed class Control
{
    private const bool Yes = true;
    private const int Five = 5;
    private static bool s_yes = true;
    private static readonly bool AlwaysYes = true;
    private int _five = 5;
    private static bool Always() => true;
    private static ICryptoTransform Of(byte[] rgbKey) => Aes.Create().CreateEncryptor(rgbKey, new byte[16]);
    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public object V01() { string data; data = "o@@JXR9EIsWC1Y0L"; return Of(Encoding.UTF8.GetBytes(data)); } // PITCHLY3001: a line
    public object V02() { string data; if (true) { data = "MEz#SYkFN6bCJL4J"; } return Of(Bytes(data)); } // PITCHLY3001: a constant condition
    public object V03() { string data; if (5 == 5) { data = "Bl!Y3yiDEJcdMJ0#"; } return Of(Bytes(data)); } // PITCHLY3001: a comparison of constants
    public object V04() { string data; if (Yes) { data = "hxMpvB#@FeaZ06za"; } return Of(Bytes(data)); } // PITCHLY3001: a private constant
    public object V05() { var data = ""; if (s_yes) { data = "aYNM7VxnYAW;rb35"; } return Of(Bytes(data)); } // PITCHLY3001: a private field
    public object V06() { string data; if (Five == 5) { data = "TKUSToea@V8KwcPE"; } return Of(Bytes(data)); } // PITCHLY3001: a constant number
    public object V07() { var data = ""; if (_five == 5) { data = "@XB;gXb9haJdfL4W"; } return Of(Bytes(data)); } // PITCHLY3001: a field of a number
    public object V08() { var data = ""; if (Always()) { data = "fXmS;55uTKHfDePU"; } return Of(Bytes(data)); } // PITCHLY3001: a method's answer
    public object V09() { var data = ""; if (AlwaysYes) { data = "p8I2mPDZFRTPaEr#"; } return Of(Bytes(data)); } // PITCHLY3001: a readonly field
    public object V10() { var data = ""; if (Shared.Yes) { data = "2AnIMeNzBmx@UCWm"; } return Of(Bytes(data)); } // PITCHLY3001: a field of another class
    public object V11() { var data = ""; if (Shared.Answer()) { data = "DmmmZAPuK6#IvIAC"; } return Of(Bytes(data)); } // PITCHLY3001: a method of another class
    public object V12() { string data; if (Random.Shared.Next() % 2 == 0) { data = "W00@YBvE0roYGdQb"; } else { data = Console.ReadLine()!; } return Of(Bytes(data)); } // PITCHLY3001: one of two branches
    public object V13() { var data = ""; if (Shared.Five == 5) { data = "i4;g06dh2HiQp82n"; } return Of(Bytes(data)); } // PITCHLY3001: a readonly number of another class
    public object V14() { var data = ""; if (Shared.Count == 5) { data = "paCYDQHaK;KVEr0R"; } return Of(Bytes(data)); } // PITCHLY3001: a number of another class
    public object V15() { string data; switch (6) { case 6: data = "TkVw35HMI;U~xsE1"; break; default: data = ""; break; } return Of(Bytes(data)); } // PITCHLY3001: a switch
    public object V16() { var data = ""; while (true) { data = "EHmuKbK71#8sNQmX"; break; } return Of(Bytes(data)); } // PITCHLY3001: a loop that is left
    public object V17() { var data = ""; for (var i = 0; i < 1; i++) { data = "XPtIbLOQ66n@9F9u"; } return Of(Bytes(data)); } // PITCHLY3001: a loop of one turn

    public object G01() { string data; data = Console.ReadLine()!; return Of(Encoding.UTF8.GetBytes(data)); } // silent: read from the console
    public object G02() { string data; if (true) { data = Console.ReadLine()!; } return Of(Bytes(data)); } // silent: the same, under a condition
    public object G03() { var data = "~eYDhxlJ0WiI5q~x"; if (5 == 5) { data = Console.ReadLine()!; } return Of(Bytes(data)); } // silent: written over
    public object G04() { string data; if (Yes) { data = File.ReadAllText("key.txt"); } return Of(Bytes(data)); } // silent: from a file
    public object G05() { var data = ""; if (s_yes) { data = Console.ReadLine()!; } return Of(Bytes(data)); } // silent: a private field decides
    public object G06() { string data; if (Five == 5) { data = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)); } return Of(Bytes(data)); } // silent: random bytes
    public object G07() { var data = ""; if (_five == 5) { data = Console.ReadLine()!; } return Of(Bytes(data)); } // silent: a field of a number decides
    public object G08() { var data = ""; if (Always()) { data = Environment.GetEnvironmentVariable("gSRxh~E3yScnRSyw_1")!; } return Of(Bytes(data)); } // silent: from the environment
    public object G09() { var data = ""; if (AlwaysYes) { data = Console.ReadLine()!; } return Of(Bytes(data)); } // silent: a readonly field decides
    public object G10() { var data = ""; if (Shared.Yes) { data = Console.ReadLine()!; } return Of(Bytes(data)); } // silent: a field of another class decides
    public object G11() { var data = ""; if (Shared.Answer()) { data = Console.ReadLine()!; } return Of(Bytes(data)); } // silent: a method of another class decides
    public object G12() { string data; if (Random.Shared.Next() % 2 == 0) { data = Console.ReadLine()!; } else { data = File.ReadAllText("key.txt"); } return Of(Bytes(data)); } // silent: both branches read
    public object G13() { var data = ""; if (Shared.Five == 5) { data = Console.ReadLine()!; } return Of(Bytes(data)); } // silent: a number of another class decides
    public object G15() { string data; switch (6) { case 6: data = Console.ReadLine()!; break; default: data = ""; break; } return Of(Bytes(data)); } // silent: a switch
    public object G16() { var data = "D1x3UA1p;zn2kuXS"; while (true) { data = Console.ReadLine()!; break; } return Of(Bytes(data)); } // silent: a loop writes over it
    public object G17() { var data = ""; for (var i = 0; i < 1; i++) { data = Console.ReadLine()!; } return Of(Bytes(data)); } // silent: a loop of one turn
}

public static class Shared
{
    public static bool Yes = true;
    public static readonly int Five = 5;
    public static int Count = 5;
    public static string Data = "";
    public static string Read = "";
    public static bool Answer() => true;
    public static string Take() { var data = "MjBQiAjXP8!IhDwh"; return data; } // PITCHLY3001: what another class returns
    public static string Ask() { var data = Console.ReadLine()!; return data; } // silent: what another class reads
}

public sealed class Container { public string One = ""; }

public abstract class Base { public abstract ICryptoTransform Act(string data); }

public sealed class Derived : Base { public override ICryptoTransform Act(string data) => Aes.Create().CreateEncryptor(Encoding.UTF8.GetBytes(data), new byte[16]); }

public static class S1 { public static object Pass(string data) => S2.Pass(data); public static object One(string data) => Sink.Of(Encoding.UTF8.GetBytes(data)); public static object Two(string data) => One(data); public static object Three(string data) => Two(data); }

public static class S2 { public static object Pass(string data) => S3.Pass(data); }

public static class S3 { public static object Pass(string data) => Sink.Of(Encoding.UTF8.GetBytes(data)); }

public static class Sink
{
    public static ICryptoTransform Of(byte[] key) => Aes.Create().CreateEncryptor(key, new byte[16]);
    public static object Text(string data) => Of(Encoding.UTF8.GetBytes(data));
    public static object Array(string[] data) => Text(data[2]);
    public static object Container(Container data) => Text(data.One);
    public static object Object(object data) => Text((string)data);
    public static object Table(Hashtable data) => Text((string)data[2]!);
    public static object Linked(LinkedList<string> data) => Text(data.Last!.Value);
    public static object Dictionary(Dictionary<int, string> data) => Text(data[2]);
    public static object Serialized(byte[] data) => Text(JsonSerializer.Deserialize<string>(data)!);
    public static object Field() => Text(Shared.Data);
    public static object ReadField() => Text(Shared.Read);
}

public sealed class Data
{
    private bool _isAsked;
    private string _kept = "";
    private string _read = "";

    private string Chosen() => _isAsked ? ";@qUXP2rzAx2zVX#" : ""; // PITCHLY3001: a field decides in the callee
    public object V21() { _isAsked = true; return Sink.Text(Chosen()); } // silent: where it is used
    public object V22() { Shared.Yes = true; return Sink.Text(Pick.Data()); } // silent: where it is used
    public object V31() { var data = "sk3TW732LX#@7lOK"; var copy = data; var again = copy; return Sink.Of(Encoding.UTF8.GetBytes(again)); } // PITCHLY3001: a copy of a copy
    public object V41() => Sink.Text("6YdZ7ek#e9kYPO~x"); // PITCHLY3001: given to a method
    private static string Made() => "KK@l68YdQJxgjYjo"; // PITCHLY3001: what a method returns
    public object V42() => Sink.Text(Made()); // silent: where it is used
    public object V45() { _kept = "mB99YRn!5t8XTBB@"; return Kept(); } // PITCHLY3001: a field between two methods
    private object Kept() => Sink.Text(_kept);
    public object V51() => S3.Pass("aF!VfobU6MOVc!DG"); // PITCHLY3001: through one class
    public object V52() => S2.Pass("N5crrbfi1Y447R@m"); // PITCHLY3001: through two classes
    public object V53() => S1.Pass("LTSA~pE6#MI4VQCO"); // PITCHLY3001: through three classes
    public object V54() => S1.Three("zW5tuO7vy9Jm#qPd"); // PITCHLY3001: through a row of methods
    public object V61() => Sink.Text(Shared.Take()); // silent: where it is used
    public object V66() { var data = new string[5]; data[2] = "RDEQyn~q9Gb6fQo6"; return Sink.Array(data); } // PITCHLY3001: in an array
    public object V67() { var data = new Container(); data.One = "p@jFrTxGv6LZS55b"; return Sink.Container(data); } // PITCHLY3001: in a container
    public object V68() { Shared.Data = "dA!LO9NwAUYIVSwI"; return Sink.Field(); } // PITCHLY3001: in a public field
    public object V71() { object data = "Wzzi!9K;Wo4#xDTT"; return Sink.Object(data); } // PITCHLY3001: as an object
    public object V72() { var data = new Hashtable(5); data.Add(0, ""); data.Add(2, "PvvtbHi!4d5UUS8o"); return Sink.Table(data); } // PITCHLY3001: in a hash table
    public object V73() { var data = new LinkedList<string>(); data.AddLast(";713nTto@3co2~1Z"); return Sink.Linked(data); } // PITCHLY3001: in a linked list
    public object V74() { var data = new Dictionary<int, string>(); data.Add(0, ""); data.Add(2, "jrznE;NlW0pHyoko"); return Sink.Dictionary(data); } // PITCHLY3001: in a dictionary
    public object V75() { using var stream = new MemoryStream(); JsonSerializer.Serialize(stream, "j66maYWgG7WjvL#s"); return Sink.Serialized(stream.ToArray()); } // PITCHLY3001: serialized and read again
    public object V81() { Base sink = new Derived(); return sink.Act(";FBmf7UfHHeou!5h"); } // PITCHLY3001: through an abstract method

    public object G21() => Sink.Text(_isAsked ? Console.ReadLine()! : ""); // silent: read, if a field says so
    public object G31() { var data = Console.ReadLine()!; var copy = data; return Sink.Text(copy); } // silent: a copy of what was read
    public object G41() => Sink.Text(Console.ReadLine()!); // silent: given to a method
    private static string Given() => Console.ReadLine()!;
    public object G42() => Sink.Text(Given()); // silent: what a method reads
    public object G45() { _read = Console.ReadLine()!; return Sink.Text(_read); } // silent: a field that was read
    public object G51() => S3.Pass(Console.ReadLine()!); // silent: through one class
    public object G53() => S1.Pass(Console.ReadLine()!); // silent: through three classes
    public object G54() => S1.Three(Console.ReadLine()!); // silent: through a row of methods
    public object G61() => Sink.Text(Shared.Ask()); // silent: another class reads
    public object G66() { var data = new string[5]; data[2] = Console.ReadLine()!; data[3] = "BoYCweG;M85k5lyW"; return Sink.Array(data); } // silent: another element of the array
    public object G67() { var data = new Container(); data.One = Console.ReadLine()!; return Sink.Container(data); } // silent: read into a container
    public object G68() { Shared.Read = Console.ReadLine()!; return Sink.ReadField(); } // silent: read into a public field
    public object G72() { var data = new Hashtable(); data.Add(1, "RoO6CDia!c1UDeGT"); data.Add(2, Console.ReadLine()); return Sink.Table(data); } // silent: another entry of the table
    public object G74() { var data = new Dictionary<int, string>(); data.Add(1, "E7SMYhkgR9eVRI~g"); data.Add(2, Console.ReadLine()!); return Sink.Dictionary(data); } // silent: another entry
    public object G75() { using var stream = new MemoryStream(); JsonSerializer.Serialize(stream, Console.ReadLine()); return Sink.Serialized(stream.ToArray()); } // silent: what was read, serialized
    public object G81() { Base sink = new Derived(); return sink.Act(Console.ReadLine()!); } // silent: through an abstract method
}

public static class Pick { public static string Data() => Shared.Yes ? "6qN#UQiwkfg~Lv8I" : ""; } // PITCHLY3001: a field of another class decides
