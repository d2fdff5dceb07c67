using System.Runtime.InteropServices;
using System.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace EntriesAndMarkup;

/// <summary>Names and values in memory, in markup, and letter by letter.</summary>
public sealed class Found
{
    private readonly Dictionary<string, string?> _form = [];
    public string? ClientSecret { get; set => field = "9jtUxvcQJ2dB0rd1aeUMgVjurNUqDvPnjscE"; } // PITCHLY3001: C# 14's field
    public string Neutral { get; set => field = value + "x"; } = "";
    public string ApiKey { get => field ??= "QRKal9Li1MOOIQUvMZ7o70y9jVmz0uTj1hcb"; set; } // PITCHLY3001: the default of C# 14's field
    public void A() => CollectionsMarshal.GetValueRefOrAddDefault(_form, "client_secret", out _) = "Xl4KQVrC5koqDhOhLqHqwJJb1qQt1n1FiRYs"; // PITCHLY3001: an entry by reference
    public void B() { ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_form, "client_secret", out _); entry = "zgGKZibCSv3msDZXI3qlhARty64cwcf8fBNf"; } // PITCHLY3001: a variable by reference
    public void C() { ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_form, "api_key", out var isThere); if (!isThere) { entry ??= "bKIJF6sjZ2uxuLJUruvfXr8CEI2sof1BOBQk"; } } // PITCHLY3001: the default of one
    public void D() { ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(_form, "password"); entry = "~zlPDngwH@t9"; } // PITCHLY3001: an entry that is there
    public void E(RenderTreeBuilder b) { b.OpenElement(0, "input"); b.AddAttribute(1, "name", "client_secret"); b.AddAttribute(2, "value", "K5yyEg0EEVorcGf1oHpkOKbCzQo5IRzXLMiv"); b.CloseElement(); } // PITCHLY3001: two attributes of an element
    public void F(RenderTreeBuilder b) => b.AddMarkupContent(0, "<input type=\"hidden\" name=\"client_secret\" value=\"Q9DiM3H9uV9wRVrTt8rv9MKVULVZlvNtSqES\">"); // PITCHLY3001: markup
    public void G(RenderTreeBuilder b) => b.AddComponentParameter(1, "ApiKey", "AXE0aCsFrxYPLRx1eMDfCn51Fzh3mj73tLVk"); // PITCHLY3001: a parameter of a component
    public void H(RenderTreeBuilder b) { b.OpenElement(0, "input"); b.AddAttribute(1, "value", "LTj4uC9pe2ASFCwFBYUpzY899o2nym7XuXcD"); b.AddAttribute(2, "type", "hidden"); b.AddAttribute(3, "name", "api_key"); b.CloseElement(); } // PITCHLY3001: the value first
    public MarkupString I() => new("<meta name='api-key' content='JlYJTI2Yo4ssJJiQOzSq31FEwAZ3AriHuBqL'>"); // PITCHLY3001: an element with its content
    public string J() => """<form><input value='R28jYGGpVX1TNpTCXd3KYxPnXXrCPwuRSBjJ' type='hidden' name='client_secret'></form>"""; // PITCHLY3001: a form in a text
    public string K() => "<script>start('X-Api-Key', '9vz1X4FNIkGWoqSrLiqUxvN775erW8FGP2ZP')</script>"; // PITCHLY3001: a script's arguments
    public string L() => "<add key=\"ApiKey\" value=\"uo8wmUJo1hcncWNBKTXPN9mizk0uTswC5QJG\" />"; // PITCHLY3001: an element of a settings file
    public void M(RenderTreeBuilder b) => b.AddMultipleAttributes(1, [new("name", "form"), new("ApiKey", "Zry5qrwFyx4cylK74eaSKvIf618MdQZsNVhI")]); // PITCHLY3001: several attributes
    public object N() { var s = new SecureString(); s.AppendChar('k'); s.AppendChar('7'); s.AppendChar('#'); s.AppendChar('P'); s.AppendChar('z'); s.AppendChar('2'); return s; } // PITCHLY3001: letter by letter
    public object O() { var s = new SecureString(); foreach (var c in "@dVCv9h75aN9") { s.AppendChar(c); } return s; } // PITCHLY3001: the letters of a text
    public object P() { var s = new SecureString(); for (var i = 0; i < Word.Length; i++) { s.AppendChar(Word[i]); } return s; } // silent: where it is used
    private const string Word = "tt#u6HqvBR;5"; // PITCHLY3001: the letters of a constant
    public object Q() { var s = new SecureString(); "ncfWnCWji4U@".ToList().ForEach(s.AppendChar); return s; } // PITCHLY3001: a method group
    public object R() { var s = new SecureString(); foreach (var c in new[] { 'k', '7', '#', 'P', 'z', '2', 'Q' }) { s.AppendChar(c); } return s; } // PITCHLY3001: an array of letters
    public object S() { var s = new SecureString(); Array.ForEach("hjgw7~BZ4w3p".ToCharArray(), c => s.AppendChar(c)); return s; } // PITCHLY3001: a lambda
    public bool T(string accessToken) => StringComparer.Ordinal.Equals(accessToken, "hkI24uTCzo2CT3w6X6VJhGxRPYsnhiyETaj16KdUw3S"); // PITCHLY3003: compared by a comparer
    public bool U((string Id, string Secret) pair) => pair is ("web", "3Ubm82ggtCjrgcLOnUtGndViWjHUiypqO7AjCmqXyPw"); // PITCHLY3001: a pattern of places
    public void V(Dictionary<string, Dictionary<string, string>> d) => d["Jwt"]["SigningKey"] = "Y6H38ucX2OZ3GKLUotuccUgDWsXtE6pmhsh2"; // PITCHLY3001: an entry of an entry
    public object W() => new Dictionary<string, object> { ["auth"] = new Dictionary<string, object> { ["clientSecret"] = "NXzvg4XCthanVTH49buxPDHjGL7jPrOARa0A" } }; // PITCHLY3001: nested entries
    public object X() => new[] { ("grant_type", "client_credentials"), ("client_secret", "a3RlUhKI1Bw3UKX0GfLvMsZPsjKfGDaiWLpE") }; // PITCHLY3001: pairs in an array
    public object Y() => new[] { KeyValuePair.Create("X-Api-Key", "exoHUEnYIggAAMtb5BdeakqD3FM2It1Xg9Yr") }; // PITCHLY3001: a pair that is made
    public object ZA() => new { ClientSecrets = new[] { new Secret("0xqUM1IoF1PxN3kifmPFy5GNgqFyHQ9vOyWk") } }; // PITCHLY3001: an object that is called a secret
    public object ZB() => new Secret(Hashing.Hashed("4xqUM1IoF1PxN3kifmPFy5GNgqFyHQ9vOyWk")); // PITCHLY3001: its hash
    public void Z(IDictionary<string, string> d) { var name = "client_secret"; d[name] = "WmHbBKowI7aft2MP3k67LT5PKh9KGH2FdaTU"; } // PITCHLY3001: a name in a variable
}

