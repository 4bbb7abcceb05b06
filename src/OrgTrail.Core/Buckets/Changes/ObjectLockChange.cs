namespace OrgTrail.Buckets;

/// <summary>Retains new objects, when that is asked for.</summary>
internal static class ObjectLockChange
{
    internal static void Add(ChangeDraft draft)
    {
        if (draft.Wanted.ObjectLock is not { } wanted) return;
        var (name, seen) = (draft.Facts.BucketName, draft.Facts.ObjectLock);
        if (!draft.CanSee(seen, "The object lock", isAskedFor: true) || seen.Value == wanted) return;

        draft.Change(
            BucketSetting.ObjectLock, seen.Value?.ToString() ?? "off", $"{wanted}; object lock cannot be switched off again",
            (buckets, cancellation) => buckets.Settings.PutObjectLockAsync(name, wanted, cancellation));
    }
}
