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
    public void Statements_that_let_in_every_trail_are_named_and_left_alone()
    {
        var facts = WithPolicy(Without("aws:SourceArn"));

        Assert.Equal("", Due(Acme, facts));
        var cautions = Cautions(Acme, facts);
        Assert.Equal(3, cautions.Count);
        Assert.All(cautions, caution => Assert.Matches(@"^Statement\[[012]\] \(Sid \w+\): it lets in CloudTrail on behalf of any AWS account", caution));
    }

    [Fact]
    public void Statements_for_this_trail_alone_are_no_cause_for_caution() => Assert.Empty(Cautions(Acme, Right));

    [Fact]
    public void An_ACL_check_that_never_holds_is_no_obstacle_and_does_not_serve()
    {
        var facts = WithPolicy(Example.Policy(CheckWithAcl));

        Assert.Empty(Obstacles(Acme, facts));
        Assert.Equal("BucketPolicy, Verification", Due(Acme, facts));
        Assert.Contains("add statement AWSCloudTrailAclCheck20150319", Plan(Acme, facts).Single(step => step.Id == "BucketPolicy").Changes);
    }

    [Fact]
    public void What_keeps_CloudTrail_out_is_always_named()
    {
        static PolicyVerdict Verdict(params BlockingStatement[] blockedBy) => new() { BucketName = "acme-audit", TrailArn = "t", Sufficient = false, Missing = ["acl-check"], BlockedBy = blockedBy, Weak = [], Uncertain = [] };
        Assert.Equal("CloudTrail cannot deliver t to acme-audit. Missing: acl-check.", DeploymentProblems.PolicyBlocks(Verdict()).What);
        var blocked = Verdict(new BlockingStatement(2, "Guard", "it has no condition", ["acl-check"]));
        Assert.EndsWith("and that stays: Statement[2] (Sid Guard) denies acl-check: it has no condition.", DeploymentProblems.PolicyBlocks(blocked).What, StringComparison.Ordinal);

        var key = new KeyPolicyVerdict { KmsKeyId = "k", TrailArn = "t", Sufficient = false, Missing = ["encrypt"], BlockedBy = [], Weak = [], Uncertain = [] };
        Assert.Equal("CloudTrail cannot encrypt t with k. Missing: encrypt.", DeploymentProblems.KeyPolicyBlocks(key).What);
    }

    // Without it the owner would open another folder than the one that the trail delivers to.
    [Fact]
    public void The_command_for_the_owner_of_a_foreign_bucket_has_the_prefix()
    {
        var foreign = Right with { Bucket = new("acme-audit") { Standing = OrgTrail.Buckets.BucketStanding.Foreign } };

        Assert.Contains(" -TrailName acme -S3KeyPrefix 'it''s $ours' -OrganizationId ", Assert.Single(Cautions(Acme.With(new() { S3KeyPrefix = "it's $ours" }), foreign)), StringComparison.Ordinal);
        Assert.Contains(" -TrailName acme -OrganizationId ", Assert.Single(Cautions(Acme, foreign)), StringComparison.Ordinal);
    }

    private static DeploymentFacts WithPolicy(string policy) => Right with { Bucket = RightBucket with { Policy = new(policy) } };

    private static string Without(string conditionKey)
    {
        var policy = JsonNode.Parse(PolicyFor("acme"))!;
        foreach (var statement in policy["Statement"]!.AsArray()) statement!["Condition"]!["StringEquals"]!.AsObject().Remove(conditionKey);
        return policy.ToJsonString();
    }
}
