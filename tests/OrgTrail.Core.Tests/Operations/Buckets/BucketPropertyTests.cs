using OrgTrail.Buckets;
using OrgTrail.Core.Tests.Buckets;
using OrgTrail.Core.Tests.Doubles;
using OrgTrail.Operations;
using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Operations.Buckets;

/// <summary>Whatever a bucket was like, and whatever is asked for.</summary>
public sealed class BucketPropertyTests
{
    private const string Foreign = """{"Sid":"Theirs","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::acme-audit/*","Unknown":{"kept":1.50}}""";
    private static readonly LifecycleRule ForeignRule = new("theirs", true) { Prefix = "theirs/", ExpireAfterDays = 3 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task One_run_is_enough_and_takes_nothing_from_others(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var buckets = new InMemoryBuckets();
            var before = buckets.Add(Bucket(random)) with { };
            var request = Request(random);

            await (await PlanAsync(buckets, request)).ApplyAsync(default);
            var again = await PlanAsync(buckets, request);

            Assert.True(again.IsEmpty, $"seed {seed}, round {round}: {string.Join(" | ", again.Changes)}");
            RequireNoLoss(before, buckets[Bare.Name], request);
        }
    }

    private static void RequireNoLoss(InMemoryBucket before, InMemoryBucket after, PrepareBucket.Request request)
    {
        Assert.Contains(ForeignRule, after.Lifecycle);
        Assert.True(DenyInsecureTransport.IsIn(after.Policy, Bare.Arn));
        if (before.Policy is not null) Assert.Contains("\"kept\": 1.50", PolicyDocument.Parse(after.Policy!).Indented, StringComparison.Ordinal);
        if (before.Encryption is { KmsKeyId: not null } && request.KmsKeyId is null) Assert.Equal(before.Encryption, after.Encryption);
        if (before.PublicAccessBlock is not null && !request.Force) Assert.Equal(before.PublicAccessBlock, after.PublicAccessBlock);
        if (request.Force) Assert.Equal((PublicAccessBlock.All, "BucketOwnerEnforced", "Enabled"), (after.PublicAccessBlock, after.ObjectOwnership, after.Versioning));
    }

    private static InMemoryBucket Bucket(Random random) => new(Bare.Name, "111111111111", Pick(random, "us-east-1", "eu-west-1"))
    {
        PublicAccessBlock = Pick(random, null, PublicAccessBlock.All, new(true, false, true, false)),
        ObjectOwnership = Pick(random, null, "BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"),
        Versioning = Pick(random, null, "Enabled", "Suspended"),
        Encryption = Pick(random, null, BucketEncryption.S3Managed, BucketEncryption.WithKey("theirs"), new("aws:kms:dsse", "theirs", false)),
        Policy = Pick(random, null, Policy(Foreign), Policy($"{Foreign},{Denial}")),
        ObjectLock = Pick(random, null, new(null, null, null), new ObjectLock("GOVERNANCE", 10, null)),
        AccessLogging = Pick(random, null, new AccessLogging("theirs", "")),
        Lifecycle = Pick<IReadOnlyList<LifecycleRule>>(random, [ForeignRule], [ForeignRule, new("OrgTrail", false) { Prefix = "AWSLogs/", ArchiveAfterDays = 9 }]),
    };

    private static PrepareBucket.Request Request(Random random) => new(Bare.Name)
    {
        TrailName = Pick(random, null, "acme"),
        S3KeyPrefix = Pick(random, null, "", "audit"),
        OrganizationId = "o-exampleorgid",
        ManagementAccountId = "111111111111",
        KmsKeyId = Pick(random, null, ""),
        ObjectLockMode = "GOVERNANCE",
        ObjectLockDays = random.Next(1, 20),
        ArchiveAfterDays = Pick<int?>(random, null, 5, 15),
        ExpireAfterDays = Pick<int?>(random, null, 20, 40),
        Force = Pick(random, false, true),
    };

    private static string Denial => PolicyDocument.Parse(DenyInsecureTransport.Merge(null, Bare.Arn).Policy).Statements[0].Json.ToJsonString();

    private static string Policy(string statements) => $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""";

    private static Task<Plan<Bucket>> PlanAsync(InMemoryBuckets buckets, PrepareBucket.Request request) =>
        new PrepareBucket(new InMemoryCloud { Buckets = buckets }.Connect(), new ManualTime(), new RecordedFeedback()).PlanAsync(request, default);

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
}
