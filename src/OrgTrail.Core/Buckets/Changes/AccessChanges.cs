namespace OrgTrail.Buckets;

/// <summary>Closes the bucket to the public, and makes its owner the owner of every object, which switches ACLs off.</summary>
internal static class AccessChanges
{
    private const string Enforced = "BucketOwnerEnforced";

    internal static void Add(ChangeDraft draft)
    {
        BlockPublicAccess(draft);
        EnforceOwnership(draft);
    }

    private static void BlockPublicAccess(ChangeDraft draft)
    {
        var (name, seen) = (draft.Facts.BucketName, draft.Facts.PublicAccessBlock);
        if (!draft.CanSee(seen, "The public access block", draft.Wanted.Force) || seen.Value == PublicAccessBlock.All) return;

        if (seen.Value is { } block && !draft.Wanted.Force)
            draft.Warn($"Bucket {name} does not block all public access (off: {string.Join(", ", Flags(block, areOn: false))}). It stays so: -Force blocks it.");
        else
            draft.Change(
                BucketSetting.PublicAccessBlock, Shown(seen.Value), "all on",
                (buckets, cancellation) => buckets.Settings.PutPublicAccessBlockAsync(name, PublicAccessBlock.All, cancellation));
    }

    private static void EnforceOwnership(ChangeDraft draft)
    {
        var (name, seen) = (draft.Facts.BucketName, draft.Facts.ObjectOwnership);
        if (!draft.CanSee(seen, "The object ownership", draft.Wanted.Force) || seen.Value == Enforced) return;

        if (seen.Value is { } ownership && !draft.Wanted.Force)
            draft.Warn($"The object ownership of bucket {name} is {ownership}, so that ACLs count and log files may belong to others. It stays so: -Force makes it {Enforced}.");
        else
            draft.Change(
                BucketSetting.ObjectOwnership, seen.Value, Enforced,
                (buckets, cancellation) => buckets.Settings.PutObjectOwnershipAsync(name, Enforced, cancellation));
    }

    private static string? Shown(PublicAccessBlock? block) =>
        block is null ? null : string.Join(", ", Flags(block, areOn: true).DefaultIfEmpty("all off"));

    private static IEnumerable<string> Flags(PublicAccessBlock block, bool areOn) =>
        from flag in new[]
        {
            (Name: nameof(block.BlockPublicAcls), On: block.BlockPublicAcls),
            (Name: nameof(block.IgnorePublicAcls), On: block.IgnorePublicAcls),
            (Name: nameof(block.BlockPublicPolicy), On: block.BlockPublicPolicy),
            (Name: nameof(block.RestrictPublicBuckets), On: block.RestrictPublicBuckets),
        }
        where flag.On == areOn
        select flag.Name;
}
