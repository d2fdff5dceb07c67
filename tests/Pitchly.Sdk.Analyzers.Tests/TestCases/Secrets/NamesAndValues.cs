using System.Text.Json;
using System.Xml.Linq;
using System.Reflection;

[assembly: AssemblyMetadata("ClientSecret", "EO6c6tjrDz4Y8Tgnthq9R0AeEusti8S6")] // PITCHLY3001: metadata of an assembly
[assembly: AssemblyMetadata("RepositoryUrl", "https://example.org/deals")] // silent: metadata of another kind

namespace NamesAndValues;

/// <summary>Names and values, however they are put together.</summary>
public sealed class Found
{
    public Dictionary<string, string> Secrets { get; } = new() { ["main"] = "1d7esWBf4mPm7IabumbO1ugqFH1ARvIVNocw" }; // PITCHLY3001: the member says what is in it
    public List<string> ApiKeys { get; } = [];
    public void A(Utf8JsonWriter json) => json.WriteString("client_secret", "1RKTF7RFSBdOPv3xmI8qJOHwZzI3WfOP4WYb"); // PITCHLY3001: a JSON writer
    public void B(Utf8JsonWriter json) => json.WriteString("client_secret"u8, "BD7RdPMcEj3QEzhT6P3w9hqhpBoPnrnD9Rah"); // PITCHLY3001: a JSON writer with a u8 name
    public object C() => new XAttribute("clientSecret", "cVHEwlz5Z8Pi0mSMtltWBsB0BJBmfzy2x3nM"); // PITCHLY3001: an attribute of XML
    public object D() => new XElement("ApiKey", "IVMKXT9FqXuTpU4ZV2YvJf2mVrlfDloUXo7t"); // PITCHLY3001: an element of XML
    public void E(Dictionary<string, string> d) => d["Pitchly:AppSecret"] += "NAD1Dc8r29U40sSfOcr14XDvSZeWy4HGBVuA"; // PITCHLY3001: added to an entry
    public void F(IDictionary<string, string?> d) { d["Pitchly:AppSecret"] ??= "fhSRrhTdH3ip8uZK6u8oqNRraRs6kK7rXErD"; } // PITCHLY3001: the default of an entry
    public void G() => Secrets["second"] = "HWTVeXJirZrzalz9fNxzWJSaVJaed4bTcOuO"; // PITCHLY3001: an entry of secrets
    public void H() => Secrets.Add("third", "ibbFdXbL8gCXdmWZMjFmocxCcmctHGECSHSX"); // PITCHLY3001: an entry of secrets
    public void I() => ApiKeys.Add("g5A9Tz2e5gtzpwffalbpGp8cd2taOna8atky"); // PITCHLY3001: an element of keys
    public void J() => ApiKeys.AddRange(["mWC9f4BFgv6wl0Lp6cf4iACcGTfYjXM3ZCEb"]); // PITCHLY3001: elements of keys
    public void K() => Js("localStorage.setItem", "access_token", "3vYFMUlLTNknM2GeV45mmFd1iFR3gGAhxJ3hi0L34MMg6sF7bQzE0vuqI5ud"); // PITCHLY3003: arguments of a script
    public bool L(string apiKey) => apiKey is "Bz99o0vgzFAY1Hj50uLDmqJUfirhD55RRTkyqo0VAzZj" or "HZkKbQ2NYlaHU5T7iTUtjOjbVsizkHo8DSbY4RZMOSx"; // PITCHLY3001: alternatives of a pattern
    public bool M(string apiKey) => apiKey is not "cyd4PhIHLQJCathuhD6Id0gooVOjv3lyLx4VBU8mPEH8"; // PITCHLY3001: a negated pattern
    public bool N(string apiKey) { switch (apiKey) { case "0Zi6DzScPGigS2LzOglgmH9wzdDcbkinIzWSLzM5vnqo": return true; default: return false; } } // PITCHLY3001: a label of a switch
    public bool O(string apiKey) => apiKey switch { "iFsXz3u3ucem38VxhdUTZdBm44UF9eUT64WEe9PhkW63" => true, _ => false }; // PITCHLY3001: an arm of a switch
    public bool P(Found other) => other is { ClientSecret: "ropOxeAvJxcM3JPAIbXguqngyecm6O7bjlwakgw1kaxT" }; // PITCHLY3001: a pattern of a property
    public bool Q(string clientSecret) => new[] { "hfrI5iMPq0hZGnshKb3HiZnGzVOe0oxZiUh5Uill8nSZ" }.Contains(clientSecret); // PITCHLY3001: one of several
    public void R(Found other) => (other.ClientSecret, other.Id) = ("ZH4QSynFY58YIDFzcsTaxt6ks1yHSusRjqiW", "deals"); // PITCHLY3001: a deconstruction
    public bool S() => GetAccessToken() == "4c1d7e92ab0538f6d4e7c19052ba86f3d70e1b1d"; // PITCHLY3003: what a method of such a name returns
    private static string GetAccessToken() => Console.ReadLine()!;
    public string ClientSecret { get; set; } = "";
    public string Id { get; set; } = "";

    private static void Js(string function, params object?[] arguments) => GC.KeepAlive((function, arguments));
}

public sealed class Silent
{
    public Dictionary<string, string> Settings { get; } = new() { ["main"] = "CBr15eOTkNZ52O4FtqUOCzzcr16VDfoNozUd" }; // silent: nothing says what is in it
    public List<string> Tokens { get; } = ["if", "else", "while"]; // silent: tokens of a parser
    public void A(Utf8JsonWriter json) => json.WriteString("name", "QxvbsKzx8DaKAdvBqSoonGD7Y2RMkyI2EDga"); // silent: a name
    public object B() => new XAttribute("publicKeyToken", "b77a5c561934e089"); // silent: a public token
    public object C() => new XElement("Id", "NW7Mzsqsz1MtZ0c4pDlbuAIp026i0AyR6aEv"); // silent: an id
    public void D(Dictionary<string, string> d) => d["Pitchly:AppId"] += "yGL8ywfAUtIdFJHlcQ84pKBkZlcLOI4CAKvp"; // silent: an App ID
    public void E() => Js("localStorage.removeItem", "access_token", "session"); // silent: a function and names
    public bool F(string apiKey) => apiKey is "" or "none"; // silent: words for none
    public bool G(string kind) => kind switch { "client_secret" => true, "access_token" => false, _ => false }; // silent: names as values
    public bool H(string grant) { switch (grant) { case "client_secret_post": return true; default: return false; } } // silent: names as labels
    public void I(Dictionary<string, bool> d) => d["hasPassword"] = true; // silent: a question
    public void J() => Tokens.Add("identifier"); // silent: a token of a parser

    private static void Js(string function, params object?[] arguments) => GC.KeepAlive((function, arguments));
}
