using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Pitchly.AspNetCore.Callbacks;

/// <summary>Reads the body of a request up to a maximum size.</summary>
internal static class BoundedBody
{
    /// <summary>Returns the body, or <see langword="null"/> if it is larger than the maximum.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int maximumBytes)
    {
        if (request.ContentLength > maximumBytes)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
            if (read.Buffer.Length > maximumBytes)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
