using OrgTrail.Operations;

namespace OrgTrail.Deployments;

/// <summary>
/// What a deployment leads to: an organization trail and what it stands on. What is <see langword="null"/> is not said: it
/// stays as it is, and a new trail gets AWS's default.
/// </summary>
/// <remarks>It comes from parameters or, by <see cref="SpecificationReader"/>, from a file; the names are the same in both.</remarks>
public sealed record TrailSpecification
{
    /// <summary>The settings of the trail itself; name and bucket are required. What is not said is on the safe side.</summary>
    public required TrailSettings Settings { get; init => field = Complete(value); }

    /// <summary>Where the trail is created; <see langword="null"/> for where a trail of that name is, or else the Region of the connection.</summary>
    public string? HomeRegion { get; init; }

    /// <summary>Whether the bucket is created, or set up when it belongs to the caller's account already.</summary>
    public bool CreateBucket { get; init; }

    /// <summary>Where the bucket lies, or is created; <see langword="null"/> for where it is, or else the trail's home Region.</summary>
    public string? BucketRegion { get; init; }

    /// <summary>What is asked of the bucket when it is set up, beyond what follows from the trail.</summary>
    public PrepareBucket.Request Bucket { get => field with { BucketName = S3BucketName }; init; } = new((string?)null);

    /// <summary>The event selectors, either basic or advanced.</summary>
    public EventSelectors? EventSelectors { get; init; }

    /// <summary>The insight selectors; none switches insights off.</summary>
    public InsightSelectors? InsightSelectors { get; init; }

    /// <summary>Accounts that are delegated administrators for CloudTrail, among others.</summary>
    public IReadOnlyList<string> DelegatedAdministrators { get; init => field = value.ToArray(); } = [];

    /// <summary>Whether trusted access is enabled where it is off.</summary>
    public bool EnableTrustedAccess { get; init; } = true;

    /// <summary>The trail's name.</summary>
    internal string Name => Settings.Name ?? "";

    /// <summary>The bucket that log files are delivered to.</summary>
    internal string S3BucketName => Settings.S3BucketName ?? "";

    /// <summary>What stands before <c>AWSLogs/</c>; empty to remove it.</summary>
    internal string? S3KeyPrefix => Settings.S3KeyPrefix;

    /// <summary>The KMS key by id, ARN, alias or alias ARN; empty to remove it.</summary>
    internal string? KmsKeyId => Settings.KmsKeyId;

    /// <summary>Whether the trail covers every Region.</summary>
    internal bool IsMultiRegionTrail => Settings.IsMultiRegionTrail == true;

    /// <summary>Whether CloudTrail delivers signed digests.</summary>
    internal bool EnableLogFileValidation => Settings.EnableLogFileValidation == true;

    /// <summary>Tags that the trail has among others.</summary>
    internal IReadOnlyDictionary<string, string>? Tags => Settings.Tags;

    // A multi-Region trail must log the events of global services, so a trail that becomes one gets them.
    private static TrailSettings Complete(TrailSettings said)
    {
        var settings = said.OnTheSafeSide();
        return settings with { IsOrganizationTrail = true, IncludeGlobalServiceEvents = settings.IncludeGlobalServiceEvents ?? (settings.IsMultiRegionTrail == true ? true : null) };
    }
}
