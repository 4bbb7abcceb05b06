using System.IO.Compression;
using System.Text;

namespace OrgTrail.Testing;

/// <summary>The attacks that any call can be met with.</summary>
public static class Attacks
{
    private const long Gigabyte = 1L << 30;

    private static readonly byte[] Block = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
    private static readonly int[] Elsewhere = [301, 302, 303, 307, 308];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static Lazy<byte[]> Chunk { get; } = new(() => [.. "10000\r\n"u8, .. Block, .. "\r\n"u8]);

    private static Lazy<byte[]> Bomb { get; } = new(() =>
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (long sent = 0; sent < Gigabyte / 8; sent += Block.Length)
                gzip.Write(Block);
        return packed.ToArray();
    });

    /// <summary>The connection does what no server does.</summary>
    public static IReadOnlyList<Attack> Transport { get; } =
    [
        new("lost answer, closed", AttackSort.NoAnswer, _ => Task.FromResult(false)),
        new("lost answer, reset", AttackSort.NoAnswer, Reset),
        new("no HTTP", AttackSort.NoAnswer, async call => { await call.WriteAsync("SSH-2.0-OpenSSH_9.6\r\n\r\n"); return false; }),
        new("a status that is none", AttackSort.NoAnswer, async call => { await call.WriteAsync("HTTP/1.1 abc OK\r\nContent-Length: 0\r\n\r\n"); return false; }),
        new("two lengths", AttackSort.Changed, async call => { await call.WriteAsync($"{Head(call, 200)}Content-Length: 5\r\nContent-Length: 7\r\n\r\nabcdefg"); return false; }),
        new("a negative length", AttackSort.Changed, async call => { await call.WriteAsync($"{Head(call, 200)}Content-Length: -1\r\n\r\n"); return false; }),
        new("stall before the head", AttackSort.Endless, call => call.WaitAsync()),
        new("stall in the head", AttackSort.Endless, async call => { await call.WriteAsync(call.Bytes.AsMemory(0, call.HeadLength / 2)); return await call.WaitAsync(); }),
        new("drip of the head", AttackSort.Endless, call => call.DripAsync(call.Bytes.AsMemory(0, call.HeadLength), Pause)),
        new("1xx without end", AttackSort.NoAnswer, async call => { await call.FloodAsync("HTTP/1.1 102 Processing\r\n\r\n"u8.ToArray(), long.MaxValue); return false; }),
        new("a head without end", AttackSort.NoAnswer, async call => { await call.WriteAsync("HTTP/1.1 200 OK\r\nx-filler: "); return await call.FloodAsync(Block, Gigabyte); }),
    ];

    /// <summary>The body does not come, or not to its end; not for answers to HEAD.</summary>
    public static IReadOnlyList<Attack> Bodies { get; } =
    [
        new("a chunk that is none", AttackSort.NoAnswer, async call => { await call.WriteAsync($"{Head(call, 200)}Transfer-Encoding: chunked\r\n\r\nxyz\r\n"); return false; }),
        new("stall before the body", AttackSort.Endless, async call => { await call.WriteAsync($"{Head(call, 200)}Content-Length: 1000\r\n\r\n"); return await call.WaitAsync(); }),
        new("stall in the body", AttackSort.Endless, async call => { await call.WriteAsync($"{Head(call, 200)}Content-Length: 1000\r\n\r\n{{"); return await call.WaitAsync(); }),
        new("stall in a chunk", AttackSort.Endless, async call => { await call.WriteAsync($"{Head(call, 200)}Transfer-Encoding: chunked\r\n\r\n3e8\r\n{{"); return await call.WaitAsync(); }),
        new("stall in the body of an error", AttackSort.Endless, async call => { await call.WriteAsync($"{Head(call, 400)}Content-Length: 1000\r\n\r\n{{"); return await call.WaitAsync(); }),
        new("drip of the body", AttackSort.Endless, async call => { await call.WriteAsync($"{Head(call, 200)}Content-Length: 1000\r\n\r\n"); return await call.DripAsync(Block.AsMemory(0, 1000), Pause); }),
        new("drip of chunks", AttackSort.Endless, async call => { await call.WriteAsync($"{Head(call, 200)}Transfer-Encoding: chunked\r\n\r\n"); return await call.DripAsync("1\r\n \r\n1\r\n \r\n1\r\n \r\n1\r\n \r\n1\r\n \r\n1\r\n \r\n1\r\n \r\n"u8.ToArray(), Pause); }),
        .. Huge(200),
        Huge(403)[1],
        Huge(503)[2],
        new("a bomb of gzip", AttackSort.NoAnswer, async call => { await call.WriteAsync($"{Head(call, 200)}Content-Encoding: gzip\r\nContent-Length: {Bomb.Value.Length}\r\n\r\n"); await call.WriteAsync(Bomb.Value); return true; }),
    ];

    /// <summary>Sends the client somewhere else.</summary>
    /// <param name="elsewhere">Addresses that nobody may come to.</param>
    public static IReadOnlyList<Attack> Redirects(params string[] elsewhere) =>
    [
        .. from address in elsewhere
           from status in Elsewhere
           select new Attack($"{status} to {address}", AttackSort.NoAnswer, call => call.AnswerAsync(HttpResponse.Of(status, "text/html", "").With("Location", address + call.Request.Target))),
        new Attack("307 of Amazon S3", AttackSort.NoAnswer, call => call.AnswerAsync(HttpResponse.Of(307, "application/xml", "<Error><Code>TemporaryRedirect</Code><Message>Please re-send this request to the specified temporary endpoint.</Message></Error>").With("Location", elsewhere[0] + call.Request.Target))),
    ];

    /// <summary>The honest answer of an operation, cut off at some of its bytes, the last one among them.</summary>
    /// <param name="answers">What a server of good will answers.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="most">At how many bytes at most; they lie evenly in the answer.</param>
    public static IReadOnlyList<Attack> CutOff(RecordedAnswers answers, string operation, int most)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var honest = answers.First(operation);
        var length = honest.Head().Length + (operation == "S3.HeadBucket" ? 0 : honest.Body.Length);
        var body = operation == "S3.HeadBucket" ? 0 : honest.Body.Length;
        return
        [
            .. Some(length, most).Select(cut => new Attack($"cut off behind {cut} of {length} bytes", AttackSort.NoAnswer, async call =>
            {
                await call.WriteAsync(call.Bytes.AsMemory(0, cut)).ConfigureAwait(false);
                return false;
            })),
            .. Some(body, most).Select(cut => new Attack($"no length, body cut off behind {cut} of {body} bytes", cut == 0 ? AttackSort.Empty : AttackSort.NoAnswer, async call =>
            {
                await call.WriteAsync($"{Head(call, honest.Status)}Connection: close\r\n\r\n").ConfigureAwait(false);
                await call.WriteAsync(honest.Body.AsMemory(0, cut)).ConfigureAwait(false);
                return false;
            })),
        ];
    }

    private static IEnumerable<int> Some(int length, int most)
    {
        var step = Math.Max(1, length / most);
        for (var cut = 0; cut < length - 1; cut += step) yield return cut;
        if (length > 0) yield return length - 1;
    }

    private static Attack[] Huge(int status) =>
    [
        new($"1 GB, announced, {status}", AttackSort.NoAnswer, async call => { await call.WriteAsync($"{Head(call, status)}Content-Length: {Gigabyte}\r\n\r\n"); return await call.FloodAsync(Block, Gigabyte); }),
        new($"1 GB in chunks, {status}", AttackSort.NoAnswer, async call => { await call.WriteAsync($"{Head(call, status)}Transfer-Encoding: chunked\r\n\r\n"); return await call.FloodAsync(Chunk.Value, Gigabyte); }),
        new($"1 GB until the end, {status}", AttackSort.NoAnswer, async call => { await call.WriteAsync($"{Head(call, status)}Connection: close\r\n\r\n"); return await call.FloodAsync(Block, Gigabyte); }),
    ];

    private static string Head(AttackedCall call, int status) => $"HTTP/1.1 {status} Hostile\r\nContent-Type: {call.Honest.ContentType}\r\n";

    private static Task<bool> Reset(AttackedCall call)
    {
        call.Connection.Reset();
        return Task.FromResult(false);
    }
}
