using System.Text;

namespace OrgTrail.Testing;

/// <summary>One call that is attacked.</summary>
/// <param name="Connection">Where the answer goes.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Call">Which operation it is for.</param>
/// <param name="Honest">What a server of good will answers.</param>
/// <param name="Turn">How often the operation was called before.</param>
/// <param name="Stopping">Ends the server.</param>
internal sealed record AttackedCall(HttpConnection Connection, HttpRequest Request, AwsCall Call, HttpResponse Honest, int Turn, CancellationToken Stopping)
{
    /// <summary>The whole honest answer, head and body.</summary>
    public byte[] Bytes => [.. Encoding.Latin1.GetBytes(Honest.Head()), .. Request.Method == "HEAD" ? [] : Honest.Body];

    public int HeadLength => Encoding.Latin1.GetByteCount(Honest.Head());

    public Task WriteAsync(string text) => Connection.WriteAsync(Encoding.Latin1.GetBytes(text), Stopping);

    public Task WriteAsync(ReadOnlyMemory<byte> bytes) => Connection.WriteAsync(bytes, Stopping);

    /// <summary>Answers in an orderly way.</summary>
    public async Task<bool> AnswerAsync(HttpResponse response)
    {
        await Connection.SendAsync(response, Request, response.Body.Length, Stopping).ConfigureAwait(false);
        return true;
    }

    /// <summary>Leaves the client waiting until it goes away.</summary>
    public async Task<bool> WaitAsync()
    {
        await Connection.WaitForCloseAsync(Stopping).ConfigureAwait(false);
        return false;
    }

    /// <summary>Sends the same bytes again and again until the client goes away, or so many have been sent.</summary>
    public async Task<bool> FloodAsync(ReadOnlyMemory<byte> bytes, long total)
    {
        for (long sent = 0; sent < total; sent += bytes.Length)
            await WriteAsync(bytes).ConfigureAwait(false);
        return false;
    }

    /// <summary>Sends bytes one by one with a pause behind each.</summary>
    public async Task<bool> DripAsync(ReadOnlyMemory<byte> bytes, TimeSpan pause)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            await WriteAsync(bytes.Slice(i, 1)).ConfigureAwait(false);
            await Task.Delay(pause, Stopping).ConfigureAwait(false);
        }

        return await WaitAsync().ConfigureAwait(false);
    }
}
