using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Analysis;

/// <summary>A call that nothing allows is explained by the nearest statement, and by what of it does not fit.</summary>
public sealed class NearMissTests
{
    private const string Acl = "{'Sid':'Acl','Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:GetBucketAcl','Resource':'arn:aws:s3:::my-organization-bucket'}";
    private const string People = "{'Sid':'People','Effect':'Allow','Principal':{'AWS':'arn:aws:iam::222222222222:role/Reader'},'Action':['s3:GetObject','s3:ListBucket'],'Resource':['arn:aws:s3:::my-organization-bucket','arn:aws:s3:::my-organization-bucket/*']}";
    private const string B = "arn:aws:s3:::my-organization-bucket";

    [Theory]
    [InlineData($"{B}/AWSLogs/111111111111/*", "organization-write", "names the folder of 111111111111, and the files of the organization's accounts lie below arn:aws:s3:::my-organization-bucket/AWSLogs/o-exampleorgid/.")]
    [InlineData($"{B}/AWSLogs/o-exampleorgid/*", "management-write", "names the folder of the organization o-exampleorgid; that of the management account, arn:aws:s3:::my-organization-bucket/AWSLogs/111111111111/, is needed too.")]
    [InlineData($"{B}/AWSLogs/o-otherorgid1/*", "organization-write", "names the organization o-otherorgid1, not o-exampleorgid.")]
    [InlineData($"{B}/AWSLogs/222222222222/*", "management-write", "names the account 222222222222, not the management account 111111111111.")]
    [InlineData($"{B}/AWSLogs/o-exampleorgid", "organization-write", "lacks /* at its end")]
    [InlineData($"{B}/AWSLogs/o-exampleorgid/", "organization-write", "lacks /* at its end")]
    [InlineData($"{B}/AWSLogs", "organization-write", "lacks /* at its end")]
    [InlineData($"{B}/", "organization-write", "lacks /* at its end")]
    [InlineData(B, "organization-write", "The resource is the bucket itself: it lacks /AWSLogs/o-exampleorgid/*")]
    [InlineData($"{B}//AWSLogs/o-exampleorgid/*", "organization-write", "has //, as an empty prefix makes it")]
    [InlineData($"{B}//AWSLogs/o-exampleorgid", "organization-write", "has //, as an empty prefix makes it: CloudTrail writes arn:aws:s3:::my-organization-bucket/AWSLogs/o-exampleorgid/… The resource 'arn:aws:s3:::my-organization-bucket//AWSLogs/o-exampleorgid' lacks /* at its end")]
    [InlineData($"{B}/audit/AWSLogs/o-exampleorgid/*", "organization-write", "has the prefix 'audit', and the trail has no prefix.")]
    [InlineData($"{B}/audit/AWSLogs/111111111111/*", "organization-write", "has the prefix 'audit', and the trail has no prefix. The resource 'arn:aws:s3:::my-organization-bucket/audit/AWSLogs/111111111111/*' names the folder of 111111111111")]
    [InlineData($"{B}/o-exampleorgid/*", "organization-write", "lacks the folder AWSLogs/")]
    [InlineData($"{B}/awslogs/o-exampleorgid/*", "organization-write", "writes awslogs for AWSLogs; keys are case-sensitive.")]
    [InlineData($"{B}/AWSLogs/o-exampleorgid/*/CloudTrail/*", "organization-write", "leaves out some of arn:aws:s3:::my-organization-bucket/AWSLogs/o-exampleorgid/*")]
    [InlineData($"{B}/AWSLogs/o-exampleorgid/111111111111/*", "organization-write", "leaves out some of")]
    [InlineData("arn:aws:s3:::other-bucket/AWSLogs/o-exampleorgid/*", "organization-write", "names the bucket other-bucket, not my-organization-bucket.")]
    [InlineData("arn:aws-cn:s3:::my-organization-bucket/*", "organization-write", "names the partition aws-cn, and the bucket lies in aws.")]
    [InlineData("AWSLogs/o-exampleorgid/*", "organization-write", "is not an ARN")]
    [InlineData("https://my-organization-bucket.s3.amazonaws.com/*", "organization-write", "is an address, not an ARN")]
    public void The_part_of_the_resource_that_does_not_fit_is_named(string resource, string call, string reason)
    {
        var misses = Analyze(Example.Policy(Acl, People, $"{{'Sid':'Write','Effect':'Allow','Principal':{{'Service':'cloudtrail.amazonaws.com'}},'Action':'s3:PutObject','Resource':'{resource}'}}")).NearMisses;
        var miss = Assert.Single(misses, miss => miss.Call == call);
        Assert.Equal((2, "Write"), (miss.Index, miss.Sid));
        Assert.Contains(reason, miss.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_of_several_resources_is_the_one_that_is_told()
    {
        var miss = Miss("'Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:PutObject','Resource':['arn:aws:s3:::other/*','arn:aws:s3:::my-organization-bucket/audit/AWSLogs/222222222222/*','arn:aws:s3:::my-organization-bucket/AWSLogs/o-exampleorgid']");
        Assert.Equal("The resource 'arn:aws:s3:::my-organization-bucket/AWSLogs/o-exampleorgid' lacks /* at its end, and so means one object only.", miss.Reason);
    }

    [Fact]
    public void The_trails_prefix_is_named_where_the_policy_lacks_it()
    {
        var verdict = BucketPolicyAnalysis.Analyze(Example.Built, Example.For(prefix: "audit"));
        Assert.All(verdict.NearMisses, miss => Assert.Contains("has no prefix, and the trail has the prefix 'audit'.", miss.Reason, StringComparison.Ordinal));
        Assert.Equal([1, 2], verdict.NearMisses.Select(miss => miss.Index));
    }

    [Fact]
    public void An_ACL_check_on_objects_is_told()
    {
        var verdict = Analyze(Example.Built.Replace($"\"Resource\": \"{B}\"", $"\"Resource\": \"{B}/*\"", StringComparison.Ordinal));
        Assert.Equal("The resource 'arn:aws:s3:::my-organization-bucket/*' stands for objects, and s3:GetBucketAcl is about the bucket itself, arn:aws:s3:::my-organization-bucket.", Assert.Single(verdict.NearMisses).Reason);
    }

    [Theory]
    [InlineData("'Service':'cloudtrial.amazonaws.com'", "The service is spelt 'cloudtrial.amazonaws.com'; it is cloudtrail.amazonaws.com.")]
    [InlineData("'Service':'CloudTrail.amazonaws.com'", "The service is spelt 'CloudTrail.amazonaws.com'")]
    [InlineData("'Service':'cloudtrail.us-east-1.amazonaws.com'", "is another principal than cloudtrail.amazonaws.com")]
    [InlineData("'Service':'cloudtrail.amazonaws.com.cn'", "cloudtrail.amazonaws.com.cn'")]
    [InlineData("'Service':['config.amazonaws.com','delivery.logs.amazonaws.com']", "Its principal is the service config.amazonaws.com, not cloudtrail.amazonaws.com.")]
    [InlineData("'AWS':'cloudtrail.amazonaws.com'", "stands under \"AWS\"; it must be \"Service\": \"cloudtrail.amazonaws.com\".")]
    [InlineData("'AWS':'arn:aws:iam::111111111111:user/ann'", "Its principal is the IAM user arn:aws:iam::111111111111:user/ann, not the service cloudtrail.amazonaws.com.")]
    [InlineData("'AWS':'arn:aws:iam::111111111111:role/trail'", "Its principal is the IAM role arn:aws:iam::111111111111:role/trail, not the service")]
    [InlineData("'AWS':'111111111111'", "Its principal is the account 111111111111, not the service")]
    [InlineData("'AWS':'arn:aws:iam::086441151436:root'", "is the account that CloudTrail once had in one Region")]
    public void The_principal_that_does_not_fit_is_named(string principal, string reason) =>
        Assert.Contains(reason, Miss($"'Principal':{{{principal}}},'Action':'s3:PutObject','Resource':'{B}/*'").Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("'Action':'s3:PutObjects'", "The action is spelt 's3:PutObjects'; it is s3:PutObject.")]
    [InlineData("'Action':'PutObject'", "The action 'PutObject' lacks the prefix of its service: it is s3:PutObject.")]
    [InlineData("'Action':['s3:GetObject','s3:PutObjectAcl']", "It allows s3:GetObject, s3:PutObjectAcl, not s3:PutObject.")]
    [InlineData("'NotAction':'s3:Put*'", "Its NotAction s3:Put* leaves out s3:PutObject.")]
    public void The_action_that_does_not_fit_is_named(string action, string reason) =>
        Assert.Equal(reason, Miss($"'Principal':{{'Service':'cloudtrail.amazonaws.com'}},{action},'Resource':'{B}/*'").Reason);

    [Theory]
    [InlineData("'StringEquals':{'aws:SourceArn':'arn:aws:cloudtrail:us-east-1:111111111111:trail/organization'}", "aws:SourceArn names the trail organization, not trail my-organization-trail (")]
    [InlineData("'StringEquals':{'aws:SourceArn':'arn:aws:cloudtrail:eu-west-1:111111111111:trail/my-organization-trail'}", "names the Region eu-west-1, and the trail's home Region is us-east-1 (")]
    [InlineData("'StringEquals':{'aws:SourceArn':'arn:aws:cloudtrail:us-east-1:222222222222:trail/my-organization-trail'}", "names the account 222222222222, and the trail belongs to the management account 111111111111 (")]
    [InlineData("'ArnLike':{'aws:SourceArn':'arn:aws:cloudtrail:*:222222222222:trail/*'}", "names the account 222222222222, and")]
    [InlineData("'ArnEquals':{'aws:SourceArn':'arn:aws-cn:cloudtrail:cn-north-1:111111111111:trail/x'}", "names the partition aws-cn, not aws and the Region cn-north-1, and the trail's home Region is us-east-1 and the trail x, not trail my-organization-trail (")]
    [InlineData("'StringEquals':{'aws:SourceArn':'my-organization-trail'}", "names no ARN, and the trail's is arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail (")]
    [InlineData("'StringEquals':{'aws:SourceArn':'arn:aws:s3:::my-organization-bucket'}", "names something of s3, not the trail")]
    [InlineData("'StringEquals':{'aws:SourceArn':['arn:aws:cloudtrail:eu-west-1:222222222222:trail/x','arn:aws:cloudtrail:us-east-1:111111111111:trail/old']}", "names the trail old, not trail my-organization-trail (")]
    [InlineData("'StringEquals':{'aws:SourceArn':'arn:aws:cloudtrail:*:111111111111:trail/*'}", "StringEquals takes the wildcards of aws:SourceArn 'arn:aws:cloudtrail:*:111111111111:trail/*' literally: use ArnLike or StringLike.")]
    [InlineData("'StringEquals':{'aws:SourceAccount':'222222222222'}", "demands aws:SourceAccount '222222222222', and CloudTrail calls on behalf of 111111111111, the management account")]
    [InlineData("'StringEquals':{'aws:SourceOrgID':'o-otherorgid1'}", "demands the organization 'o-otherorgid1', and the trail's is o-exampleorgid.")]
    [InlineData("'StringEquals':{'s3:x-amz-acl':'private'}", "demands s3:x-amz-acl 'private', and CloudTrail sends bucket-owner-full-control.")]
    [InlineData("'StringEquals':{'s3:x-amz-acl':'Bucket-Owner-Full-Control'}", "s3:x-amz-acl")]
    [InlineData("'StringEquals':{'aws:PrincipalServiceName':'CLOUDTRAIL.amazonaws.com'}", "differ in upper and lower case")]
    [InlineData("'StringEquals':{'aws:PrincipalOrgID':'o-exampleorgid'}", "aws:PrincipalOrgID is absent from the calls of an AWS service.")]
    [InlineData("'StringEquals':{'s3:x-amz-server-side-encryption':'aws:kms'}", "s3:x-amz-server-side-encryption is 'AES256'.")]
    [InlineData("'Bool':{'aws:SecureTransport':'false'}", "aws:SecureTransport is 'true'.")]
    [InlineData("'StringEquals':{'s3:unheard-of':'x'}", "Whether its condition holds is uncertain: StringEquals s3:unheard-of 'x'")]
    [InlineData("'StringNotEquals':{'aws:SourceAccount':'111111111111'}", "Its condition does not hold: StringNotEquals aws:SourceAccount '111111111111'")]
    public void The_condition_that_does_not_hold_is_named(string condition, string reason) =>
        Assert.Contains(reason, Miss($"'Principal':{{'Service':'cloudtrail.amazonaws.com'}},'Action':'s3:PutObject','Resource':'{B}/*','Condition':{{{condition}}}").Reason, StringComparison.Ordinal);

    [Fact]
    public void The_ACL_condition_does_not_belong_to_the_ACL_check()
    {
        var verdict = Analyze(Example.BuiltWith().Replace("\"Action\":\"s3:GetBucketAcl\"", "\"Action\":\"s3:GetBucketAcl\"", StringComparison.Ordinal).Replace("{\"StringEquals\":{\"aws:SourceArn\"", "{\"StringEquals\":{\"s3:x-amz-acl\":\"bucket-owner-full-control\",\"aws:SourceArn\"", StringComparison.Ordinal));
        Assert.Equal("Its condition does not hold: StringEquals s3:x-amz-acl 'bucket-owner-full-control': s3:x-amz-acl is absent where no object is written.", Assert.Single(verdict.NearMisses, miss => miss.Call == "acl-check").Reason);
    }

    [Fact]
    public void Several_parts_are_told_together()
    {
        var miss = Miss($"'Principal':{{'Service':'cloudtrail.amazonaws.com'}},'Action':'s3:PutObject','Resource':'{B}/AWSLogs/o-exampleorgid','Condition':{{'StringEquals':{{'aws:SourceAccount':'222222222222'}}}}");
        Assert.Contains("lacks /* at its end", miss.Reason, StringComparison.Ordinal);
        Assert.Contains("aws:SourceAccount '222222222222'", miss.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearer_of_two_statements_is_told()
    {
        var verdict = Analyze(Example.Policy(
            Acl,
            $"{{'Effect':'Allow','Principal':{{'AWS':'111111111111'}},'Action':'s3:PutObject','Resource':'{B}/*'}}",
            $"{{'Sid':'Near','Effect':'Allow','Principal':{{'Service':'cloudtrail.amazonaws.com'}},'Action':'s3:PutObject','Resource':'{B}/*','Condition':{{'StringEquals':{{'aws:SourceAccount':'222222222222'}}}}}}"));
        Assert.All(verdict.NearMisses, miss => Assert.Equal("Near", miss.Sid));
    }

    [Fact]
    public void Where_no_statement_comes_near_that_is_said_and_the_sentence_leaves_it_out()
    {
        var verdict = Analyze(Example.Policy(People));
        Assert.Equal(verdict.Missing, verdict.NearMisses.Select(miss => miss.Call));
        Assert.All(verdict.NearMisses, miss => Assert.Null(miss.Index));
        Assert.Equal("No statement comes near to acl-check: none is about s3:GetBucketAcl by cloudtrail.amazonaws.com.", verdict.NearMisses[0].ToString());
        Assert.DoesNotContain("comes near", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_reason_for_several_calls_stands_once_in_the_sentence()
    {
        var text = Analyze(Example.Policy($"{{'Sid':'All','Effect':'Allow','Principal':{{'Service':'cloudtrail.amazonaws.com'}},'Action':'s3:*','Resource':['{B}','{B}/*'],'Condition':{{'StringEquals':{{'aws:SourceAccount':'222222222222'}}}}}}")).ToString();
        Assert.Contains("Missing: acl-check, management-write, organization-write. Statement[0] (Sid All) comes nearest to acl-check, management-write, organization-write: Its condition demands", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_allowed_has_no_near_miss() => Assert.Empty(Analyze(Example.Built).NearMisses);

    [Theory]
    [InlineData("'Action':'kms:GenerateDataKey*','Condition':{'StringLike':{'kms:EncryptionContext:aws:cloudtrail:arn':'arn:aws:cloudtrail:*:222222222222:trail/*'}}", "kms:EncryptionContext:aws:cloudtrail:arn is 'arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail'")]
    [InlineData("'Action':'kms:GenerateDataKey*','Condition':{'StringEquals':{'kms:EncryptionContext:aws:cloudtrail:arn':'arn:aws:cloudtrail:*:111111111111:trail/*'}}", "StringEquals takes the wildcards of kms:EncryptionContext:aws:cloudtrail:arn 'arn:aws:cloudtrail:*:111111111111:trail/*' literally: use StringLike.")]
    [InlineData("'Action':'kms:GenerateDatakeys','Condition':{}", "The action is spelt 'kms:GenerateDatakeys'; it is kms:GenerateDataKey.")]
    [InlineData("'Action':'kms:Encrypt','Condition':{}", "It allows kms:Encrypt, not kms:GenerateDataKey.")]
    public void Key_policies_are_explained_too(string rest, string reason)
    {
        var verdict = KeyPolicyAnalysis.Analyze(Example.Policy($"{{'Sid':'Enc','Effect':'Allow','Principal':{{'Service':'cloudtrail.amazonaws.com'}},'Resource':'*',{rest}}}"), Example.KeyUse);
        Assert.Contains(reason, Assert.Single(verdict.NearMisses, miss => miss.Call == "encrypt").Reason, StringComparison.Ordinal);
        Assert.Contains("comes nearest to encrypt", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_for_another_key_is_explained()
    {
        var verdict = KeyPolicyAnalysis.Analyze(Example.Policy("{'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'kms:*','Resource':'arn:aws:kms:us-east-1:111111111111:key/other'}"), Example.KeyUse);
        Assert.Equal($"Its resource 'arn:aws:kms:us-east-1:111111111111:key/other' is not {Example.Key}.", verdict.NearMisses[0].Reason);
    }

    private static NearMiss Miss(string statement) =>
        Assert.Single(Analyze(Example.Policy(Acl, People, $"{{'Sid':'Write','Effect':'Allow',{statement}}}")).NearMisses, miss => miss.Call == "organization-write");

    private static PolicyVerdict Analyze(string policy) => BucketPolicyAnalysis.Analyze(policy, Example.Delivery);
}
