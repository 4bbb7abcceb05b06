using System.Security.Cryptography;
using OrgTrail.Sandbox.Services;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>Writes the files of one account and Region of a trail. Serves one thread; they do not touch each other.</summary>
internal sealed class AccountRegionDelivery
{
    private const string Unique = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    // Longer than a digest's hour, so that some digests list nothing.
    private static readonly TimeSpan IdleSpan = TimeSpan.FromHours(4);

    private readonly TrailRun _run;
    private readonly AccountRegion _place;
    private readonly SandboxDeliveryProgress _progress;
    private readonly ObjectKeys _keys;
    private readonly IReadOnlyList<EventKind> _kinds;
    private readonly IReadOnlyDictionary<string, string> _headers;
    private readonly DeliveryBuffers _buffers;

    public AccountRegionDelivery(TrailRun run, AccountRegion place, SandboxDeliveryProgress progress, DeliveryBuffers buffers)
    {
        (_run, _place, _progress, _buffers) = (run, place, progress, buffers);
        _keys = new ObjectKeys(run.Trail, run.OrganizationId, place);
        _kinds = EventMix.Of(run.Trail, place.Region);
        _headers = UploadHeaders.OfLogFiles(run.Trail);
    }

    /// <summary>How many log files were written.</summary>
    public long LogFiles { get; private set; }

    /// <summary>How many digests were written.</summary>
    public long Digests { get; private set; }

    /// <summary>When the last log file was written; <see langword="null"/> when none was.</summary>
    public DateTimeOffset? LastLogFile { get; private set; }

    /// <summary>When the last digest was written; <see langword="null"/> when none was.</summary>
    public DateTimeOffset? LastDigest { get; private set; }

    /// <summary>Delivers what falls due up to a moment, each thing in its time.</summary>
    public void Advance(DateTimeOffset to, bool withDigests)
    {
        foreach (var time in FileTime.LogTimes(_progress.DeliveredUntil, to))
        {
            if (withDigests)
                WriteDigestsBefore(time);
            if (!IsIdle(time))
            {
                var file = WriteLogFile(time, delivered: time);
                if (_progress.DigestStart is not null)
                    _progress.Unlisted.Add(file);
            }

            // Step by step: where a write is refused, the next attempt goes on from there.
            _progress.DeliveredUntil = time;
        }

        _progress.DeliveredUntil = to;
        if (withDigests)
            WriteDigestsBefore(to + TimeSpan.FromTicks(1));
    }

    /// <summary>Leaves out the time up to a moment, in which the sandbox did not run.</summary>
    public void Skip(DateTimeOffset now, bool withDigests)
    {
        if (withDigests)
            EndDigest(FileTime.Second(_progress.DeliveredUntil), now);
        GoOnFrom(now);
    }

    /// <summary>Ends the digest in progress at a moment, as when logging stops; those before it that are still due come with it.</summary>
    public void EndDigest(DateTimeOffset end, DateTimeOffset delivered)
    {
        while (_progress.DigestStart is { } start && start < end)
            WriteDigest(start + FileTime.DigestStep < end ? start + FileTime.DigestStep : end, delivered);
    }

    /// <summary>
    /// Delivers late what was refused up to a moment. Late log files stand in backfill digests, a chain of their own; the
    /// other chain goes on from that moment.
    /// </summary>
    public void Backfill(DateTimeOffset now, bool withDigests)
    {
        if (withDigests)
            EndDigest(FileTime.Second(_progress.DeliveredUntil), now);
        var oldest = now - FileTime.RetryLimit;
        var start = FileTime.Second(_progress.DeliveredUntil > oldest ? _progress.DeliveredUntil : oldest);
        while (start < now)
        {
            var end = start + FileTime.DigestStep < now ? start + FileTime.DigestStep : now;
            SandboxLogFile[] late = [.. FileTime.LogTimes(start, end).Where(time => !IsIdle(time)).Select(time => WriteLogFile(time, delivered: now))];
            if (withDigests && late.Length > 0)
                _progress.LastBackfill = Write(Digest(start, end, late, _progress.LastBackfill, backfill: true, now), now, backfilled: now);
            start = end;
        }

        GoOnFrom(now);
    }

