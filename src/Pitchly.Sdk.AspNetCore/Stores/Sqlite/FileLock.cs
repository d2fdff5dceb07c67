using System.Security.Cryptography;
using System.Text;

namespace Pitchly.AspNetCore.Stores.Sqlite;

/// <summary>
/// A lock between the processes of one machine: a file next to the store that one process holds open. The operating system closes the file
/// when the process ends, so no lease is needed.
/// </summary>
internal sealed class FileLock(SqliteFile store, TimeProvider time) : IPitchlyLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public async ValueTask<IAsyncDisposable?> TryTakeAsync(string key, TimeSpan lease, TimeSpan wait, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(store.FullPath + ".locks").FullName;
        var path = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return SqliteFile.Open(path, FileShare.None);
            }
            catch (IOException error) when (IsHeld(error))
            {
                if (time.GetElapsedTime(start) >= wait)
                {
                    return null;
                }
            }

            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Returns whether another process holds the file: EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows. Other errors,
    /// such as a full disk, are not treated as a held lock.
    /// </summary>
    private static bool IsHeld(IOException error) => error.GetType() == typeof(IOException) && (error.HResult & 0xFFFF) is 11 or 35 or 32;
}
