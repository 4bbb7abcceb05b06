namespace OrgTrail.Buckets;

/// <summary>What has to be changed at a bucket to make it fit for audit logs, and what is unfit and stays so.</summary>
internal sealed class BucketChanges
{
    private BucketChanges(IReadOnlyList<BucketChange> items, IReadOnlyList<string> warnings) => (Items, Warnings) = (items, warnings);

    /// <summary>The changes in the order in which they are to be made; empty when all is right.</summary>
    public IReadOnlyList<BucketChange> Items { get; }

    /// <summary>What somebody has set otherwise and is left so, and what else the user should know; one sentence or two each.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Whether a setting is changed.</summary>
    public bool Include(BucketSetting setting) => Items.Any(change => change.Setting == setting);

    /// <summary>
    /// Compares a bucket with how it shall be. What nobody has set is set; what somebody has set otherwise is changed only
    /// where that is asked for; what cannot be seen stays as it is. Nothing is sent.
    /// </summary>
    /// <param name="facts">The bucket as it is: it does not exist, or belongs to the caller.</param>
    /// <param name="wanted">How it shall be.</param>
    /// <exception cref="OrgTrailException">
    /// What is asked for cannot be: the setting is hidden (<c>AccessDenied</c>), contradicts what is there
    /// (<c>ContradictoryRetention</c>, <c>ContradictoryLifecycle</c>), or the policy is public (<c>PublicPolicyBlocked</c>),
    /// malformed or too large.
    /// </exception>
    public static BucketChanges Between(BucketFacts facts, BucketSettings wanted)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(wanted);
        var draft = new ChangeDraft(facts, wanted);
        CreationChange.Add(draft);
        AccessChanges.Add(draft);
        VersioningChange.Add(draft);
        EncryptionChange.Add(draft);
        PolicyChange.Add(draft);
        ObjectLockChange.Add(draft);
        LifecycleChange.Add(draft);
        AccessLoggingChange.Add(draft);
        return new(draft.Changes.ToArray(), draft.Warnings.ToArray());
    }
}
