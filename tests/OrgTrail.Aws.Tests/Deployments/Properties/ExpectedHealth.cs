using System.Text.Json.Nodes;
using OrgTrail.Policies;
using OrgTrail.Sandbox.State;
using static OrgTrail.CheckVerdict;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>What the diagnosis must come to after a deployment, by what was wanted and what was there, and by nothing else.</summary>
/// <param name="situation">What was there, and what was wanted.</param>
/// <param name="region">The trail's home Region.</param>
internal sealed class ExpectedHealth(Situation situation, string region)
{
    private readonly SandboxTrail? _before = situation.TrailAt(region);
    private readonly SandboxBucket? _bucket = situation.Bucket;

    // Nothing has come since logging was started, unless something came before.
    private CheckVerdict[] Late => situation.HasPast ? [Fail, Warning] : [Fail];

    private bool IsOwnBucket => _bucket is null || _bucket.OwnerAccountId == situation.Caller;

    private bool IsSetUp => situation.Flag("CreateBucket", false);

    private bool Validates => situation.Flag("EnableLogFileValidation", true);

    private string? Key => situation.KeyArn(region);

    private bool IsOwnKey => Key is null || Key.Split(':')[4] == situation.Caller;

    /// <summary>Whether a bucket or key of another account, which cannot be looked into, keeps CloudTrail out.</summary>
    public bool IsShut => (!IsOwnBucket && !LetsIn(_bucket!)) || (!IsOwnKey && !LetsIn(situation.Start.Kms.Keys.Find(key => key.Arn == Key)));

    /// <summary>The verdicts that each check may come to.</summary>
    public IReadOnlyDictionary<string, CheckVerdict[]> Verdicts => ((string Id, CheckVerdict[] Verdicts)[])
    [
        .. OfOrganization(),
        .. OfTrail(),
        .. IsShut ? OfNoDeliveries() : OfDeliveries(),
        .. IsOwnBucket ? OfOwnBucket() : OfForeignBucket(),
        .. OfKey(),
    ] is var all ? all.ToDictionary(check => check.Id, check => check.Verdicts) : [];

    private bool SendsEvents => (situation.Text("CloudWatchLogsLogGroupArn") ?? _before?.CloudWatchLogsLogGroupArn) is { Length: > 0 };

    private Recording Recording => situation.Recording(region);

    private IEnumerable<(string, CheckVerdict[])> OfOrganization() =>
    [
        ("CallerRole", [Pass]),
        ("AllFeatures", [Pass]),
        ("TrustedAccess", [Pass]),
        ("ServiceLinkedRole", [situation.IsManagement ? Pass : Unknown]),
        ("DuplicateTrails", [PassIf(!situation.Start.CloudTrail.Trails.Exists(trail => trail.IsOrganizationTrail && (trail.Name, trail.HomeRegion) != (situation.TrailName, region)))]),
    ];

    private IEnumerable<(string, CheckVerdict[])> OfTrail() =>
    [
        ("OrganizationTrail", [Pass]),
        ("MultiRegion", [PassIf(situation.Flag("IsMultiRegionTrail", true))]),
        ("HomeRegion", [Pass]),
        ("Logging", [Pass]),
        ("ManagementEvents", [Recording.Verdict]),
        ("OwnDeliveries", [Recording.OwnDeliveries ? Warning : Pass]),
        ("LogFileValidation", [PassIf(Validates)]),
        // Whether CloudTrail may publish is seen when something was to be told.
        ("Notifications", situation.TopicArn(region) is not { } topic || RandomDestinations.Publishes(situation.Start, topic) ? [Pass] : IsShut || !Recording.Delivers ? [Pass, Warning] : [Warning]),
        ("Tags", [PassIf(situation.Wanted.ContainsKey("Tag") || _before?.Tags.Count > 0)]),
        // Where nothing is recorded or delivered, nothing may be due yet.
        ("CloudWatchLogs", SendsEvents && (IsShut || !Recording.Delivers) ? [Pass, Warning] : [PassIf(SendsEvents)]),
    ];

    private IEnumerable<(string, CheckVerdict[])> OfDeliveries() =>
    [
        ("LogDelivery", [situation.IsManagement ? Pass : Unknown]),
        ("DigestDelivery", [situation.IsManagement || !Validates ? Pass : Unknown]),
        ("LogFreshness", Recording.Delivers ? [Pass] : Late),
        ("DigestFreshness", [Pass]),
        ("Coverage", IsOwnBucket && Validates ? [Pass] : [Pass, Unknown]),
    ];

