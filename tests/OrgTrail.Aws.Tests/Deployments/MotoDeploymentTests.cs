using OrgTrail.Aws.Tests.Workflows;
using OrgTrail.Connection;
using OrgTrail.Deployments;
using OrgTrail.Operations;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Deployments;

/// <summary>A deployment to moto_server, which nobody here wrote: the shape on the wire is right.</summary>
[Collection(MotoGroup.Name)]
public sealed class MotoDeploymentTests
{
    private readonly RecordedFeedback _feedback = new();

    [Fact]
    public async Task From_nothing_to_a_logging_trail_and_nothing_to_do_the_second_time()
    {
        Assert.SkipUnless(MotoServer.Available, MotoServer.MissingBecause);
        MotoServer.Shared.Reset();
        var cli = new AwsCli(MotoServer.Shared.Endpoint);
        Assert.True(cli.Run("organizations", "create-organization", "--feature-set", "ALL").Succeeded);
        var wanted = DeploymentScene.Wanted(
            ("CreateBucket", true), ("S3KeyPrefix", "trails"), ("ExpireAfterDays", 400L), ("InsightSelector", "ApiCallRateInsight"),
            ("EventSelector", new Dictionary<string, object?> { ["ReadWriteType"] = "All" }));

        var first = await DeployAsync(wanted);
        var second = await DeployAsync(wanted);

        Assert.True(first.Succeeded, string.Join("\n", first.Steps.Select(step => $"{step} {step.Problem}")));
        Assert.True(cli.Run("cloudtrail", "get-trail-status", "--name", "acme").Json.GetProperty("IsLogging").GetBoolean());
        Assert.Empty(second.Steps.SelectMany(step => step.Changes));
    }

    private async Task<Deployment> DeployAsync(TrailSpecification wanted)
    {
        var options = new ConnectionOptions
        {
            AccessKey = ThrowawayEnvironment.AccessKey,
            SecretKey = ThrowawayEnvironment.SecretKey,
            Region = "us-east-1",
            EndpointUrl = MotoServer.Shared.Endpoint,
        };
        var session = new CloudSession(options, await new AwsCloudProvider().ConnectAsync(options, _feedback, default));
        try
        {
            var plan = await new DeployTrail(session, new ManualTime(), _feedback, null).PlanAsync(wanted, default);
            return plan.IsEmpty ? plan.Current! : await plan.ApplyAsync(default);
        }
        finally
        {
            session.Leave();
        }
    }
}
