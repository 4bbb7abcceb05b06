using OrgTrail.Buckets;
using OrgTrail.Connection;
using OrgTrail.Core.Tests.Doubles;
using OrgTrail.Health;
using OrgTrail.Keys;
using OrgTrail.Policies;
using OrgTrail.Ports;

namespace OrgTrail.Core.Tests.Health;

/// <summary>An organization whose trail is as it should be. A test changes one thing and looks which checks notice.</summary>
internal sealed class HealthScene
{
    public const string Management = "111111111111";
    public const string Member = "222222222222";
    public const string Arn = "arn:aws:cloudtrail:us-east-1:111111111111:trail/acme";
    public const string Key = "arn:aws:kms:eu-central-1:111111111111:key/00000000-0000-4000-8000-000000000000";
    public static readonly DateTimeOffset Now = new(2025, 6, 1, 12, 30, 0, TimeSpan.Zero);

    public HealthScene()
    {
        Script.On("ICloud.Region", _ => "us-east-1");
        Script.On("IIdentity.GetCallerAsync", _ => new CallerIdentity(Caller, $"arn:aws:iam::{Caller}:user/somebody"));
        Script.On("IOrganizations.DescribeAsync", _ => new Organization { Id = "o-exampleorgid", FeatureSet = FeatureSet, ManagementAccountId = Management });
        Script.On("IOrganizations.ListDelegatedAdministratorsAsync", _ => Administrators.Select(id => new DelegatedAdministrator { AccountId = id }));
        Script.On("IOrganizations.ListTrustedServicesAsync", _ => TrustedServices.Select(service => new TrustedService(service, null)));
        Script.On("IOrganizations.ListAccountsAsync", _ => Accounts);
        Script.On("IRoles.ExistsAsync", role => (string?)role[0] == "AWSServiceRoleForCloudTrail" && HasRole);
        Script.On("ITrails.GetStatusAsync", _ => Status);
        Script.On("ITrails.ListAsync", _ => Trails.Select(trail => new TrailListing(trail.TrailARN, trail.Name, trail.HomeRegion)));
        Script.On("ITrails.DescribeAsync", _ => Trails.ToArray());
        Script.On("ITrailSelectors.GetEventsAsync", _ => Selectors);
        Script.On("ITrailTags.ListAsync", _ => Tags);
        Script.On("IBuckets.FindAsync", call => call[1] is null || (string?)call[1] == BucketOwner ? BucketRegion : throw Denied());
        Script.On("IBuckets.GetPolicyAsync", _ => BucketPolicy);
        Script.On("IBucketSettings.GetPublicAccessBlockAsync", _ => PublicAccess);
        Script.On("IBucketSettings.GetEncryptionAsync", _ => new BucketEncryption("aws:kms", null, HasBucketKey));
        Script.On("IBucketSettings.GetVersioningAsync", _ => Versioning);
        Script.On("IBucketSettings.GetAccessLoggingAsync", _ => AccessLogging);
        Script.On("IBucketObjects.ListFoldersAsync", call => Objects.Folders((string)call[1]!));
        Script.On("IBucketObjects.FindKeyAsync", call => Objects.Find((string)call[1]!, (string?)call[2]));
        Script.On("IKeys.DescribeAsync", _ => KmsKey);
        Script.On("IKeys.GetPolicyAsync", _ => KeyPolicy);
        Script.On("IKeys.IsRotatedAsync", _ => IsRotated);
        Deliver();
    }

    public ScriptedCloud Script { get; } = new();

    public RecordedFeedback Feedback { get; } = new();

    public string Caller { get; set; } = Management;

    public string FeatureSet { get; set; } = "ALL";

    public List<string> Administrators { get; } = [];

    public List<string> TrustedServices { get; } = [TrustedAccess.CloudTrail];

    public List<Account> Accounts { get; } =
    [
        new(Management, "management", "ACTIVE", Now.AddDays(-900)),
        new(Member, "log-archive", "ACTIVE", Now.AddDays(-800)),
    ];

    public bool HasRole { get; set; } = true;

    public Trail Trail { get; set; } = NewTrail();

    public List<Trail> Trails { get; } = [NewTrail()];

    public TrailStatus Status { get; set; } = NewStatus();

    public EventSelectors Selectors { get; set; } = EventSelectors.Default;

    public Dictionary<string, string> Tags { get; set; } = new() { ["Owner"] = "security" };

    public string? BucketRegion { get; set; } = "eu-central-1";

    public string BucketOwner { get; set; } = Member;

    public string? BucketPolicy { get; set; } = RightPolicy();

    public PublicAccessBlock? PublicAccess { get; set; } = PublicAccessBlock.All;