    // Only their owners could mend it, and nothing had to be changed that CloudTrail would have looked at them for.
    private IEnumerable<(string, CheckVerdict[])> OfNoDeliveries() =>
    [
        ("LogDelivery", [situation.IsManagement ? Fail : Unknown]),
        ("DigestDelivery", [!Validates ? Pass : situation.IsManagement ? Fail : Unknown]),
        ("LogFreshness", Late),
        ("DigestFreshness", [PassIf(!Validates)]),
        ("Coverage", !Validates ? [Unknown] : IsOwnBucket ? [Fail] : [Fail, Unknown]),
    ];

    private IEnumerable<(string, CheckVerdict[])> OfOwnBucket() =>
    [
        ("Bucket", [Pass]),
        ("BucketOwner", [Pass]),
        ("BucketPolicy", [Pass, Warning]),
        ("PublicAccess", [IsBlocked ? Pass : IsOpen ? Fail : Warning]),
        ("TlsOnly", [PassIf(IsSetUp || Theirs.Any(statement => (string?)statement["Sid"] == "Tls"))]),
        ("Versioning", [situation.HidesSettings ? Unknown : PassIf(IsVersioned)]),
        ("AccessLogging", [situation.HidesSettings ? Unknown : PassIf(situation.Text("AccessLogBucket") is not null || _bucket?.Configurations.ContainsKey("logging") == true)]),
    ];

    // Its owner alone sees what it is like.
    private IEnumerable<(string, CheckVerdict[])> OfForeignBucket() =>
    [
        ("Bucket", [Pass, Unknown]),
        ("BucketOwner", [_bucket!.OwnerAccountId == Names.Stranger ? Fail : Pass, Unknown]),
        .. ((string[])["BucketPolicy", "PublicAccess", "TlsOnly", "Versioning", "AccessLogging"]).Select(check => (check, (CheckVerdict[])[Unknown])),
    ];

    private IEnumerable<(string, CheckVerdict[])> OfKey() =>
    [
        ("Encryption", [PassIf(Key is not null)]),
        ("KeyState", IsOwnKey ? [Pass] : [Pass, Unknown]),
        ("KeyRegion", IsOwnBucket || Key is null ? [Pass] : [Pass, Unknown]),
        ("KeyPolicy", Key is null ? [Pass] : IsOwnKey ? [Pass, Warning] : [Unknown]),
        ("KeyRotation", IsOwnKey ? [PassIf(Key is null || situation.Start.Kms.Keys.Find(key => key.Arn == Key)?.RotationPeriodInDays is not null)] : [Pass, Warning, Unknown]),
    ];

    // What somebody chose stays, unless -Force is given; new buckets block everything.
    private bool IsBlocked => _bucket switch
    {
        null => true,
        { PublicAccessBlock: null } => IsSetUp,
        { PublicAccessBlock: { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true } } => true,
        _ => IsSetUp && situation.Force,
    };

    private bool IsOpen => _bucket!.PublicAccessBlock is not { RestrictPublicBuckets: true } && Theirs.Any(IsPublic);

    private IEnumerable<JsonNode> Theirs => situation.Theirs.Where(statement => statement.Resource == $"arn:aws:s3:::{_bucket?.Name}").Select(statement => statement.Statement);

    private bool IsVersioned => _bucket?.Versioning switch
    {
        "Enabled" => true,
        "Suspended" => IsSetUp && (situation.Force || situation.Text("ObjectLockMode") is not null),
        _ => IsSetUp,
    };

    private bool LetsIn(SandboxBucket bucket)
    {
        var prefix = situation.Text("S3KeyPrefix") ?? _before?.S3KeyPrefix;
        var delivery = TrailDelivery.For(bucket.Name, prefix, situation.Organization.Id, Names.Management, region, situation.TrailName);
        return PolicyTexts.IsPolicy(bucket.Policy) && !BucketPolicyAnalysis.Analyze(bucket.Policy, delivery, Key, Validates).Refuses;
    }

    private bool LetsIn(SandboxKey? key) =>
        key is { KeyState: "Enabled" }
        && KeyPolicyAnalysis.Analyze(key.Policy, TrailKeyUse.For(Names.Management, region, situation.TrailName, key.Arn, organizationId: situation.Organization.Id) with { BucketName = situation.Text("S3BucketName") }) is { Refuses: false };

    private static bool IsPublic(JsonNode statement) =>
        (string?)statement["Effect"] == "Allow" && statement["Principal"]?.ToJsonString() is "\"*\"" or "{\"AWS\":\"*\"}" && statement["Condition"]?["StringEquals"] is null;

    private static CheckVerdict PassIf(bool met) => met ? Pass : Warning;
}
