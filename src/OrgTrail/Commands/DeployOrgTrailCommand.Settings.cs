using System.Collections;
using System.Management.Automation;
using OrgTrail.Completion;
using OrgTrail.Deployments;
using OrgTrail.Problems;
using OrgTrail.Trails;

namespace OrgTrail.Commands;

public sealed partial class DeployOrgTrailCommand
{
    /// <summary>The trail's name: 3 to 128 letters, digits, periods, underscores and hyphens. Required without -Path.</summary>
    [Parameter(Position = 0)]
    [Alias("TrailName")]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The bucket that log files are delivered to. Required without -Path. It may belong to another account, which then writes its policy.</summary>
    [Parameter(Position = 1)]
    [Alias("BucketName")]
    [AllowEmptyString]
    public string? S3BucketName { get; set; }

    /// <summary>The trail's home Region; without it, where a trail of that name is, and for a new one the Region of the connection.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? HomeRegion { get; set; }

    /// <summary>Creates the bucket, fit for audit logs, or makes one of your own fit, as New-OrgTrailBucket does. Without it, only the policy of the bucket changes.</summary>
    [Parameter]
    public SwitchParameter CreateBucket { get; set; }

    /// <summary>The Region of the bucket; without it, where the bucket is, and for a new one the trail's home Region.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? BucketRegion { get; set; }

    /// <summary>The retention of new objects, with -CreateBucket: GOVERNANCE or COMPLIANCE. It cannot be switched off again.</summary>
    [Parameter]
    public string? ObjectLockMode { get; set; }

    /// <summary>For how many days new objects are retained, with -ObjectLockMode.</summary>
    [Parameter]
    public int? ObjectLockDays { get; set; }

    /// <summary>For how many years new objects are retained, with -ObjectLockMode.</summary>
    [Parameter]
    public int? ObjectLockYears { get; set; }

    /// <summary>After how many days log files are archived, with -CreateBucket. They must be restored before they can be validated.</summary>
    [Parameter]
    public int? ArchiveAfterDays { get; set; }

    /// <summary>After how many days log files expire, with -CreateBucket.</summary>
    [Parameter]
    public int? ExpireAfterDays { get; set; }

    /// <summary>The bucket to which S3 logs the requests to the bucket, with -CreateBucket: of the same account and Region.</summary>
    [Parameter]
    public string? AccessLogBucket { get; set; }

    /// <summary>What the keys of access logs begin with, with -AccessLogBucket.</summary>
    [Parameter]
    public string? AccessLogPrefix { get; set; }

    /// <summary>What stands before AWSLogs/ in the keys of log files: at most 200 characters, no slash at its ends. Empty to remove it.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? S3KeyPrefix { get; set; }

    /// <summary>All basic event selectors that the trail shall have, as hashtables or JSON; not together with -AdvancedEventSelector.</summary>
    [Parameter]
    [PlainValuesTransformation]
    public object[]? EventSelector { get; set; }

    /// <summary>All advanced event selectors that the trail shall have, as hashtables or JSON; not together with -EventSelector.</summary>
    [Parameter]
    [PlainValuesTransformation]
    public object[]? AdvancedEventSelector { get; set; }

    /// <summary>All insights that the trail shall record: ApiCallRateInsight, ApiErrorRateInsight, or hashtables. An empty list switches insights off.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [PlainValuesTransformation]
    public object[]? InsightSelector { get; set; }

    /// <summary>Tags that the trail shall have: @{ Team = 'security' }. Its other tags stay.</summary>
    [Parameter]
    [Alias("TagsList")]
    public Hashtable? Tag { get; set; }

    /// <summary>Accounts that shall be delegated administrators for CloudTrail, by their 12-digit ids; at most three. Others stay, with a warning.</summary>
    [Parameter]
    public string[]? DelegatedAdministrator { get; set; }

    /// <summary>Whether trusted access for CloudTrail is enabled where it is off; it is unless you say otherwise. Only the management account can.</summary>
    [Parameter]
    public bool? EnableTrustedAccess { get; set; }

    private TrailSpecification Described()
    {
        var faults = new FaultList();
        var specification = new TrailSpecification
        {
            Settings = GivenSettings() with { Name = Name, S3BucketName = S3BucketName, S3KeyPrefix = S3KeyPrefix, Tags = Tags(faults) },
            HomeRegion = HomeRegion,
            CreateBucket = CreateBucket,
            BucketRegion = BucketRegion,
            Bucket = new(S3BucketName)
            {
                ObjectLockMode = ObjectLockMode,
                ObjectLockDays = ObjectLockDays,
                ObjectLockYears = ObjectLockYears,
                ArchiveAfterDays = ArchiveAfterDays,
                ExpireAfterDays = ExpireAfterDays,
                AccessLogBucket = AccessLogBucket,
                AccessLogPrefix = AccessLogPrefix,
            },
            EventSelectors = EventSelector is null && AdvancedEventSelector is null ? null : faults.Keep(() => EventSelectorReader.Read(EventSelector ?? [], AdvancedEventSelector ?? [])),
            InsightSelectors = InsightSelector is null ? null : faults.Keep(() => InsightSelectorReader.Read(InsightSelector)),
            DelegatedAdministrators = DelegatedAdministrator ?? [],
            EnableTrustedAccess = EnableTrustedAccess ?? true,
        };
        return SpecificationRules.Require(specification, [.. SpecificationRules.Missing(specification), .. faults.Problems]);
    }

    private IReadOnlyDictionary<string, string>? Tags(FaultList faults) => Tag is null
        ? null
        : SpecificationValues.TextTable(nameof(Tag), (IReadOnlyDictionary<string, object?>)PlainValues.Of(Tag)!, faults);
}
