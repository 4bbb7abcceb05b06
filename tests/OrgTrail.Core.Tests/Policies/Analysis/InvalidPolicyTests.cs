using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Analysis;

/// <summary>Policies that S3 or KMS refuses when they are put are not sufficient, whatever they would allow.</summary>
public sealed class InvalidPolicyTests
{
    private const string Wide = "'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:*','Resource':['arn:aws:s3:::my-organization-bucket','arn:aws:s3:::my-organization-bucket/*']";
    private const string Own = "'Resource':['arn:aws:s3:::my-organization-bucket','arn:aws:s3:::my-organization-bucket/*']";

    [Theory]
    [InlineData("2012-10-18")]
    [InlineData("2012-10-17 ")]
    [InlineData("latest")]
    public void A_Version_that_is_none_is_refused(string version)
    {
        var verdict = Analyze(Example.PolicyOf(version, $"{{{Wide}}}"));
        var fault = Assert.Single(verdict.Invalid);
        Assert.Null(fault.Index);
        Assert.Equal("The policy must contain a valid version string", fault.Answer);
        AssertRefused(verdict);
    }

    [Theory]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:PutObjects','Resource':'{0}/*'", "'s3:PutObject' may be meant", "Policy has invalid action")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'PutObject','Resource':'{0}/*'", "lacks the prefix s3:", "Policy has invalid action")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':['s3:DeleteObject','kms:Decrypt'],'Resource':'{0}/*'", "is not one of Amazon S3", "Policy has invalid action")]
    [InlineData("'Effect':'Deny','Principal':'*','NotAction':'s3:Puttt*','Resource':'{0}/*'", "no action 's3:Puttt*'", "Policy has invalid action")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteBucketEncryption','Resource':'{0}'", "no action 's3:DeleteBucketEncryption'", "Policy has invalid action")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'*'", "The resource '*' is not allowed", "Policy has invalid resource")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'AWSLogs/*'", "is not an ARN", "Policy has invalid resource")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'my-organization-bucket/*'", "is not an ARN", "Policy has invalid resource")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'https://my-organization-bucket.s3.amazonaws.com/*'", "is an address, not an ARN", "Policy has invalid resource")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'arn:aws:s3:::other/*'", "names the bucket other, not my-organization-bucket", "Policy has invalid resource")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'arn:aws:s3:::my-organization-bucket-2/*'", "names the bucket my-organization-bucket-2", "Policy has invalid resource")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'arn:aws:s3:::*'", "wildcard for the name of the bucket", "Policy has invalid resource")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'arn:aws-cn:s3:::my-organization-bucket/*'", "names the partition aws-cn", "Policy has invalid resource")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'arn:aws:s3:us-east-1:111111111111:my-organization-bucket/*'", "names a Region or an account", "Policy has invalid resource")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','NotResource':'arn:aws:sns:us-east-1:111111111111:t'", "is not of Amazon S3", "Policy has invalid resource")]
    [InlineData("'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':['s3:PutObject','s3:GetBucketAcl'],'Resource':'{0}/*'", "The action s3:GetBucketAcl is about the bucket", "Action does not apply to any resource(s) in statement")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'{0}'", "The action s3:PutObject is about objects", "Action does not apply to any resource(s) in statement")]
    [InlineData("'Effect':'Allow','NotPrincipal':{'AWS':'222222222222'},'Action':'s3:GetObject','Resource':'{0}/*'", "NotPrincipal with Allow", "Invalid principal in policy")]
    [InlineData("'Effect':'Allow','Principal':{'AWS':'cloudtrail.amazonaws.com'},'Action':'s3:GetObject','Resource':'{0}/*'", "belongs under \"Service\"", "Invalid principal in policy")]
    [InlineData("'Effect':'Allow','Principal':{'Service':'*'},'Action':'s3:GetObject','Resource':'{0}/*'", "services are named one by one", "Invalid principal in policy")]
    [InlineData("'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::222222222222:role/*'},'Action':'s3:GetObject','Resource':'{0}/*'", "has a wildcard", "Invalid principal in policy")]
    [InlineData("'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::222222222222:group/x'},'Action':'s3:GetObject','Resource':'{0}/*'", "neither an account nor", "Invalid principal in policy")]
    [InlineData("'Effect':'Allow','Principal':{'AWS':'AIDACKCEVSQ6C2EXAMPLE'},'Action':'s3:GetObject','Resource':'{0}/*'", "was deleted", "Invalid principal in policy")]
    [InlineData("'Effect':'Allow','Principal':{'AWS':'arn:aws-cn:iam::222222222222:root'},'Action':'s3:GetObject','Resource':'{0}/*'", "not of the partition aws", "Invalid principal in policy")]
    [InlineData("'Effect':'Allow','Principal':{'Services':'cloudtrail.amazonaws.com'},'Action':'s3:GetObject','Resource':'{0}/*'", "no sort 'Services'", "Invalid principal in policy")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'{0}/*','Condition':{'StringEqual':{'aws:SourceAccount':'1'}}", "no condition operator 'StringEqual'", "Invalid Condition type : StringEqual")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'{0}/*','Condition':{'StringEquals':{'SourceAccount':'1'}}", "lacks the prefix of its service", "Policy has an invalid condition key")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'{0}/*','Condition':{'NotIpAddress':{'aws:SourceIp':'203.0.113.0/33'}}", "no range of IP addresses", "Invalid policy syntax.")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'{0}/*','Condition':{'StringLike':{'s3:prefix':'x'}}", "of listings only", "Conditions do not apply to combination of actions and resources in statement")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'{0}/*','Conditions':{'Bool':{'aws:SecureTransport':'false'}}", "'Condition' is meant", "Unknown field Conditions")]
    public void A_statement_that_S3_refuses_is_named_with_the_reason(string statement, string reason, string answer)
    {
        var verdict = Analyze(Example.BuiltWith($"{{'Sid':'Mine',{statement.Replace("{0}", Example.BucketArn, StringComparison.Ordinal)}}}"));
        var fault = Assert.Single(verdict.Invalid);
        Assert.Equal((3, "Mine", answer), (fault.Index, fault.Sid, fault.Answer));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Contains($"Amazon S3 would refuse the policy: Statement[3] (Sid Mine): {fault.Reason} (\"{answer}\")", verdict.ToString(), StringComparison.Ordinal);
        AssertRefused(verdict);
    }

    [Theory]
    [InlineData("'Effect':'Allow','Principal':{'AWS':['111111111111','arn:aws:iam::222222222222:root','arn:aws:iam::222222222222:user/path/ann','arn:aws:sts::222222222222:assumed-role/r/s']},'Action':['s3:GetObject*','s3:List*'],{1}")]
    [InlineData("'Effect':'Allow','Principal':{'Service':'logging.s3.amazonaws.com'},'Action':'s3:PutObject','Resource':'{0}/access/*'")]
    [InlineData("'Sid':'Blanks are fine here','Effect':'Deny','Principal':'*','NotAction':'s3:GetObject',{1},'Condition':{'Bool':{'aws:SecureTransport':false}}")]
    [InlineData("'Effect':'Deny','NotPrincipal':{'AWS':'111111111111','Service':'cloudtrail.amazonaws.com'},'Action':'s3:DeleteObject*','Resource':'{0}*'")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'S3:DELETEOBJECT','Resource':'{0}/${aws:username}/*'")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'s3:DeleteBucket','Resource':'{0}','Condition':{'ForAllValues:StringNotLikeIfExists':{'aws:PrincipalOrgPaths':'o-x/*'}}")]
    [InlineData("'Effect':'Allow','Principal':{'AWS':'111111111111'},'Action':'s3:ListBucket','Resource':'{0}','Condition':{'StringLike':{'s3:prefix':'x'},'IpAddress':{'aws:SourceIp':['203.0.113.7','2001:db8::/32']}}")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'*',{1},'Condition':{'StringEquals':{'aws:PrincipalTag/x':'y'}}")]
    [InlineData("'Effect':'Allow','Principal':{'AWS':'111111111111'},'Action':'s3:GetObject','Resource':'{0}/*','Note':'kept'")]
    public void What_S3_takes_is_not_blamed(string statement) => Assert.Empty(
        Analyze(Example.BuiltWith($"{{{statement.Replace("{0}", Example.BucketArn, StringComparison.Ordinal).Replace("{1}", Own, StringComparison.Ordinal)}}}")).Invalid);

    [Fact]
    public void A_live_policy_is_one_that_S3_took()
    {
        var policy = Example.BuiltWith("{'Effect':'Allow','Principal':{'AWS':'AIDACKCEVSQ6C2EXAMPLE'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::my-organization-bucket/*'}");
        Assert.True(BucketPolicyAnalysis.Analyze(policy, Example.Delivery, isLive: true).Sufficient);
        Assert.False(BucketPolicyAnalysis.Analyze(policy, Example.Delivery).Sufficient);
    }

    [Theory]
    [InlineData("us-gov-west-1")]
    [InlineData("cn-north-1")]
    public void The_rules_hold_in_other_partitions(string region)
    {
        var delivery = Example.For(region: region);
        Assert.Empty(BucketPolicyAnalysis.Analyze(TrailBucketPolicy.Merge(null, delivery).Policy, delivery).Invalid);
        Assert.Equal(3, BucketPolicyAnalysis.Analyze(Example.Built, delivery).Invalid.Count);
    }

    [Theory]
    [InlineData("'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::222222222222:role/*'},'Action':'kms:Decrypt','Resource':'*'", "has a wildcard", "Policy contains a statement with one or more invalid principals.")]
    [InlineData("'Effect':'Allow','NotPrincipal':{'AWS':'222222222222'},'Action':'kms:Decrypt','Resource':'*'", "NotPrincipal with Allow", "Policy contains a statement with one or more invalid principals.")]
    [InlineData("'Effect':'Deny','Principal':'*','Action':'kms:Decrypt','Resource':'*','Condition':{'StringIs':{'aws:SourceAccount':'1'}}", "no condition operator 'StringIs'", "Invalid Condition type : StringIs")]
    public void A_statement_that_KMS_refuses_is_named_with_the_reason(string statement, string reason, string answer)
    {
        var policy = System.Text.Json.Nodes.JsonNode.Parse(TrailKeyPolicy.Merge(null, [Example.KeyUse]).Policy)!;
        policy["Statement"]!.AsArray().Add(System.Text.Json.Nodes.JsonNode.Parse(Example.Quoted($"{{{statement}}}")));
        var verdict = KeyPolicyAnalysis.Analyze(policy.ToJsonString(), Example.KeyUse);
        var fault = Assert.Single(verdict.Invalid);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Equal((4, answer), (fault.Index, fault.Answer));
        Assert.False(verdict.Sufficient);
        Assert.Contains("encrypt arn:", verdict.ToString(), StringComparison.Ordinal);
        Assert.Contains("AWS KMS would refuse the policy: Statement[4]: ", verdict.ToString(), StringComparison.Ordinal);
        Assert.Empty(KeyPolicyAnalysis.Analyze(policy.ToJsonString(), Example.KeyUse, isLive: true).Invalid);
    }

    [Fact]
    public void A_key_policy_that_locks_its_account_out_is_said_to()
    {
        var verdict = KeyPolicyAnalysis.Analyze(Example.Policy("{'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'kms:*','Resource':'*'}"), Example.KeyUse);
        Assert.True(verdict.Sufficient);
        Assert.StartsWith("Nobody of account 111111111111 could change this policy again", Assert.Single(verdict.Notes), StringComparison.Ordinal);
    }

    private static void AssertRefused(PolicyVerdict verdict)
    {
        Assert.False(verdict.Sufficient);
        Assert.False(verdict.Delivers);
        Assert.Empty(verdict.Missing);
    }

    private static PolicyVerdict Analyze(string policy) => BucketPolicyAnalysis.Analyze(policy, Example.Delivery);
}
