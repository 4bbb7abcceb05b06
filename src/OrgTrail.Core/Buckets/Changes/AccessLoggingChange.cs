namespace OrgTrail.Buckets;

/// <summary>Logs the requests to the bucket, when that is asked for.</summary>
internal static class AccessLoggingChange
{
    internal static void Add(ChangeDraft draft)
    {
        if (draft.Wanted.AccessLogging is not { } asked) return;
        var (name, seen) = (draft.Facts.BucketName, draft.Facts.AccessLogging);
        if (!draft.CanSee(seen, "The access logging", isAskedFor: true)) return;
        // Who only names the bucket does not ask for another prefix.
        var wanted = asked with { TargetPrefix = asked.TargetPrefix ?? (seen.Value?.TargetBucket == asked.TargetBucket ? seen.Value.TargetPrefix : "") };
        if (seen.Value == wanted) return;

        draft.Change(
            BucketSetting.AccessLogging, seen.Value?.ToString(), wanted.ToString(),
            (buckets, cancellation) => buckets.Settings.PutAccessLoggingAsync(name, wanted, cancellation));
    }
}
