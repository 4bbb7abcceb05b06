using System.Net.Sockets;
using System.Text;

namespace OrgTrail.Testing;

/// <summary>The server's side of one connection: everything a reply can do to the client.</summary>
internal sealed class HttpConnection(Socket socket) : IDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private HttpRequestReader? _reader;

    private HttpRequestReader Reader => _reader ??= new HttpRequestReader(_stream);

    public Task<HttpRequest?> ReadAsync(CancellationToken cancellation) => Reader.ReadAsync(cancellation);

    public Task WaitForCloseAsync(CancellationToken cancellation) => Reader.WaitForCloseAsync(cancellation);

    /// <summary>Sends the head of a response and as many bytes of its body as wanted: all of them, unless it is to break off.</summary>
    public async Task SendAsync(HttpResponse response, HttpRequest request, int bodyBytes, CancellationToken cancellation)
    {
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(response.Head()), cancellation).ConfigureAwait(false);
        if (request.Method != "HEAD")
            await _stream.WriteAsync(response.Body.AsMemory(0, bodyBytes), cancellation).ConfigureAwait(false);
    }

    /// <summary>Sends bytes as they are.</summary>
    public Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => _stream.WriteAsync(bytes, cancellation).AsTask();

    /// <summary>Closes with a TCP reset instead of a proper end.</summary>
    public void Reset() => socket.Close(timeout: 0);

    public void Dispose() => _stream.Dispose();
}
