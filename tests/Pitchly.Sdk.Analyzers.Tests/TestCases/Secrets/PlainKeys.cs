using System.Security.Cryptography;
using System.Text.Json;

namespace PlainKeys;

/// <summary>A "key" alone is no secret: it counts by what it is the key of, or by its type.</summary>
public sealed class Silent
{
    private const string Key = "5ag4eWvQjDOAgPg00m3ZJ3FvMlhfwpjC"; // silent: the key of a dictionary
    private static readonly byte[] s_key = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]; // silent: a magic number
    private readonly Dictionary<string, object> _cache = [];

    public object Cached => _cache["deals/D826g6JYBW8ifbRDB4eC"]; // silent: the key of a cache
    public bool Verified(string path) => Verify("Models.Windows.Cpu2", path); // silent: verified under a key
    public bool Known(byte[] head) => IsKey(head) || IsKey([0x89, 0x50, 0x4E, 0x47]); // silent: a comparison of bytes
    public void Keyed(IServiceProvider services) => Resolve(services, "deals-v2-e61d9485"); // silent: a keyed service
    public string Chain => KeyChainProvider.Key; // silent: the name of a provider
    public JsonElement Read(JsonElement json) => json.GetProperty("key2"); // silent: a property of JSON
    public void Registry(Microsoft.Extensions.Configuration.IConfiguration c) => c["Key"] = "Software\\Deals2"; // silent: a registry path
    public string Sort => SortBy(key: "created_at2"); // silent: a column
    public string Partition => Row(partitionKey: "tenant-c12edfe4", rowKey: "FdCEwVgdAlBOeqTIHpBgw8ka2j"); // silent: keys of a table
    public static string Foreign(string foreignKey = "fk_deals_2026") => foreignKey; // silent: a database's key

    private static string Row(string partitionKey, string rowKey) => partitionKey + rowKey;
    private static string SortBy(string key) => key;
    private static bool Verify(string key, string path) => key.Length > path.Length;
    private static bool IsKey(byte[] key) => key.AsSpan().SequenceEqual(s_key);
    private static void Resolve(IServiceProvider services, string key) => GC.KeepAlive((services, key, Key));
    private static class KeyChainProvider { public static string Key => "keychain"; }
}

public sealed class Found
{
    public const string SigningKey = "MMYtqXZBYgSox7WeA4OfKXNquB2N3Lto"; // PITCHLY3001: the key of signatures
    public const string StorageAccountKey = "V0MHlHAqcJNqHDsAV23qnT7XULCkw0Ht"; // PITCHLY3001: the key of an account
    public const string ClientKey = "8qth3Mpa6mMMvSuU69OhQvzPBNDMyRgx"; // PITCHLY3001: the key of a client
    public const string EncryptionKey = "30BWRCLuKywaWwyVwYqYEaxADcMb3TsI"; // PITCHLY3001: the key of a cipher
    public ICryptoTransform A(byte[] iv) { using var aes = Aes.Create(); return aes.CreateEncryptor(Encoding.UTF8.GetBytes("IYdhXvBqyt638Tqa"), iv); } // PITCHLY3001: the key of a transformation
    public ICryptoTransform B(byte[] iv) { using var aes = Aes.Create(); return aes.CreateDecryptor(new byte[] { 35, 77, 101, 204, 9, 33, 64, 12, 87, 3, 250, 6, 19, 41, 90, 222 }, iv); } // PITCHLY3001: the bytes of a key
    public void C() { using var aes = Aes.Create(); aes.Key = Encoding.UTF8.GetBytes("nndeoldTx739NIDg"); } // PITCHLY3001: the key of a cipher
    public object D() => new AesGcm(Encoding.UTF8.GetBytes("RNIHONdsig3AohSe"), 16); // PITCHLY3001: the key of a cipher
    public object E() => new HMACSHA256(Encoding.UTF8.GetBytes("a key of a tutorial in words")); // PITCHLY3001: words are a key where a signature's is wanted
    public byte[] F(byte[] salt) => Rfc2898DeriveBytes.Pbkdf2("6gYYeL3VUyci", salt, 10_000, HashAlgorithmName.SHA256, 32); // PITCHLY3001: a password
    public object G() { var s = new System.Security.SecureString(); foreach (var c in "C1JVbWX3sA7x") { s.AppendChar(c); } return s; } // PITCHLY3001: letter by letter
}
