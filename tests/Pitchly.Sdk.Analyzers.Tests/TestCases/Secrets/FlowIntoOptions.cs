using System.Collections;
using System.Net;

namespace FlowIntoOptions;

public sealed class Options
{
    public string ClientSecret { get; set; } = "";
    public Func<Task<string?>>? AccessTokenProvider { get; set; }
    public Func<ValueTask<string>>? ApiKeyFactory { get; set; }
}

/// <summary>Ways from a literal to its place.</summary>
public sealed class Found
{
    public void A(Options o) => o.AccessTokenProvider = () => Task.FromResult<string?>("U6TNFfhabXKHMYFAQbblWGZik2a2Fb8fO6ZB9NjNHqtlFHjdSyUZjr2rne2D"); // PITCHLY3003: a delegate
    public void B(Options o) => o.ApiKeyFactory = () => ValueTask.FromResult("XCrB7ZyrnkOnhBSE5CCMkfsfSx19n2WstCPY"); // PITCHLY3001: a delegate
    public async Task C(Options o) => o.ClientSecret = await Read(); // silent: where it comes from
    private static async Task<string> Read() { await Task.Yield(); return "MQzCiPw3leI6LKcZnnkeiUBTzGA8Lk4kD1fo"; } // PITCHLY3001: an async method
    public void D(Options o, string env) => o.ClientSecret = env switch { "dev" or "test" => "Hm9Xhl4KrV7FfxQb59QiOVXNxjNldFskvy9u", _ => "" }; // PITCHLY3001: an arm with alternatives
    public object E() { var h = new Hashtable(); h.Add(0, "k4Tz9pQ2"); return new NetworkCredential("user", (string)h[0]!); } // PITCHLY3001: a hash table
    public object F() { var h = new SortedList(); h.Add("a", "k4Tz9pQ2"); return new NetworkCredential("user", (string)h["a"]!); } // PITCHLY3001: a sorted list
    public object G() { var h = new LinkedList<string>(); h.AddLast("k4Tz9pQ2"); return new NetworkCredential("user", h.Last!.Value); } // PITCHLY3001: a linked list
    public object H() { var h = new Queue<string>(); h.Enqueue("k4Tz9pQ2"); return new NetworkCredential("user", h.Dequeue()); } // PITCHLY3001: a queue
    public byte[] I() => System.Security.Cryptography.HMACSHA256.HashData("jB3YcTB5Uqua"u8 + "2eesxN8WsAc0"u8, []); // PITCHLY3001: a sum of bytes
}
