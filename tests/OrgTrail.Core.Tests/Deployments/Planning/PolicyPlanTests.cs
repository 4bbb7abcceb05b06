using System.Text.Json.Nodes;
using OrgTrail.Core.Tests.Policies;
using OrgTrail.Deployments;
using static OrgTrail.Core.Tests.Deployments.Planning.PlanScene;

namespace OrgTrail.Core.Tests.Deployments.Planning;

public sealed class PolicyPlanTests
{
    private const string CheckWithAcl = "{'Sid':'AclCheck','Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:GetBucketAcl','Resource':'arn:aws:s3:::acme-audit','Condition':{'StringEquals':{'s3:x-amz-acl':'bucket-owner-full-control'}}}";

    // Also where the management account deploys and sees all of its own trails: those of other accounts it does not see.
    [Fact]
    public async Task Statements_that_let_in_every_trail_are_named_and_left_alone()
    {
        var facts = WithPolicy(Without("aws:SourceArn"));

        Assert.Equal("", Due(Acme, facts));
        var cautions = await WarningsAsync(Acme, facts);
        Assert.Equal(3, cautions.Count);
        Assert.All(cautions, caution => Assert.Matches(@"^Statement\[[012]\] \(Sid \w+\): it lets in CloudTrail on behalf of any AWS account", caution));
    }

    [Fact]
    public async Task Statements_for_this_trail_alone_are_no_cause_for_caution() => Assert.Empty(await WarningsAsync(Acme, Right));

    [Fact]
    public async Task An_ACL_check_that_never_holds_is_no_obstacle_and_does_not_serve()
    {
        var facts = WithPolicy(Example.Policy(CheckWithAcl));

        Assert.Empty(await ProblemsAsync(Acme, facts));
        Assert.Equal("BucketPolicy, Verification", Due(Acme, facts));
        Assert.Contains("add statement AWSCloudTrailAclCheck20150319", Plan(Acme, facts).Single(step => step.Id == "BucketPolicy").Changes);
    }

    [Fact]
    public async Task What_keeps_CloudTrail_out_is_always_named()
    {
        const string Guard = """{"Version":"2012-10-17","Statement":[{"Sid":"Guard","Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}""";

        var bucket = Assert.Single(await ProblemsAsync(Acme, WithPolicy(Guard)));
        Assert.StartsWith("CloudTrail cannot deliver arn:aws:cloudtrail:us-east-1:111111111111:trail/acme to acme-audit.", bucket.What, StringComparison.Ordinal);
        Assert.Contains("Statement[0] (Sid Guard) denies acl-check", bucket.What, StringComparison.Ordinal);
        Assert.StartsWith("Exempt CloudTrail in the statements that deny", bucket.Advice, StringComparison.Ordinal);

        var key = Assert.Single(await ProblemsAsync(Acme.With(new() { KmsKeyId = KeyArn }), Right with { Key = new(new(Key()), new(Guard)) }));
        Assert.StartsWith($"CloudTrail cannot encrypt arn:aws:cloudtrail:us-east-1:111111111111:trail/acme with {KeyArn}.", key.What, StringComparison.Ordinal);
        Assert.Contains("Statement[0] (Sid Guard) denies", key.What, StringComparison.Ordinal);
    }

    // Without it the owner would open another folder than the one that the trail delivers to.
    [Fact]
    public async Task The_command_for_the_owner_of_a_foreign_bucket_has_the_prefix()
    {
        var foreign = Right with { Bucket = new("acme-audit") { Access = OrgTrail.Buckets.BucketAccess.Foreign } };

        Assert.Contains(" -TrailName acme -S3KeyPrefix 'it''s $ours' -OrganizationId ", Assert.Single(await WarningsAsync(Acme.With(new() { S3KeyPrefix = "it's $ours" }), foreign)), StringComparison.Ordinal);
        Assert.Contains(" -TrailName acme -OrganizationId ", Assert.Single(await WarningsAsync(Acme, foreign)), StringComparison.Ordinal);
    }

    private static DeploymentFacts WithPolicy(string policy) => Right with { Bucket = RightBucket with { Policy = new(policy) } };

    private static string Without(string conditionKey)
    {
        var policy = JsonNode.Parse(PolicyFor("acme"))!;
        foreach (var statement in policy["Statement"]!.AsArray()) statement!["Condition"]!["StringEquals"]!.AsObject().Remove(conditionKey);
        return policy.ToJsonString();
    }
}
