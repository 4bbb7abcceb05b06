using System.Text.Json;
using OrgTrail.Sandbox.Faults;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.State;

/// <summary>
/// Sees to it that the state does not grow without end. It cannot grow by more than what comes in, so that it need be measured
/// only each time when enough has come.
/// </summary>
/// <param name="state">The state.</param>
/// <param name="most">The most that it may take as JSON.</param>
internal sealed class StateSize(SandboxState state, long most)
{
    // What a call leaves behind besides its own text: ids, times, ARNs.
    private const int Overhead = 1024;

    private readonly long _between = Math.Min(16 * 1024 * 1024, most / 4);
    private long _since;
    private volatile bool _isFull;

    /// <summary>Refuses a call that may make the state larger, when it is too large.</summary>
    /// <exception cref="OrgTrailException"><c>SandboxFull</c>.</exception>
    public void Require(ServiceCall call)
    {
        if (OperationKind.Reads(call.Operation) || IsOfObjects(call.Operation)) return;
        if (call.Operation.StartsWith("Delete", StringComparison.Ordinal))
        {
            // The next one that adds something finds out what it came to.
            if (_isFull) Interlocked.Exchange(ref _since, _between);
            return;
        }

        var came = call.Http.Body.Length + call.Http.Path.Length + call.Http.Query.Length + Overhead;
        if (Interlocked.Add(ref _since, came) >= _between) Measure();
        if (_isFull) throw SandboxLimits.Full($"its state takes more than {most / (1024 * 1024)} MB");
    }

    /// <summary>Takes note that the state has been replaced.</summary>
    public void Forget()
    {
        Interlocked.Exchange(ref _since, 0);
        _isFull = false;
    }

    private static bool IsOfObjects(string operation) => operation is "PutObject" or "CopyObject" or "UploadPart" or "UploadPartCopy" or "CompleteMultipartUpload";

    private void Measure()
    {
        Interlocked.Exchange(ref _since, 0);
        using var counter = new CountingStream();
        lock (state.Gate)
            JsonSerializer.Serialize(counter, state, StateText.Options);
        _isFull = counter.Length > most;
    }

    /// <summary>Counts what is written, and keeps nothing of it.</summary>
    private sealed class CountingStream : Stream
    {
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position
        {
            get => _length;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
