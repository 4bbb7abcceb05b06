namespace OrgTrail.Integrity;

/// <summary>What a bundle says of itself.</summary>
/// <param name="Type">What the file is.</param>
/// <param name="Version">The version of its form.</param>
/// <param name="TrailArn">The trail's ARN.</param>
/// <param name="OrganizationId">The organization; <see langword="null"/> for a trail of one account.</param>
/// <param name="Roots">Where the trail's files lie.</param>
/// <param name="IsMultiRegion">Whether it covers all Regions.</param>
/// <param name="Accounts">The accounts of the organization as read.</param>
/// <param name="Status">The trail's status as read.</param>
/// <param name="RangeStart">From when on it has the files.</param>
/// <param name="RangeEnd">Up to when.</param>
/// <param name="HasLogs">Whether log files are in it, too.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record BundleManifest(
    string Type, int Version, string TrailArn, string? OrganizationId, IReadOnlyList<BundleRoot> Roots, bool? IsMultiRegion, IReadOnlyList<Account>? Accounts,
    BundleStatus? Status, DateTimeOffset? RangeStart, DateTimeOffset? RangeEnd, bool HasLogs, DateTimeOffset CreatedAt);

/// <summary>A place under which CloudTrail made a folder for each account.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">What stands in front of the account's id.</param>
internal sealed record BundleRoot(string Bucket, string Prefix);

/// <summary>What a trail's status says of its digests.</summary>
/// <param name="IsLogging">Whether it logs.</param>
/// <param name="LatestDigestDeliveryTime">When a digest was last delivered.</param>
/// <param name="StartLoggingTime">When logging was last started.</param>
/// <param name="StopLoggingTime">When it was last stopped.</param>
internal sealed record BundleStatus(bool IsLogging, DateTimeOffset? LatestDigestDeliveryTime, DateTimeOffset? StartLoggingTime, DateTimeOffset? StopLoggingTime);
