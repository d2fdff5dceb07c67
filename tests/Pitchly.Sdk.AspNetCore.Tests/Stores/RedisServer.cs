using System.Diagnostics;
using System.Net.Sockets;

namespace Pitchly.AspNetCore.Tests.Stores;

/// <summary>A Redis server that persists each write before it confirms the write.</summary>
internal sealed class RedisServer : ServiceProcess
{
    public string Connection => $"127.0.0.1:{Port},abortConnect=false,connectTimeout=2000,syncTimeout=2000";

    protected override ProcessStartInfo Command() => new("redis-server",
    [
        "--port", $"{Port}", "--bind", "127.0.0.1", "--dir", Folder.FullName, "--appendonly", "yes", "--appendfsync", "always", "--save",
            "",
    ])
    {
        RedirectStandardOutput = true,
    };

    protected override async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port, Cancellation);
            await client.GetStream().WriteAsync("PING\r\n"u8.ToArray(), Cancellation);
            var answer = new byte[5];
            return await client.GetStream().ReadAsync(answer, Cancellation) > 0 && answer[0] == (byte)'+';
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