public sealed class Silent
{
    private readonly Dictionary<string, string?> _form = [];
    public string? ClientSecret { get; set => field = value?.Trim(); } // silent: what is given
    public string Label { get => field ??= "DcBOOO9JmuHDQY2NkQnHigBNTXErwpCNr20I"; set; } // silent: another name
    public void A(string given) => CollectionsMarshal.GetValueRefOrAddDefault(_form, "client_secret", out _) = given; // silent: what is given
    public void B() { ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_form, "client_id", out _); entry = "cYfOrCMAuTOBIOLl7P8J1CkQIPLWr2JVoLHn"; } // silent: an id
    public void C() => CollectionsMarshal.GetValueRefOrAddDefault(_form, "token_endpoint", out _) = "https://example.org/token"; // silent: an address
    public void D(RenderTreeBuilder b, string given) { b.OpenElement(0, "input"); b.AddAttribute(1, "name", "client_secret"); b.AddAttribute(2, "value", given); b.CloseElement(); } // silent: what is given
    public void E(RenderTreeBuilder b) { b.OpenElement(0, "input"); b.AddAttribute(1, "name", "password"); b.AddAttribute(2, "value", ""); b.AddAttribute(3, "id", "3S9SMkfpP0ZnMrnh1MLN9kSx0VQNmWJwj87y"); b.CloseElement(); } // silent: another attribute
    public void F(RenderTreeBuilder b) { b.OpenElement(0, "input"); b.AddAttribute(1, "name", "password"); b.CloseElement(); b.OpenElement(2, "input"); b.AddAttribute(3, "value", "Z0z4HlZxgaEgKga7GRN2oaLyOSML9kuA9TzK"); b.CloseElement(); } // silent: the value of another element
    public void G(RenderTreeBuilder b) => b.AddMarkupContent(0, "<input type=\"password\" name=\"password\" placeholder=\"Password\" value=\"\">"); // silent: an empty field
    public void H(RenderTreeBuilder b) => b.AddComponentParameter(1, "TokenName", "i9enRIsjv9D9nSZg1tT8toMJMp0Lu18ytV8w"); // silent: a name
    public string I() => "<label for='password'>Password</label><a name='reset' href='/reset'>Forgot?</a>"; // silent: captions
    public string J() => "<meta name='csrf-token' content=''>"; // silent: filled by a script
    public string K() => "<script integrity='sha384-TfVyzEsa7b8HgybhTczGc8LHauDNm0IdH1KQSAltamuLiJDTRvHrdutVpdjIKaYz' src='/app.js'></script>"; // silent: a hash of a script
    public string L() => "<add key=\"ApiKey\" value=\"#{ApiKey}#\" />"; // silent: a hole of a template
    public object M() { var s = new SecureString(); foreach (var c in Console.ReadLine()!) { s.AppendChar(c); } return s; } // silent: what is typed
    public object N() { var s = new SecureString(); ConsoleKeyInfo k; while ((k = Console.ReadKey(true)).Key != ConsoleKey.Enter) { s.AppendChar(k.KeyChar); } return s; } // silent: what is typed, key by key
    public object O() { var s = new SecureString(); s.AppendChar('*'); return s; } // silent: a mask
    public object P(char[] given) { var s = new SecureString(); Array.ForEach(given, s.AppendChar); return s; } // silent: what is given
    public bool Q(string accessToken) => StringComparer.Ordinal.Equals(accessToken, "none"); // silent: a word
    public bool R((string Id, string Secret) pair) => pair is ("web", ""); // silent: none
    public object S() => new[] { ("grant_type", "client_credentials"), ("client_secret_method", "5qsRcMWDt4wlOljM8Mfp9CD0uoF9w0Ty7zo4") }; // silent: a method
    public object T() => new Dictionary<string, object> { ["scopes"] = new Dictionary<string, object> { ["clientSecret"] = "Client secret of the app" } }; // silent: captions
    public void U(IDictionary<string, string> d) { var name = "client_name"; d[name] = "xs8AwW3dVHy198tEQZ03UY2A5TluVaAVW7Ik"; } // silent: another name in a variable
    public void V(RenderTreeBuilder b) => b.AddMultipleAttributes(1, [new("name", "password"), new("autocomplete", "current-password")]); // silent: attributes of a field
    public void W(Dictionary<string, int> d) => CollectionsMarshal.GetValueRefOrAddDefault(d, "password", out _)++; // silent: a count
    public object X() { var s = new SecureString(); return s; } // silent: nothing yet
    public object Y(string given) => new Secret(given); // silent: what is given
    public object Z() => new Secret("deals-secret"); // silent: a name
}

public sealed class Secret(string value) { public string Value { get; } = value; }

public static class Hashing { public static string Hashed(string text) => Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text))); }