    // Nothing happens at some times outside the home Region, and at most times in quiet Regions; digests come all the same.
    private bool IsIdle(DateTimeOffset time)
    {
        if (_kinds.Count == 0) return true;
        if (_place.Region == _run.Trail.HomeRegion) return false;
        var isRare = EventSeed.For(_run.Seed, _place, time.UtcTicks / IdleSpan.Ticks) % 8 == 0;
        return isRare != _run.QuietRegions.Contains(_place.Region);
    }

    private void GoOnFrom(DateTimeOffset now)
    {
        _progress.DeliveredUntil = now;
        if (_progress.DigestStart is not null)
            _progress.DigestStart = FileTime.Second(now);
    }

    private void WriteDigestsBefore(DateTimeOffset time)
    {
        while (_progress.DigestStart is { } start && start + FileTime.DigestStep + FileTime.DigestDelay < time)
            WriteDigest(start + FileTime.DigestStep, start + FileTime.DigestStep + FileTime.DigestDelay);
    }

    private void WriteDigest(DateTimeOffset end, DateTimeOffset delivered)
    {
        var files = _progress.Unlisted.FindAll(file => file.Delivered <= end);
        var digest = Digest(_progress.DigestStart!.Value, end, files, _progress.LastDigest, backfill: false, delivered);
        _progress.LastDigest = Write(digest, delivered, backfilled: null);
        _progress.DigestStart = end;
        _progress.Unlisted.RemoveRange(0, files.Count);
    }

    private SandboxLogFile WriteLogFile(DateTimeOffset time, DateTimeOffset delivered)
    {
        var random = new Random(EventSeed.For(_run.Seed, _place, time.UtcTicks));
        var (oldest, newest) = _buffers.Content.Write(_place, _kinds, time, random);
        var key = _keys.LogFile(time, RandomText.Next(random, Unique, 16));
        _run.Objects.Put(_run.Trail.S3BucketName, key, _buffers.Gzip.Compress(_buffers.Content.Bytes), _headers, delivered);
        LogFiles++;
        LastLogFile = delivered;
        return new SandboxLogFile { Bucket = _run.Trail.S3BucketName, Key = key, Hash = _buffers.Content.Hash(), Delivered = delivered, OldestEventTime = oldest, NewestEventTime = newest };
    }

    private DigestContent Digest(
        DateTimeOffset start, DateTimeOffset end, IReadOnlyList<SandboxLogFile> files, SandboxDigestLink? previous, bool backfill, DateTimeOffset signedAt) => new()
        {
            AccountId = _place.AccountId,
            Start = start,
            End = end,
            Bucket = _run.Trail.S3BucketName,
            Key = _keys.Digest(end, backfill),
            Fingerprint = _buffers.Signer.Fingerprint(_place.Region, signedAt),
            Previous = previous,
            LogFiles = files,
        };

    private SandboxDigestLink Write(DigestContent digest, DateTimeOffset signedAt, DateTimeOffset? backfilled)
    {
        var json = digest.ToJson();
        var hash = Convert.ToHexString(SHA256.HashData(json)).ToLowerInvariant();
        var signature = _buffers.Signer.Sign(digest, hash, _place.Region, signedAt);
        _run.Objects.Put(digest.Bucket, digest.Key, _buffers.Gzip.Compress(json), UploadHeaders.OfDigest(_run.Trail, signature, backfilled), signedAt);
        Digests++;
        LastDigest = signedAt;
        return new SandboxDigestLink { Bucket = digest.Bucket, Key = digest.Key, Hash = hash, Signature = signature };
    }
}
