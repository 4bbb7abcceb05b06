using OrgTrail.Deployments;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Faults;

/// <summary>What is there before a deployment, and what is wanted.</summary>
/// <param name="Name">What the tests call it.</param>
/// <param name="Wanted">What is wanted.</param>
/// <param name="Prepare">Makes of an organization with three accounts what is there.</param>
internal sealed record StartingPoint(string Name, TrailSpecification Wanted, Action<SandboxState> Prepare)
{
    /// <summary>The key of a tag that others gave the trail.</summary>
    public const string ForeignTag = "Theirs";

    private const string Management = DeploymentScene.Management;
    private const string Bucket = DeploymentScene.AuditBucket;
    private const string KeyArn = $"arn:aws:kms:us-east-1:{Management}:key/11111111-2222-3333-4444-555555555555";

    private const string ForeignBucketPolicy = $$"""
        {"Version":"2012-10-17","Statement":[
        {"Sid":"Theirs","Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::{{Bucket}}/*"},
        {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":["s3:GetObject","s3:GetObjectVersion"],"Resource":"arn:aws:s3:::{{Bucket}}/*"}]}
        """;

    private const string ForeignKeyPolicy = $$"""
        {"Version":"2012-10-17","Id":"theirs","Statement":[
        {"Sid":"Root","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{Management}}:root"},"Action":"kms:*","Resource":"*"},
        {"Sid":"Readers","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"kms:Decrypt","Resource":"*"}]}
        """;

    public static IReadOnlyList<StartingPoint> All { get; } =
    [
        new("nothing", DeploymentScene.Wanted(("CreateBucket", true)), _ => { }),
        new("nothing but a key, and all is wanted", Everything(("CreateBucket", true), ("ObjectLockMode", "GOVERNANCE"), ("ObjectLockDays", 30)), AddKey),
        new("a trail half done among other things, and all is wanted", Everything(("CreateBucket", true)), AddHalfATrail),
    ];

    /// <summary>The one of that name.</summary>
    public static StartingPoint Of(string name) => All.Single(start => start.Name == name);

    public override string ToString() => Name;

    private static TrailSpecification Everything(params (string Name, object? Value)[] more) => DeploymentScene.Wanted(
    [
        ("S3KeyPrefix", "trails"),
        ("KmsKeyId", "alias/audit"),
        ("Tag", new Dictionary<string, object?> { ["Team"] = "security", ["Cost"] = "0815" }),
        ("AdvancedEventSelector", new Dictionary<string, object?>
        {
            ["Name"] = "all management events",
            ["FieldSelectors"] = new object?[] { new Dictionary<string, object?> { ["Field"] = "eventCategory", ["Equals"] = "Management" } },
        }),
        ("InsightSelector", "ApiCallRateInsight"),
        ("DelegatedAdministrator", "222222222222"),
        .. more,
    ]);

    private static void AddKey(SandboxState state) =>
        state.Kms.Keys.Add(new() { Arn = KeyArn, Aliases = ["alias/audit"], Policy = ForeignKeyPolicy });

    private static void AddHalfATrail(SandboxState state)
    {
        AddKey(state);
        state.S3.Buckets[Bucket] = new() { Name = Bucket, OwnerAccountId = Management, Region = "us-east-1", Policy = ForeignBucketPolicy, PublicAccessBlock = null };
        state.CloudTrail.Trails.Add(new()
        {
            Name = "acme",
            OwnerAccountId = Management,
            HomeRegion = "us-east-1",
            S3BucketName = Bucket,
            S3KeyPrefix = "trails",
            Tags = new() { ["Team"] = "nobody", [ForeignTag] = "1" },
        });
    }
}
