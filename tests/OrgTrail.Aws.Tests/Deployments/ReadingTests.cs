using OrgTrail.Operations;
using static OrgTrail.Aws.Tests.Deployments.DeploymentScene;

namespace OrgTrail.Aws.Tests.Deployments;

/// <summary>What a deployment reads: no more for a thousand accounts than for three.</summary>
public sealed class ReadingTests
{
    private static readonly string[] Least =
    [
        "DescribeOrganization", "DescribeTrails", "GetBucketEncryption", "GetBucketLifecycleConfiguration", "GetBucketLogging",
        "GetBucketOwnershipControls", "GetBucketPolicy", "GetBucketVersioning", "GetCallerIdentity", "GetObjectLockConfiguration",
        "GetPublicAccessBlock", "GetTrailStatus", "HeadBucket", "ListAWSServiceAccessForOrganization", "ListTrails",
    ];

    [Theory]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task A_right_state_is_seen_with_the_same_calls_however_many_accounts_there_are(int accounts)
    {
        using var scene = new DeploymentScene(accounts);
        await scene.DeployAsync(Wanted(("CreateBucket", true)));

        Assert.False((await scene.DeployAsync(Wanted(("CreateBucket", true)))).Changed);

        Assert.Equal(Least, scene.Calls.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_asked_for_beside_is_read_beside()
    {
        using var scene = new DeploymentScene();
        var key = $"arn:aws:kms:us-east-1:{Management}:key/11111111-2222-3333-4444-555555555555";
        scene.State.Kms.Keys.Add(new() { Arn = key, Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"kms:*","Resource":"*"}]}""" });
        var wanted = Wanted(("CreateBucket", true), ("KmsKeyId", key), ("InsightSelector", "ApiCallRateInsight"), ("Tag", new Dictionary<string, object?> { ["Team"] = "security" }));
        await scene.DeployAsync(wanted);

        Assert.False((await scene.DeployAsync(wanted)).Changed);

        Assert.Equal(["DescribeKey", "GetEventSelectors", "GetInsightSelectors", "GetKeyPolicy", "ListTags"], scene.Calls.Except(Least).Order(StringComparer.Ordinal));
        Assert.Equal(scene.Calls.Count, scene.Calls.Distinct().Count());
    }

    [Fact]
    public async Task Trails_of_one_Region_elsewhere_are_looked_at_where_they_are()
    {
        using var scene = new DeploymentScene();
        await scene.DeployAsync(Wanted(("CreateBucket", true)));
        scene.State.CloudTrail.Trails.Add(new() { Name = "local", OwnerAccountId = Management, HomeRegion = "eu-west-1", S3BucketName = "any" });

        await scene.DeployAsync(Wanted());

        Assert.Equal(2, scene.Calls.Count(call => call == "DescribeTrails"));
    }

    [Fact]
    public async Task A_step_that_is_cut_off_is_gone_on_from()
    {
        using var scene = new DeploymentScene();
        using var stop = new CancellationTokenSource();
        // As if Ctrl+C came when CloudTrail had just done its work.
        scene.Sandbox.Called += (_, call) =>
        {
            if (call.Operation == "CreateTrail") stop.Cancel();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.WithAsync(async session =>
        {
            var plan = await new DeployTrail(session, scene.Time, scene.Feedback, null).PlanAsync(Wanted(("CreateBucket", true)), stop.Token);
            return await plan.ApplyAsync(stop.Token);
        }));

        Assert.True((await scene.DeployAsync(Wanted(("CreateBucket", true)))).Succeeded);
        Assert.Equal(["StartLogging"], scene.Writes);
    }
}
