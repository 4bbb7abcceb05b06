using System.Text.Json.Nodes;
using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Analysis;

/// <summary>What CloudTrail needs only under circumstances is demanded only then, and said otherwise.</summary>
public sealed class ConditionalNeedTests
{
    private const string Folder = Example.BucketArn + "/AWSLogs/111111111111/";

    // CloudTrail user guide, "Default KMS key policy created in CloudTrail console".
    private static readonly string Console = Example.Policy(
        "{'Sid':'Root','Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111111111111:root'},'Action':'kms:*','Resource':'*'}",
        $"{{'Effect':'Allow','Principal':{{'Service':'cloudtrail.amazonaws.com'}},'Action':'kms:GenerateDataKey*','Resource':'*','Condition':{{'StringEquals':{{'aws:SourceArn':'{Example.TrailArn}'}},'StringLike':{{'kms:EncryptionContext:aws:cloudtrail:arn':'arn:aws:cloudtrail:*:111111111111:trail/*'}}}}}}",
        "{'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'kms:DescribeKey','Resource':'*'}",
        "{'Effect':'Allow','Principal':{'AWS':'*'},'Action':['kms:Decrypt','kms:ReEncryptFrom'],'Resource':'*','Condition':{'StringEquals':{'kms:CallerAccount':'111111111111'},'StringLike':{'kms:EncryptionContext:aws:cloudtrail:arn':'arn:aws:cloudtrail:*:111111111111:trail/*'}}}");

