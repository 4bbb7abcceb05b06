using OrgTrail.Problems;

namespace OrgTrail.Buckets;

/// <summary>Archives and expires log files, when that is asked for, by a rule of its own for their folder.</summary>
internal static class LifecycleChange
{
    private const string OwnId = "OrgTrail";

    internal static void Add(ChangeDraft draft)
    {
        var wanted = draft.Wanted;
        var isAskedFor = wanted is not { ArchiveAfterDays: null, ExpireAfterDays: null };
        var seen = draft.Facts.Lifecycle;
        if ((!isAskedFor && wanted.ObjectLock is null) || !draft.CanSee(seen, "The lifecycle", isAskedFor)) return;

        var folder = $"{(wanted.S3KeyPrefix.Length == 0 ? "" : wanted.S3KeyPrefix + "/")}AWSLogs/";
        var now = seen.Value?.FirstOrDefault(rule => IsOwn(rule.Id) && rule.Prefix == folder);
        var rule = new LifecycleRule(now?.Id ?? FreeId(seen.Value ?? []), IsEnabled: true)
        {
            Prefix = folder,
            ArchiveAfterDays = wanted.ArchiveAfterDays ?? now?.ArchiveAfterDays,
            ExpireAfterDays = wanted.ExpireAfterDays ?? now?.ExpireAfterDays,
            // Without it, what has expired stays for ever as a version. As long again is time to notice what was deleted by hand.
            ExpireVersionsAfterDays = wanted.ExpireAfterDays ?? now?.ExpireVersionsAfterDays,
        };
        ProblemList.ThrowIfAny(
        [
            .. RetentionRules.Order(rule.ArchiveAfterDays, rule.ExpireAfterDays),
            .. RetentionRules.Lock(wanted.ObjectLock ?? draft.Facts.ObjectLock.Value, rule.ExpireAfterDays),
        ]);
        if (isAskedFor && rule != now) Change(draft, now, rule);
    }

    private static void Change(ChangeDraft draft, LifecycleRule? now, LifecycleRule rule)
    {
        var name = draft.Facts.BucketName;
        if (draft.Facts.Lifecycle.Value?.FirstOrDefault(other => IsOwn(other.Id) && IsHidden(other)) is { } hidden)
            draft.Warn($"Lifecycle rule {hidden.Id} of bucket {name} says more than OrgTrail writes. It stays beside rule {rule.Id}: look whether they go together.");
        if (rule.ArchiveAfterDays is { } days && days != now?.ArchiveAfterDays)
            draft.Warn($"Log files older than {days} days go to the archive, and must be restored before they can be read and validated.");
        draft.Add(
            BucketSetting.Lifecycle, $"Lifecycle rule {rule.Id}: {(now is null ? "(none)" : Describe(now))} -> {Describe(rule)}",
            (buckets, cancellation) => buckets.Settings.PutLifecycleRuleAsync(name, rule, cancellation));
    }

    // Trails with different prefixes may share a bucket: each folder has a rule.
    private static bool IsOwn(string id) => id.StartsWith(OwnId, StringComparison.Ordinal) && id[OwnId.Length..].All(char.IsAsciiDigit);

    private static bool IsHidden(LifecycleRule rule) => rule is { Prefix: null, ArchiveAfterDays: null, ExpireAfterDays: null, ExpireVersionsAfterDays: null };

    private static string FreeId(IReadOnlyList<LifecycleRule> rules) =>
        Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? OwnId : $"{OwnId}{n}").First(id => rules.All(rule => rule.Id != id));

    private static string Describe(LifecycleRule rule) => string.Join(", ",
    [
        rule.Prefix ?? "all objects",
        .. rule.ArchiveAfterDays is { } archive ? (string[])[$"archived after {archive} days"] : [],
        .. rule.ExpireAfterDays is { } expire ? (string[])[$"expired after {expire} days"] : [],
        .. rule.ExpireVersionsAfterDays is { } versions ? (string[])[$"old versions deleted {versions} days later"] : [],
        .. rule.IsEnabled ? (string[])[] : ["disabled"],
    ]);
}
