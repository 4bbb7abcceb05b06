namespace OrgTrail.Buckets;

/// <summary>Which times of archiving, expiry and retention go together.</summary>
internal static class RetentionRules
{
    private const int DaysOfYear = 365;

    /// <summary>Objects must expire after they are archived (S3 user guide, "Lifecycle configuration elements").</summary>
    internal static IEnumerable<Problem> Order(int? archiveAfterDays, int? expireAfterDays)
    {
        if (expireAfterDays <= archiveAfterDays)
            yield return new(
                "ContradictoryLifecycle",
                ProblemKind.InvalidInput,
                $"Log files would expire after {expireAfterDays} days, before or when they are archived after {archiveAfterDays} days.",
                "Give a greater -ExpireAfterDays, a smaller -ArchiveAfterDays, or only one of them.");
    }

    /// <summary>Objects that expire while they are locked only seem to be gone: their versions stay, and are paid for.</summary>
    internal static IEnumerable<Problem> Lock(ObjectLock? objectLock, int? expireAfterDays)
    {
        if (objectLock is { Mode: not null } && expireAfterDays < (objectLock.Days ?? objectLock.Years * DaysOfYear))
            yield return new(
                "ContradictoryRetention",
                ProblemKind.InvalidInput,
                $"Log files would expire after {expireAfterDays} days, but are locked for longer ({objectLock}).",
                "Give a greater -ExpireAfterDays, or a shorter retention with -ObjectLockDays or -ObjectLockYears.");
    }
}