    [Fact]
    public void The_policy_of_the_console_is_sufficient_and_what_a_Bucket_Key_needs_is_said()
    {
        var verdict = KeyPolicyAnalysis.Analyze(Console, Example.KeyUse with { BucketKeyEnabled = null });
        Assert.True(verdict.Sufficient);
        Assert.Empty(verdict.Missing);
        Assert.Empty(verdict.Uncertain);
        Assert.Equal("kms:Decrypt is not allowed for certain. CloudTrail needs it where the bucket has an S3 Bucket Key, and whether the bucket has one is not known.", Assert.Single(verdict.Notes));
        Assert.EndsWith(verdict.Notes[0], verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_Bucket_Key_there_is_nothing_to_say_of_it()
    {
        var verdict = KeyPolicyAnalysis.Analyze(Console, Example.KeyUse with { BucketKeyEnabled = false });
        Assert.True(verdict.Sufficient);
        Assert.Empty(verdict.Notes);
    }

    [Fact]
    public void With_a_Bucket_Key_decrypt_is_missed_but_nothing_is_refused_for_certain()
    {
        var verdict = KeyPolicyAnalysis.Analyze(Console, Example.KeyUse with { BucketKeyEnabled = true });
        Assert.Equal(["decrypt"], verdict.Missing);
        Assert.False(verdict.Sufficient);
        Assert.False(verdict.Refuses);
        Assert.Empty(verdict.Notes);
    }

    [Fact]
    public void Who_must_mend_the_policy_anyway_is_told_of_decrypt_too()
    {
        var policy = Console.Replace("kms:GenerateDataKey*", "kms:Encrypt", StringComparison.Ordinal);
        Assert.Equal(["encrypt", "decrypt"], KeyPolicyAnalysis.Analyze(policy, Example.KeyUse).Missing);
        Assert.Equal(["encrypt"], KeyPolicyAnalysis.Analyze(policy, Example.KeyUse with { BucketKeyEnabled = false }).Missing);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(false, 0)]
    public void A_Deny_of_decrypt_alone_blocks_only_with_a_Bucket_Key(bool? bucketKey, int notes)
    {
        var policy = JsonNode.Parse(TrailKeyPolicy.Merge(null, [Example.KeyUse]).Policy)!;
        policy["Statement"]!.AsArray().Add(JsonNode.Parse("""{"Effect":"Deny","Principal":"*","Action":"kms:Decrypt","Resource":"*"}"""));
        var verdict = KeyPolicyAnalysis.Analyze(policy.ToJsonString(), Example.KeyUse with { BucketKeyEnabled = bucketKey });
        Assert.True(verdict.Sufficient);
        Assert.Equal(notes, verdict.Notes.Count);
        Assert.NotEmpty(KeyPolicyAnalysis.Analyze(policy.ToJsonString(), Example.KeyUse with { BucketKeyEnabled = true }).BlockedBy);
    }

    [Fact]
    public void Without_the_folder_of_the_management_account_a_trail_delivers_but_cannot_be_created()
    {
        var verdict = Analyze(WithManagement());
        Assert.Equal(["management-write"], verdict.Missing);
        Assert.True(verdict.Delivers);
        Assert.False(verdict.Sufficient);
        Assert.True(verdict.Refuses);
        Assert.StartsWith($"CloudTrail can deliver {Example.TrailArn} to {Example.Bucket}. But creating, updating or converting it may be refused: CloudTrail tries {Folder} for that. Missing: management-write.", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Deny_of_the_folder_of_the_management_account_leaves_deliveries_alone()
    {
        var verdict = Analyze(Example.BuiltWith($"{{'Sid':'Old','Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'{Folder}*'}}"));
        Assert.Equal("Old", Assert.Single(verdict.BlockedBy).Sid);
        Assert.True(verdict.Delivers);
        Assert.Contains("Statement[3] (Sid Old) denies management-write", verdict.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("organization-write")]
    [InlineData("acl-check")]
    public void Without_the_rest_it_does_not_deliver(string call)
    {
        var index = call == "acl-check" ? 0 : 2;
        var policy = JsonNode.Parse(Example.Built)!;
        policy["Statement"]!.AsArray().RemoveAt(index);
        var verdict = Analyze(policy.ToJsonString());
        Assert.False(verdict.Delivers);
        Assert.StartsWith("CloudTrail cannot deliver", verdict.ToString(), StringComparison.Ordinal);
    }

    // Each is enough for the files, or for the probes, but not always for both. Seen on live AWS: empty objects named as the
    // folders, that of digests only with validation.
    [Theory]
    [InlineData("CloudTrail/*", true, false)]
    [InlineData("CloudTrail/*", false, true)]
    [InlineData("CloudTrail*", true, true)]
    [InlineData("CloudTrail/?*", false, false)]
    [InlineData("CloudTrail/*/*", false, false)]
    [InlineData("CloudTrail*/?*", true, false)]
    [InlineData("*.json.gz", true, false)]
    [InlineData("CloudTrail-Digest/*", true, false)]
    [InlineData("CloudTrail*/*", true, true)]
    public void The_probes_of_CreateTrail_must_be_let_in(string resource, bool validation, bool sufficient)
    {
        var verdict = Analyze(WithManagement(Folder + resource), validation);
        Assert.Equal(sufficient, verdict.Sufficient);
        Assert.Equal(sufficient ? [] : ["management-write"], verdict.Missing);
        Assert.True(verdict.Delivers);
    }

    [Fact]
    public void A_Deny_that_only_hits_the_probes_is_named_with_them()
    {
        var blocking = Assert.Single(Analyze(Example.BuiltWith($"{{'Effect':'Deny','Principal':'*','Action':'s3:PutObject','NotResource':'{Example.BucketArn}/*.json.gz'}}")).BlockedBy);
        Assert.Equal(["management-write"], blocking.Calls);
        Assert.Contains("the test object CloudTrail/ and the test object CloudTrail-Digest/", blocking.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_the_probes_are_let_in_the_trail_can_be_created_but_not_converted()
    {
        var verdict = Analyze(WithManagement(Folder + "CloudTrail/", Folder + "CloudTrail-Digest/"));
        Assert.True(verdict.Delivers);
        Assert.Equal("But if it is converted to a trail of account 111111111111 alone, its files may not be let into arn:aws:s3:::my-organization-bucket/AWSLogs/111111111111/*.", Assert.Single(verdict.Notes));
    }

    private static string WithManagement(params string[] resources)
    {
        var policy = JsonNode.Parse(Example.Built)!;
        if (resources.Length == 0) policy["Statement"]!.AsArray().RemoveAt(1);
        else policy["Statement"]![1]!["Resource"] = new JsonArray([.. resources.Select(resource => (JsonNode)resource)]);
        return policy.ToJsonString();
    }

    private static PolicyVerdict Analyze(string policy, bool validation = true) =>
        BucketPolicyAnalysis.Analyze(policy, Example.Delivery, logFileValidation: validation);
}
