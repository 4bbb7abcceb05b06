using OrgTrail.Buckets;
using OrgTrail.Connection;
using OrgTrail.Core.Tests.Doubles;
using OrgTrail.Deployments;
using OrgTrail.Keys;
using OrgTrail.Policies;
using OrgTrail.State;

namespace OrgTrail.Core.Tests.Deployments.Planning;

/// <summary>Facts to plan from, and what the plan comes to.</summary>
internal static class PlanScene
{
    public const string Management = "111111111111";
    public const string Member = "222222222222";
    public const string KeyArn = "arn:aws:kms:us-east-1:111111111111:key/11111111-2222-3333-4444-555555555555";

    public static TrailSpecification Acme { get; } = new() { Settings = new() { Name = "acme", S3BucketName = "acme-audit" } };

    /// <summary>An organization with all features and nothing else.</summary>
    public static DeploymentFacts Nothing { get; } = new()
    {
        Region = "us-east-1",
        Organization = new() { Id = "o-exampleorgid", FeatureSet = "ALL", ManagementAccountId = Management },
        CallerAccountId = Management,
        Administrators = new([]),
        Bucket = new("acme-audit") { Access = BucketAccess.Absent },
    };

    public static BucketFacts RightBucket { get; } = new("acme-audit")
    {
        Access = BucketAccess.Own,
        Region = "us-east-1",
        PublicAccessBlock = new(PublicAccessBlock.All),
        ObjectOwnership = new("BucketOwnerEnforced"),
        Versioning = new("Enabled"),
        Encryption = new(BucketEncryption.S3Managed),
        Policy = new(PolicyFor("acme")),
    };

    public static Trail RightTrail { get; } = TrailNamed("acme");

    /// <summary>Everything that <see cref="Acme"/> asks for.</summary>
    public static DeploymentFacts Right { get; } = Nothing with
    {
        Trust = new(new(TrustedAccess.CloudTrail, null)),
        Bucket = RightBucket,
        Trails = [RightTrail],
        Trail = new(RightTrail, IsLogging: true),
    };

    public static Trail TrailNamed(string name, string region = "us-east-1", string account = Management, bool organization = true, string? prefix = null, string? key = null, bool multiRegion = true) => new()
    {
        Name = name,
        TrailARN = $"arn:aws:cloudtrail:{region}:{account}:trail/{name}",
        HomeRegion = region,
        S3BucketName = "acme-audit",
        S3KeyPrefix = prefix,
        IsOrganizationTrail = organization,
        IsMultiRegionTrail = multiRegion,
        IncludeGlobalServiceEvents = true,
        LogFileValidationEnabled = true,
        KmsKeyId = key,
    };

    public static string PolicyFor(string trail, string? prefix = null) => TrailBucketPolicy.Build(
        TrailDelivery.For("acme-audit", prefix, "o-exampleorgid", Management, "us-east-1", trail));

    public static KmsKey Key(string region = "us-east-1") => new(KeyArn.Replace("us-east-1", region, StringComparison.Ordinal))
    {
        AccountId = Management,
        Region = region,
        State = "Enabled",
        Spec = "SYMMETRIC_DEFAULT",
        Usage = "ENCRYPT_DECRYPT",
        Manager = "CUSTOMER",
    };

    /// <summary>The facts with another trail among those that exist, which is the wanted one when it has its ARN.</summary>
    public static DeploymentFacts With(this DeploymentFacts facts, Trail trail, bool isLogging = true) => facts with
    {
        Trails = [.. facts.Trails.Where(other => other.TrailARN != trail.TrailARN), trail],
        Trail = trail.TrailARN == RightTrail.TrailARN ? (facts.Trail ?? new(trail, isLogging)) with { Trail = trail, IsLogging = isLogging } : facts.Trail,
    };

    /// <summary>The same with other settings of the trail.</summary>
    public static TrailSpecification With(this TrailSpecification wanted, TrailSettings more) => wanted with
    {
        Settings = wanted.Settings.With(more) with { Name = more.Name ?? wanted.Name, Tags = more.Tags ?? wanted.Tags },
    };

    public static IReadOnlyList<Step> Plan(TrailSpecification wanted, DeploymentFacts facts)
    {
        var aim = new DeploymentAim(wanted, facts);
        return DeploymentPlanner.Steps(aim, new BucketPlan(aim), new KeyPlan(aim));
    }

    /// <summary>What is due, step by step: <c>Trail, Logging, Verification</c>.</summary>
    public static string Due(TrailSpecification wanted, DeploymentFacts facts) =>
        string.Join(", ", Plan(wanted, facts).Where(step => step.IsDue).Select(step => step.Id));

    /// <summary>What stands in the way.</summary>
    public static async Task<IReadOnlyList<Problem>> ProblemsAsync(TrailSpecification wanted, DeploymentFacts facts, bool force = false, bool allowDuplicate = false) =>
        (await PreflightAsync(wanted, facts, force, allowDuplicate)).Problems;

    /// <summary>What the user is warned of.</summary>
    public static async Task<IReadOnlyList<string>> WarningsAsync(TrailSpecification wanted, DeploymentFacts facts) => (await PreflightAsync(wanted, facts)).Warnings;

    // Nothing is read that the facts do not tell: the session was never open.
    private static Task<DeploymentPreflight> PreflightAsync(TrailSpecification wanted, DeploymentFacts facts, bool force = false, bool allowDuplicate = false)
    {
        var cloud = CloudState.Of(CloudSession.Named(new()), new ManualTime(), new RecordedFeedback(), default);
        var aim = new DeploymentAim(wanted, facts) { Force = force, AllowDuplicate = allowDuplicate };
        return DeploymentPreflight.RunAsync(cloud, aim, new BucketPlan(aim), new KeyPlan(aim));
    }
}
