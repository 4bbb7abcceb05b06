namespace OrgTrail.Aws.Http;

/// <summary>A body on its way, of which each piece is waited for only so long, and which ends with the user's token.</summary>
/// <param name="body">The body.</param>
/// <param name="limits">How long.</param>
/// <param name="user">The token of whoever sent the request.</param>
internal sealed class PatientStream(Stream body, AnswerLimits limits, CancellationToken user) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // What is there already costs no timer.
        var reading = body.ReadAsync(buffer, cancellationToken);
        return reading.IsCompleted ? await reading.ConfigureAwait(false) : await WaitAsync(reading.AsTask(), cancellationToken).ConfigureAwait(false);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => body.Read(buffer, offset, count);

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) body.Dispose();
        base.Dispose(disposing);
    }

    private async Task<int> WaitAsync(Task<int> reading, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(user, cancellation);
        try
        {
            return await reading.WaitAsync(limits.Time, limits.Clock, either.Token).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Nobody may read on: the read under way still has the buffer.
            await body.DisposeAsync().ConfigureAwait(false);
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new IOException($"Nothing came within {limits.Time.TotalSeconds:0.###} s.");
        }
        catch (OperationCanceledException)
        {
            await body.DisposeAsync().ConfigureAwait(false);
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }
}
