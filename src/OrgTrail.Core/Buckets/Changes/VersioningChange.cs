namespace OrgTrail.Buckets;

/// <summary>Keeps the versions of objects, so that a log file that is overwritten or deleted can be had back.</summary>
internal static class VersioningChange
{
    private const string Enabled = "Enabled";

    internal static void Add(ChangeDraft draft)
    {
        // Object lock needs versions (S3 user guide, "Locking objects with Object Lock"): who asks for it asks for both.
        var isAskedFor = draft.Wanted.Force || draft.Wanted.ObjectLock is not null;
        var (name, seen) = (draft.Facts.BucketName, draft.Facts.Versioning);
        if (!draft.CanSee(seen, "The versioning", isAskedFor) || seen.Value == Enabled) return;

        if (seen.Value is { } status && !isAskedFor)
            draft.Warn($"The versioning of bucket {name} is {status}, so that log files which are overwritten or deleted are lost. It stays so: -Force enables it.");
        else
            draft.Change(
                BucketSetting.Versioning, seen.Value, Enabled,
                (buckets, cancellation) => buckets.Settings.EnableVersioningAsync(name, cancellation));
    }
}
