using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Pitchly.Package.Tests;

/// <summary>A local registry (OCI distribution, section "pull") that has one image with a single small layer.</summary>
internal sealed class BaseImageRegistry : IDisposable
{
    private const string ManifestType = "application/vnd.docker.distribution.manifest.v2+json";

    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, (byte[] Content, string Type)> _content = [];

    public BaseImageRegistry()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"localhost:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        var plain = Layer();
        var layer = Zipped(plain);
        var config = JsonSerializer.SerializeToUtf8Bytes(new
        {
            architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64",
            os = "linux",
            config = new { Env = (string[])["PATH=/usr/bin", "ASPNETCORE_HTTP_PORTS=8080"] },
            rootfs = new { type = "layers", diff_ids = (string[])[DigestOf(plain)] },
            history = Array.Empty<object>(),
        });
        var manifest = JsonSerializer.SerializeToUtf8Bytes(new
        {
            schemaVersion = 2,
            mediaType = ManifestType,
            config = new { mediaType = "application/vnd.docker.container.image.v1+json", size = config.Length, digest = DigestOf(config) },
            layers = new[]
            {
                new { mediaType = "application/vnd.docker.image.rootfs.diff.tar.gzip", size = layer.Length, digest = DigestOf(layer) }
            },
        });
        _content["/v2/"] = ([], "application/json");
        _content["/v2/base/manifests/1"] = _content[$"/v2/base/manifests/{DigestOf(manifest)}"] = (manifest, ManifestType);
        _content[$"/v2/base/blobs/{DigestOf(config)}"] = (config, "application/octet-stream");
        _content[$"/v2/base/blobs/{DigestOf(layer)}"] = (layer, "application/octet-stream");
        _listener.Prefixes.Add($"http://{Address}/");
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Gets the host and port.</summary>
    public string Address { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        using var response = context.Response;
        if (!_content.TryGetValue(context.Request.Url!.AbsolutePath, out var found))
        {
            response.StatusCode = 404;
            return;
        }

        response.ContentType = found.Type;
        response.Headers["Docker-Content-Digest"] = DigestOf(found.Content);
        response.ContentLength64 = found.Content.Length;
        if (context.Request.HttpMethod != "HEAD")
        {
            response.OutputStream.Write(found.Content);
        }
    }

    private static byte[] Layer()
    {
        using var layer = new MemoryStream();
        using (var tar = new TarWriter(layer, leaveOpen: true))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "etc/base") { DataStream = new MemoryStream("base"u8.ToArray()) });
        }

        return layer.ToArray();
    }

    private static byte[] Zipped(byte[] content)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return zipped.ToArray();
    }

    private static string DigestOf(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));
}
