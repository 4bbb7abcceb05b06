using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Analysis;

public sealed class BucketPolicyAnalysisTests
{
    private static readonly string[] AllCalls = ["acl-check", "management-write", "organization-write"];
    private static readonly string[] Writes = ["management-write", "organization-write"];

    [Fact]
    public void The_built_policy_is_sufficient_and_nothing_is_to_be_said_of_it()
    {
        var verdict = Analyze(Example.Built);
        Assert.True(verdict.Sufficient);
        Assert.False(verdict.Refuses);
        Assert.Equal((Example.Bucket, Example.TrailArn), (verdict.BucketName, verdict.TrailArn));
        Assert.Empty(verdict.Missing);
        Assert.Empty(verdict.BlockedBy);
        Assert.Empty(verdict.Weak);
        Assert.Empty(verdict.Uncertain);
        Assert.Equal($"CloudTrail can deliver {Example.TrailArn} to {Example.Bucket}.", verdict.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("{\"Version\":\"2012-10-17\",\"Statement\":[]}")]
    public void Without_a_policy_everything_is_missing(string? policy)
    {
        var verdict = Analyze(policy);
        Assert.False(verdict.Sufficient);
        Assert.Equal(AllCalls, verdict.Missing);
        Assert.Contains("Missing: acl-check, management-write, organization-write.", verdict.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "acl-check")]
    [InlineData(1, "management-write")]
    [InlineData(2, "organization-write")]
    public void A_statement_that_is_not_there_is_missed(int index, string call)
    {
        var policy = System.Text.Json.Nodes.JsonNode.Parse(Example.Built)!;
        policy["Statement"]!.AsArray().RemoveAt(index);
        var verdict = Analyze(policy.ToJsonString());
        Assert.False(verdict.Sufficient);
        Assert.Equal([call], verdict.Missing);
    }

    [Theory]
    [InlineData("my-organization-trail", "other-trail")]
    [InlineData("cloudtrail:us-east-1", "cloudtrail:us-west-2")]
    [InlineData("cloudtrail:us-east-1:111111111111", "cloudtrail:us-east-1:222222222222")]
    [InlineData("arn:aws:", "arn:aws-us-gov:")]
    [InlineData("cloudtrail.amazonaws.com", "config.amazonaws.com")]
    public void A_policy_for_something_else_lets_nothing_in(string there, string other) =>
        Assert.Equal(AllCalls, Analyze(Example.Built.Replace(there, other, StringComparison.Ordinal)).Missing);

    [Theory]
    [InlineData("AWSLogs/111111111111", "AWSLogs/222222222222", "management-write")]
    [InlineData("AWSLogs/o-exampleorgid", "AWSLogs/o-otherorgid", "organization-write")]
    [InlineData("AWSLogs/o-exampleorgid/*", "AWSLogs/o-exampleorgid/111111111111/*", "organization-write")]
    [InlineData("AWSLogs/o-exampleorgid/*", "AWSLogs/o-exampleorgid/*/CloudTrail/*", "organization-write")]
    public void A_policy_that_lets_in_only_some_keys_is_not_enough(string there, string other, string call) =>
        Assert.Equal([call], Analyze(Example.Built.Replace(there, other, StringComparison.Ordinal)).Missing);

    [Fact]
    public void Without_validation_no_digests_need_to_be_let_in() =>
        Assert.True(BucketPolicyAnalysis.Analyze(Example.Built.Replace("/*", "/*CloudTrail/*", StringComparison.Ordinal), Example.Delivery, logFileValidation: false).Sufficient);

    [Fact]
    public void The_prefix_must_be_the_trails()
    {
        var prefixed = TrailBucketPolicy.Merge(null, Example.For(prefix: "audit/logs")).Policy;
        Assert.True(BucketPolicyAnalysis.Analyze(prefixed, Example.For(prefix: "audit/logs")).Sufficient);
        Assert.Equal(Writes, Analyze(prefixed).Missing);
        Assert.Equal(Writes, BucketPolicyAnalysis.Analyze(Example.Built, Example.For(prefix: "audit")).Missing);
    }

    [Fact]
    public void Control_Towers_policy_is_sufficient_and_said_to_be_weak()
    {
        var verdict = BucketPolicyAnalysis.Analyze(ControlTower.Usual, Example.For("aws-controltower-BaselineCloudTrail", Example.Organization));
        Assert.True(verdict.Sufficient);
        Assert.Empty(verdict.Uncertain);
        Assert.Equal([1, 3, 3], verdict.Weak.Select(weak => weak.Index));
        Assert.StartsWith("it lets in CloudTrail on behalf of any AWS account", verdict.Weak[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("it lets in CloudTrail on behalf of every account of the organization", verdict.Weak[1].Message, StringComparison.Ordinal);
        Assert.Equal("Statement[3] (Sid AWSBucketDeliveryForOrganizationTrail): the resource covers the folders of all accounts and organizations under AWSLogs/.", verdict.Weak[2].ToString());
    }

    // Conditions that let CloudTrail pass.
    [Theory]
    [InlineData("{'Bool':{'aws:SecureTransport':'false'}}")]
    [InlineData("{'Bool':{'aws:SecureTransport':false}}")]
    [InlineData("{'NumericLessThan':{'s3:TlsVersion':'1.2'}}")]
    [InlineData("{'StringNotEquals':{'aws:PrincipalOrgID':'o-exampleorgid'},'BoolIfExists':{'aws:PrincipalIsAWSService':'false'}}")]
    [InlineData("{'StringNotEqualsIfExists':{'aws:SourceVpc':'vpc-111bbb22'},'BoolIfExists':{'aws:PrincipalIsAWSService':'false'}}")]
    [InlineData("{'StringNotEqualsIfExists':{'aws:SourceVpc':'vpc-111bbb22','aws:PrincipalServiceName':'cloudtrail.amazonaws.com'}}")]
    [InlineData("{'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'},'Bool':{'aws:PrincipalIsAWSService':'false'}}")]
    [InlineData("{'StringNotEqualsIfExists':{'aws:SourceOrgID':'o-exampleorgid'},'Null':{'aws:SourceAccount':'false'},'Bool':{'aws:PrincipalIsAWSService':'true'}}")]
    [InlineData("{'StringNotEqualsIfExists':{'aws:SourceAccount':'111111111111'},'Bool':{'aws:PrincipalIsAWSService':'true'}}")]
    [InlineData("{'ArnNotLikeIfExists':{'aws:SourceArn':'arn:aws:cloudtrail:*:111111111111:trail/*'}}")]
    [InlineData("{'StringEquals':{'aws:PrincipalOrgID':'o-exampleorgid'}}")]
    [InlineData("{'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}")]
    [InlineData("{'ForAllValues:StringNotLikeIfExists':{'aws:SourceOrgPaths':'o-exampleorgid/*'},'Bool':{'aws:PrincipalIsAWSService':'true'}}")]
    [InlineData("{'Null':{'s3:x-amz-server-side-encryption':'true'},'StringEquals':{'s3:x-amz-acl':'bucket-owner-full-control'}}")]
    [InlineData("{'StringNotEquals':{'s3:x-amz-server-side-encryption':['aws:kms','AES256']},'Null':{'s3:x-amz-acl':'false'}}")]
    public void A_Deny_that_exempts_CloudTrail_does_not_matter(string condition)
    {
        var verdict = Analyze(Example.BuiltWith(Example.Deny(condition)));
        Assert.Empty(verdict.BlockedBy);
        Assert.Empty(verdict.Uncertain);
        Assert.True(verdict.Sufficient);
    }

    // Conditions that shut CloudTrail out, and the words that must tell why.
    [Theory]
    [InlineData("{'StringNotEquals':{'aws:PrincipalOrgID':'o-exampleorgid'}}", "StringNotEquals aws:PrincipalOrgID 'o-exampleorgid': aws:PrincipalOrgID is absent from the calls of an AWS service")]
    [InlineData("{'StringNotEquals':{'aws:PrincipalOrgID':'o-exampleorgid'},'Bool':{'aws:PrincipalIsAWSService':'true'}}", "aws:PrincipalIsAWSService is 'true'")]
    [InlineData("{'StringNotEqualsIfExists':{'aws:SourceVpce':'vpce-1'}}", "aws:SourceVpce is absent from the calls of an AWS service, or has a value of AWS's own")]
    [InlineData("{'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}}", "NotIpAddress aws:SourceIp '203.0.113.0/24'")]
    [InlineData("{'StringNotEqualsIfExists':{'aws:SourceVpc':'vpc-1'},'Bool':{'aws:ViaAWSService':'false'}}", "aws:ViaAWSService is 'false'")]
    [InlineData("{'StringNotLike':{'aws:userid':['AROAEXAMPLE:*','111111111111']}}", "aws:userid")]
    [InlineData("{'ArnNotLike':{'aws:PrincipalArn':'arn:aws:iam::111111111111:role/Admin*'}}", "aws:PrincipalArn")]
    [InlineData("{'StringNotEquals':{'aws:PrincipalAccount':'111111111111'}}", "aws:PrincipalAccount")]
    [InlineData("{'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}}", "aws:MultiFactorAuthPresent is absent")]
    [InlineData("{'Null':{'aws:TokenIssueTime':'true'}}", "aws:TokenIssueTime is absent")]
    [InlineData("{'StringEquals':{'aws:PrincipalServiceName':'cloudtrail.amazonaws.com'}}", "aws:PrincipalServiceName is 'cloudtrail.amazonaws.com'")]
    [InlineData("{'StringNotEquals':{'aws:SourceOrgID':'o-otherorgid'}}", "aws:SourceOrgID is 'o-exampleorgid'")]
    [InlineData("{'ArnNotEquals':{'aws:SourceArn':'arn:aws:cloudtrail:us-west-2:111111111111:trail/my-organization-trail'}}", "aws:SourceArn is 'arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail'")]
    [InlineData("{}", "it has no condition")]
    public void A_Deny_that_hits_CloudTrail_is_named_with_its_reason(string condition, string reason)
    {
        var verdict = Analyze(Example.BuiltWith(Example.Deny("{'Bool':{'aws:SecureTransport':'false'}}", "Harmless"), Example.Deny(condition)));
        var blocking = Assert.Single(verdict.BlockedBy);
        Assert.False(verdict.Sufficient);
        Assert.True(verdict.Refuses);
        Assert.Empty(verdict.Missing);
        Assert.Equal((4, "Guard"), (blocking.Index, blocking.Sid));
        Assert.Contains(reason, blocking.Reason, StringComparison.Ordinal);
        Assert.Equal(AllCalls, blocking.Calls);
        Assert.StartsWith("Statement[4] (Sid Guard) denies acl-check, management-write, organization-write: ", blocking.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("['aws:kms','AES256']", null, true, null)]
    [InlineData("['aws:kms','AES256']", Example.Key, true, null)]
    [InlineData("'AES256'", null, true, null)]
    [InlineData("'aws:kms'", null, true, "is 'AES256'")]
    [InlineData("'aws:kms'", null, false, "is 'AES256'")]
    [InlineData("'aws:kms'", Example.Key, false, null)]
    [InlineData("'aws:kms'", Example.Key, true, "digest files encrypted with AES256, as when the trail is created")]
    [InlineData("'AES256'", Example.Key, true, "log files and digest files")]
    public void A_Deny_of_other_encryption_must_let_AES256_pass_for_digests(string allowed, string? key, bool validation, string? reason)
    {
        var deny = $$"""{'Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'{{Example.BucketArn}}/*','Condition':{'StringNotEquals':{'s3:x-amz-server-side-encryption':{{allowed}}} } }""";
        var verdict = BucketPolicyAnalysis.Analyze(Example.BuiltWith(deny), Example.Delivery, key, validation);
        Assert.Equal(reason is null, verdict.Sufficient);
        Assert.Equal(reason is null, verdict.BlockedBy.Count == 0);
        Assert.All(verdict.BlockedBy, blocking => Assert.Equal(Writes, blocking.Calls));
        Assert.All(verdict.BlockedBy, blocking => Assert.Contains(reason!, blocking.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Example.Key, true, false)]
    [InlineData("alias/trail", false, true)]
    [InlineData("arn:aws:kms:us-east-1:111111111111:key/other", false, false)]
    public void A_Deny_of_other_keys_is_decided_when_the_key_is_known(string key, bool sufficient, bool uncertain)
    {
        var deny = Example.Deny($"{{'StringNotEquals':{{'s3:x-amz-server-side-encryption-aws-kms-key-id':'{Example.Key}'}},'Null':{{'s3:x-amz-server-side-encryption-aws-kms-key-id':'false'}},'StringEquals':{{'s3:x-amz-acl':'bucket-owner-full-control'}}}}");
        var verdict = BucketPolicyAnalysis.Analyze(Example.BuiltWith(deny), Example.Delivery, key, logFileValidation: false);
        Assert.Equal((sufficient, uncertain), (verdict.Sufficient, verdict.Uncertain.Any(finding => finding.Sid == "Guard")));
    }

    [Theory]
    [InlineData("{'DateGreaterThan':{'aws:CurrentTime':'2030-01-01T00:00:00Z'}}", "aws:CurrentTime has a value that cannot be known beforehand")]
    [InlineData("{'StringNotEquals':{'aws:RequestedRegion':'eu-central-1'}}", "aws:RequestedRegion")]
    [InlineData("{'StringNotEquals':{'aws:ResourceAccount':'111111111111'}}", "aws:ResourceAccount")]
    [InlineData("{'StringNotEquals':{'s3:x-amz-storage-class':'STANDARD'}}", "s3:x-amz-storage-class is not documented for the calls of CloudTrail")]
    [InlineData("{'Null':{'aws:SourceVpce':'false'}}", "aws:SourceVpce")]
    [InlineData("{'ForAllValues:StringNotLike':{'aws:PrincipalOrgPaths':'o-exampleorgid/*'}}", "contradicts itself on a negated ForAllValues")]
    [InlineData("{'StringNotLike':{'aws:SourceOrgPaths':'o-exampleorgid/*'}}", "aws:SourceOrgPaths is multivalued")]
    [InlineData("{'ForAnyValue:StringNotLike':{'aws:SourceOrgPaths':'o-exampleorgid/r-ab12/*'}}", "aws:SourceOrgPaths")]
    [InlineData("{'StringWeirdly':{'aws:SourceAccount':'1'}}", "IAM documents no operator StringWeirdly")]
    public void A_Deny_that_may_hit_CloudTrail_is_uncertain_and_not_sufficient(string condition, string message)
    {
        var verdict = Analyze(Example.BuiltWith(Example.Deny(condition)));
        var finding = Assert.Single(verdict.Uncertain);
        Assert.Equal((3, "Guard"), (finding.Index, finding.Sid));
        Assert.StartsWith("whether this statement denies CloudTrail is uncertain: ", finding.Message, StringComparison.Ordinal);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.False(verdict.Sufficient);
        Assert.False(verdict.Refuses);
        Assert.StartsWith("CloudTrail may be kept from delivering", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_Allow_under_an_uncertain_condition_does_not_count()
    {
        var verdict = Analyze(Example.Built.Replace("aws:SourceArn", "s3:unheard-of", StringComparison.Ordinal));
        Assert.Equal(AllCalls, verdict.Missing);
        Assert.Equal([0, 1, 2], verdict.Uncertain.Select(finding => finding.Index));
        Assert.StartsWith("whether this statement lets CloudTrail in is uncertain: StringEquals s3:unheard-of", verdict.Uncertain[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws:PrincipalOrgID", "o-exampleorgid")]
    [InlineData("aws:PrincipalAccount", "111111111111")]
    [InlineData("aws:SourceVpce", "vpce-1")]
    public void An_Allow_under_a_condition_that_never_resolves_for_a_service_is_told(string key, string value)
    {
        var verdict = Analyze(Example.Built.Replace("\"aws:SourceArn\": \"" + Example.TrailArn, $"\"{key}\": \"{value}", StringComparison.Ordinal));
        Assert.Equal(AllCalls, verdict.Missing);
        Assert.All(verdict.Uncertain, finding => Assert.StartsWith($"this statement never lets CloudTrail in: StringEquals {key} '{value}': {key} is absent", finding.Message, StringComparison.Ordinal));
        Assert.Equal(3, verdict.Uncertain.Count);
    }

    [Fact]
    public void A_condition_on_an_absent_key_that_holds_is_not_blamed() =>
        Assert.Empty(Analyze(Example.BuiltWith($$"""{'Effect':'Allow','Principal':'*','Action':'s3:PutObject','Resource':'*','Condition':{'Null':{'aws:PrincipalOrgID':'true'},'StringEquals':{'aws:SourceAccount':'222222222222'} } }""")).Uncertain);

    [Fact]
    public void A_statement_for_readers_is_none_of_CloudTrails_business() =>
        Assert.Empty(Analyze(Example.BuiltWith($$"""{'Effect':'Allow','Principal':'*','Action':['s3:GetObject','s3:ListBucket'],'Resource':'*','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-exampleorgid'} } }""")).Uncertain);

    [Fact]
    public void A_Deny_for_some_accounts_only_blocks_too()
    {
        var deny = $$"""{'Sid':'Quiet','Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'{{Example.BucketArn}}/AWSLogs/o-exampleorgid/999999999999/*'}""";
        var blocking = Assert.Single(Analyze(Example.BuiltWith(deny)).BlockedBy);
        Assert.Equal(["organization-write"], blocking.Calls);
        Assert.Equal("only some keys; it has no condition", blocking.Reason);
    }

    [Theory]
    [InlineData("arn:aws:s3:::my-organization-bucket/*.exe")]
    [InlineData("arn:aws:s3:::my-organization-bucket/AWSLogs/o-exampleorgid/*/Config/*")]
    [InlineData("arn:aws:s3:::my-organization-bucket/other/*")]
    public void A_Deny_of_keys_that_CloudTrail_never_writes_does_not_matter(string resource) =>
        Assert.True(Analyze(Example.BuiltWith($$"""{'Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'{{resource}}'}""")).Sufficient);

    [Theory]
    [InlineData("'Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:PutObject','Resource':'{0}/AWSLogs/o-exampleorgid/*'", "it lets in CloudTrail on behalf of any AWS account")]
    [InlineData("'Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:PutObject','Resource':'{0}/AWSLogs/o-exampleorgid/*','Condition':{'StringEquals':{'aws:SourceAccount':'111111111111'}}", "it lets in every trail of account 111111111111")]
    [InlineData("'Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:PutObject','Resource':'{0}/AWSLogs/o-exampleorgid/*','Condition':{'ArnLike':{'aws:SourceArn':'arn:aws:cloudtrail:*:111111111111:trail/*'}}", "it lets in every trail of account 111111111111")]
    [InlineData("'Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:PutObject','Resource':'{0}/AWSLogs/o-exampleorgid/*','Condition':{'StringLike':{'aws:SourceArn':'arn:aws:cloudtrail:*:*:trail/my-organization-trail'}}", null)]
    [InlineData("'Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:PutObject','Resource':'{0}/AWSLogs/o-exampleorgid/*','Condition':{'StringLike':{'aws:SourceArn':'arn:aws:cloudtrail:*'}}", "it lets in CloudTrail on behalf of any AWS account")]
    [InlineData("'Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:PutObject','Resource':'{0}/AWSLogs/o-exampleorgid/*','Condition':{'StringEquals':{'aws:SourceOrgID':'o-exampleorgid'}}", "it lets in CloudTrail on behalf of every account of the organization")]
    [InlineData("'Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:*','Resource':'{0}/AWSLogs/o-exampleorgid/*','Condition':{'StringEquals':{'aws:SourceArn':'{1}'}}", "the action s3:* is wider than s3:GetBucketAcl or s3:PutObject")]
    [InlineData("'Principal':{'Service':'cloudtrail.amazonaws.com'},'NotAction':'s3:DeleteObject','Resource':'{0}/AWSLogs/o-exampleorgid/*','Condition':{'StringEquals':{'aws:SourceArn':'{1}'}}", "NotAction allows more than s3:GetBucketAcl and s3:PutObject")]
    [InlineData("'Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:PutObject','Resource':'{0}/*','Condition':{'StringEquals':{'aws:SourceArn':'{1}'}}", "the resource is the whole bucket")]
    [InlineData("'Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:PutObject','Resource':'{0}/AWSLogs/*','Condition':{'StringEquals':{'aws:SourceArn':'{1}'}}", "the resource covers the folders of all accounts and organizations")]
    [InlineData("'Principal':{'AWS':'*'},'Action':'s3:PutObject','Resource':'{0}/AWSLogs/o-exampleorgid/*','Condition':{'StringEquals':{'aws:SourceArn':'{1}'}}", "the principal is everybody, not cloudtrail.amazonaws.com")]
    [InlineData("'Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:PutObject','Resource':'{0}/AWSLogs/o-exampleorgid/*','Condition':{'StringEquals':{'aws:SourceArn':['{1}','arn:aws:cloudtrail:us-east-1:111111111111:trail/second']}}", null)]
    public void What_is_weaker_than_it_should_be_is_told(string statement, string? message)
    {
        var text = statement.Replace("{0}", Example.BucketArn, StringComparison.Ordinal).Replace("{1}", Example.TrailArn, StringComparison.Ordinal);
        var verdict = Analyze(Example.Policy($"{{'Sid':'X','Effect':'Allow',{text}}}"));
        Assert.Equal(message is null, verdict.Weak.Count == 0);
        Assert.All(verdict.Weak, weak => Assert.StartsWith(message!, weak.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Statements_of_the_same_id_are_told_apart_by_their_index()
    {
        var verdict = Analyze(Example.BuiltWith(Example.Deny("{}"), Example.Deny("{'StringNotEquals':{'aws:PrincipalOrgID':'o-exampleorgid'}}")));
        Assert.Equal([3, 4], verdict.BlockedBy.Select(blocking => blocking.Index));
        Assert.All(verdict.BlockedBy, blocking => Assert.Equal("Guard", blocking.Sid));
    }

    [Fact]
    public void A_statement_without_an_id_is_named_by_its_index()
    {
        var verdict = Analyze(Example.Policy("{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*'}"));
        Assert.StartsWith("Statement[0] denies ", verdict.BlockedBy[0].ToString(), StringComparison.Ordinal);
        Assert.Null(verdict.BlockedBy[0].Sid);
    }

    [Theory]
    [InlineData("us-gov-west-1")]
    [InlineData("cn-north-1")]
    [InlineData("eusc-de-east-1")]
    public void Other_partitions_have_their_own_ARNs(string region)
    {
        var policy = TrailBucketPolicy.Merge(null, Example.For(region: region)).Policy;
        Assert.True(BucketPolicyAnalysis.Analyze(policy, Example.For(region: region)).Sufficient);
        Assert.Equal(AllCalls, Analyze(policy).Missing);
    }

    [Fact]
    public void What_is_no_policy_or_too_large_is_an_error()
    {
        Assert.Equal("MalformedPolicy", Assert.Throws<OrgTrailException>(() => Analyze("{")).Problem.Id);
        var large = Example.BuiltWith(Enumerable.Range(0, 120).Select(i => Example.Deny("{'Bool':{'aws:SecureTransport':'false'}}", $"Filler{i}")));
        Assert.Equal("PolicyTooLarge", Assert.Throws<OrgTrailException>(() => Analyze(large)).Problem.Id);
    }

    private static PolicyVerdict Analyze(string? policy) => BucketPolicyAnalysis.Analyze(policy, Example.Delivery);
}
