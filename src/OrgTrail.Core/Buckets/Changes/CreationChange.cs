namespace OrgTrail.Buckets;

/// <summary>Creates the bucket when it does not exist.</summary>
internal static class CreationChange
{
    internal static void Add(ChangeDraft draft)
    {
        if (draft.Facts.Access != BucketAccess.Absent) return;
        var (name, region, objectLock) = (draft.Facts.BucketName, draft.Wanted.Region, draft.Wanted.ObjectLock is not null);
        draft.Add(BucketSetting.Bucket, $"create bucket {name} in {region}{(objectLock ? ", with object lock" : "")}", async (buckets, cancellation) =>
        {
            try
            {
                await buckets.CreateAsync(name, region, objectLock, cancellation);
            }
            catch (OrgTrailException refusal) when (refusal.Problem.Id == ProblemIds.BucketAlreadyOwned)
            {
                // A moment ago there was none: this answers the repetition of a call whose own answer was lost.
            }
        });
    }
}
