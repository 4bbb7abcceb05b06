using OrgTrail.Buckets;
using OrgTrail.Problems;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>What can be known to be wrong with a wanted bucket before anything is sent.</summary>
internal static class BucketRequestRules
{
    // S3 API reference, DefaultRetention; Object Lock keeps objects for 100 years at most.
    private const int MostYears = 100;
    private const int MostDays = 36_500;
    private static readonly string[] Modes = ["GOVERNANCE", "COMPLIANCE"];

    /// <summary>Refuses what cannot be.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="region">The Region of the connection.</param>
    public static void Require(PrepareBucket.Request request, string region) => ProblemList.ThrowIfAny([.. Faults(request, region)]);

    /// <summary>All that is wrong.</summary>
    public static IEnumerable<Problem> Faults(PrepareBucket.Request request, string region) =>
    [
        .. Broken(NamingRule.BucketName, request.BucketName ?? ""),
        .. Place(request.BucketRegion, region),
        .. Trail(request, region),
        .. Retention(request),
        .. Days("-ArchiveAfterDays", request.ArchiveAfterDays),
        .. Days("-ExpireAfterDays", request.ExpireAfterDays),
        .. RetentionRules.Order(request.ArchiveAfterDays, request.ExpireAfterDays),
        .. RetentionRules.Lock(request.ObjectLock, request.ExpireAfterDays),
        .. AccessLogs(request),
    ];

    private static IEnumerable<Problem> Trail(PrepareBucket.Request request, string region) =>
    [
        .. Broken(NamingRule.TrailName, request.TrailName),
        .. Broken(NamingRule.S3KeyPrefix, request.S3KeyPrefix),
        .. Broken(NamingRule.OrganizationId, request.OrganizationId),
        .. Broken(NamingRule.AccountId, request.ManagementAccountId),
        .. Place(request.HomeRegion, region),
    ];

    private static IEnumerable<Problem> Broken(NamingRule rule, string? given) =>
        given is not null && rule.Check(given) is { } problem ? [problem] : [];

    private static IEnumerable<Problem> Place(string? given, string region)
    {
        if (given is null) return [];
        if (NamingRule.Region.Check(given) is { } problem) return [problem];
        return Partition.OfRegion(given) == Partition.OfRegion(region) ? [] : [TrailProblems.OtherPartition(given, region)];
    }

    private static IEnumerable<Problem> Retention(PrepareBucket.Request request)
    {
        var (mode, days, years) = (request.ObjectLockMode, request.ObjectLockDays, request.ObjectLockYears);
        const string Rule = "Give -ObjectLockMode GOVERNANCE or COMPLIANCE together with either -ObjectLockDays or -ObjectLockYears.";
        if (mode is not null && !Modes.Contains(mode, StringComparer.OrdinalIgnoreCase))
            yield return Invalid("InvalidObjectLock", $"There is no object lock mode {NamingRule.Quote(mode)}.", Rule);
        if (days is not null && years is not null)
            yield return Invalid("InvalidObjectLock", "The retention is given in days and in years.", Rule);
        if (mode is null != (days ?? years) is null)
            yield return Invalid("InvalidObjectLock", mode is null ? "A retention is given without its mode." : $"Mode {mode} is given without the time of the retention.", Rule);
        if (days is < 1 or > MostDays || years is < 1 or > MostYears)
            yield return Invalid("InvalidObjectLock", $"A retention of {(days is null ? $"{years} years" : $"{days} days")} is out of bounds.", $"Objects can be retained for 1 to {MostDays} days or 1 to {MostYears} years.");
    }

    private static IEnumerable<Problem> Days(string parameter, int? given)
    {
        if (given < 1) yield return Invalid("InvalidLifecycle", $"{parameter} is {given}.", "Give a number of days from 1.");
    }

    private static IEnumerable<Problem> AccessLogs(PrepareBucket.Request request)
    {
        foreach (var problem in Broken(NamingRule.BucketName, request.AccessLogBucket)) yield return problem;
        if (request.AccessLogBucket is null && request.AccessLogPrefix is not null)
            yield return Invalid("InvalidAccessLogging", "A prefix for access logs is given without their bucket.", "Give -AccessLogBucket as well.");
        if (request.AccessLogBucket is not null && request.AccessLogBucket == request.BucketName)
            yield return Invalid("InvalidAccessLogging", "A bucket that logs its requests to itself logs the writing of its logs, without end.", "Give another -AccessLogBucket.");
    }

    private static Problem Invalid(string id, string what, string advice) => new(id, ProblemKind.InvalidInput, what, advice);
}