    public string? Versioning { get; set; } = "Enabled";

    public bool HasBucketKey { get; set; }

    public AccessLogging? AccessLogging { get; set; } = new("acme-access", "acme-audit/");

    public KeyList Objects { get; } = new();

    public KmsKey KmsKey { get; set; } = NewKey();

    public string KeyPolicy { get; set; } = TrailKeyPolicy.Build([TrailKeyUse.For(Management, "us-east-1", "acme", Key)], []);

    public bool IsRotated { get; set; } = true;

    public static Trail NewTrail(
        string name = "acme", string home = "us-east-1", bool organization = true, bool multiRegion = true, bool validation = true,
        string? prefix = null, string? key = Key, string? logGroup = "arn:aws:logs:us-east-1:111111111111:log-group:acme:*", string? topic = "arn:aws:sns:us-east-1:111111111111:acme") => new()
        {
            Name = name,
            TrailARN = $"arn:aws:cloudtrail:{home}:{Management}:trail/{name}",
            HomeRegion = home,
            S3BucketName = "acme-audit",
            S3KeyPrefix = prefix,
            IsOrganizationTrail = organization,
            IsMultiRegionTrail = multiRegion,
            LogFileValidationEnabled = validation,
            KmsKeyId = key,
            CloudWatchLogsLogGroupArn = logGroup,
            CloudWatchLogsRoleArn = "arn:aws:iam::111111111111:role/service/CloudTrailLogs",
            SnsTopicARN = topic,
        };

    public static TrailStatus NewStatus(
        bool logging = true, double startedHoursAgo = 900, double? logs = 0.1, double? digests = 0.8, double? events = 0.1,
        string? logError = null, string? digestError = null, string? eventError = null, string? topicError = null) => new()
        {
            Name = "acme",
            TrailARN = Arn,
            HomeRegion = "us-east-1",
            IsLogging = logging,
            StartLoggingTime = Ago(startedHoursAgo),
            StopLoggingTime = logging ? null : Ago(5),
            LatestDeliveryTime = Ago(logs),
            LatestDigestDeliveryTime = Ago(digests),
            LatestCloudWatchLogsDeliveryTime = Ago(events),
            LatestDeliveryError = logError,
            LatestDigestDeliveryError = digestError,
            LatestCloudWatchLogsDeliveryError = eventError,
            LatestNotificationError = topicError,
        };

    public static KmsKey NewKey(string state = "Enabled", string spec = "SYMMETRIC_DEFAULT") => new(Key)
    {
        AccountId = Management,
        Region = "eu-central-1",
        State = state,
        Spec = spec,
        Usage = "ENCRYPT_DECRYPT",
        Manager = "CUSTOMER",
    };

    /// <summary>A policy that lets the trail deliver, and denies everybody plain HTTP.</summary>
    /// <param name="more">Further statements, as JSON with a comma before each.</param>
    public static string RightPolicy(string more = "") =>
        TrailBucketPolicy.Build(TrailDelivery.For("acme-audit", null, "o-exampleorgid", Management, "us-east-1", "acme"))
            .Insert(TrailBucketPolicy.Build(TrailDelivery.For("acme-audit", null, "o-exampleorgid", Management, "us-east-1", "acme")).LastIndexOf(']'), $",{DenyPlain}{more}");

    public const string DenyPlain = """
        {"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::acme-audit","arn:aws:s3:::acme-audit/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}
        """;

    /// <summary>Puts a digest of the last full hour of each account into the bucket, from every Region that all accounts have.</summary>
    public void Deliver()
    {
        foreach (var account in Accounts)
            foreach (var region in OrgTrail.Trails.DefaultRegions.Of("aws"))
                Objects.AddDigest(account.Id, region, Now.AddMinutes(-30));
    }

    /// <summary>Makes checks, and keeps their results by id.</summary>
    public async Task<Dictionary<string, CheckResult>> EvaluateAsync(params string[] checks)
    {
        var session = new CloudSession(new ConnectionOptions(), Script.Cloud);
        var results = new Dictionary<string, CheckResult>();
        await foreach (var result in TrailHealth.RunAsync(session, Trail, CheckSelection.Of(checks, []), new FixedTime(Now), Feedback, default))
            results.Add(result.CheckId, result);
        return results;
    }

    /// <summary>The result of one check.</summary>
    public async Task<CheckResult> EvaluateOneAsync(string check) => (await EvaluateAsync(check)).Values.Single();

    private static DateTimeOffset? Ago(double? hours) => hours is { } number ? Now.AddHours(-number) : null;

    private static OrgTrailException Denied() => new(new Problem("AccessDenied", ProblemKind.PermissionDenied, "It belongs to somebody else.", "Do better."));

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
