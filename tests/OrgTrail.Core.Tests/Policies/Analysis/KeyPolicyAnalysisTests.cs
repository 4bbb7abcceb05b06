using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Analysis;

public sealed class KeyPolicyAnalysisTests
{
    private const string Service = "'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Resource':'*'";
    private const string Root = "{'Sid':'Enable IAM User Permissions','Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111111111111:root'},'Action':'kms:*','Resource':'*'}";
    private const string OwnContext = "'StringLike':{'kms:EncryptionContext:aws:cloudtrail:arn':'arn:aws:cloudtrail:*:111111111111:trail/*'}";
    private static readonly string[] All = ["encrypt", "describe", "decrypt"];
    private static readonly string Built = TrailKeyPolicy.Merge(null, [Example.KeyUse]).Policy;

    [Fact]
    public void What_is_known_of_the_key_takes_nothing_from_the_verdict_on_its_policy()
    {
        var verdict = new KeyPolicyVerdict
        {
            KmsKeyId = "k",
            TrailArn = "t",
            Sufficient = true,
            Missing = ["decrypt"],
            NearMisses = [new("decrypt", 0, "Sid", "Why.")],
            BlockedBy = [new(1, "Sid", "why", ["encrypt"])],
            Weak = [new(2, "Sid", "Why.")],
            Uncertain = [new(3, "Sid", "Why.")],
            Invalid = [new(4, "Sid", "Why.", "Refused.")],
            SufficientUntil = DateTimeOffset.UnixEpoch,
            Notes = ["Note."],
            RotationEnabled = true,
        };
        var whole = verdict.WithKey([], true);
        Assert.All(typeof(KeyPolicyVerdict).GetProperties(), property => Assert.Equal(property.GetValue(verdict), property.GetValue(whole)));
    }

    [Fact]
    public void The_built_policy_is_sufficient_and_nothing_is_to_be_said_of_it()
    {
        var verdict = Analyze(Built);
        Assert.True(verdict.Sufficient);
        Assert.False(verdict.Refuses);
        Assert.Equal((Example.Key, Example.TrailArn), (verdict.KmsKeyId, verdict.TrailArn));
        Assert.Empty(verdict.Missing);
        Assert.Empty(verdict.BlockedBy);
        Assert.Empty(verdict.Weak);
        Assert.Empty(verdict.Uncertain);
        Assert.Equal($"CloudTrail can encrypt {Example.TrailArn} with {Example.Key}.", verdict.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("{\"Statement\":[]}")]
    public void Without_a_policy_everything_is_missing(string? policy)
    {
        var verdict = Analyze(policy);
        Assert.Equal(All, verdict.Missing);
        Assert.True(verdict.Refuses);
        Assert.Contains("cannot encrypt", verdict.ToString(), StringComparison.Ordinal);
        Assert.Contains("Missing: encrypt, describe, decrypt.", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_statement_for_the_account_lets_no_service_in() => Assert.Equal(All, Analyze(Example.Policy(Root)).Missing);

    [Theory]
    [InlineData(1, "encrypt", true, null)]
    [InlineData(2, "describe", false, null)]
    [InlineData(3, "decrypt", false, true)]
    public void A_statement_that_is_not_there_is_missed(int index, string call, bool refuses, bool? bucketKey)
    {
        var policy = System.Text.Json.Nodes.JsonNode.Parse(Built)!;
        policy["Statement"]!.AsArray().RemoveAt(index);
        var verdict = KeyPolicyAnalysis.Analyze(policy.ToJsonString(), Example.KeyUse with { BucketKeyEnabled = bucketKey });
        Assert.Equal([call], verdict.Missing);
        Assert.False(verdict.Sufficient);
        Assert.Equal(refuses, verdict.Refuses);
    }

    [Theory]
    [InlineData("my-organization-trail", "other-trail", "encrypt describe decrypt")]
    [InlineData("trail:us-east-1", "trail:us-west-2", "encrypt describe decrypt")]
    [InlineData("cloudtrail:*:111111111111", "cloudtrail:*:222222222222", "encrypt")]
    [InlineData("cloudtrail.amazonaws.com", "s3.amazonaws.com", "encrypt describe decrypt")]
    [InlineData("kms:GenerateDataKey*", "kms:Encrypt", "encrypt")]
    public void A_policy_for_something_else_is_not_enough(string there, string other, string missing) =>
        Assert.Equal(missing.Split(' '), Analyze(Built.Replace(there, other, StringComparison.Ordinal)).Missing);

    // Control Tower user guide, "Optionally configure AWS KMS keys".
    [Fact]
    public void Control_Towers_policy_lacks_describe_and_still_does_not_refuse()
    {
        var verdict = Analyze(Example.Policy(
            Root,
            $"{{{Service},'Action':['kms:GenerateDataKey*','kms:Decrypt'],'Condition':{{'StringEquals':{{'aws:SourceArn':'{Example.TrailArn}'}},{OwnContext}}}}}"));
        Assert.Equal(["describe"], verdict.Missing);
        Assert.False(verdict.Sufficient);
        Assert.False(verdict.Refuses);
    }

    [Theory]
    [InlineData("kms:GenerateDataKey")]
    [InlineData("KMS:GenerateDataKey")]
    [InlineData("kms:Gener*")]
    [InlineData("kms:*")]
    [InlineData("*")]
    public void Actions_may_have_any_shape(string action) =>
        Assert.DoesNotContain("encrypt", Analyze(Example.Policy($"{{{Service},'Action':['{action}']}}")).Missing);

    [Theory]
    [InlineData("'NotAction':'kms:Decrypt'", "decrypt")]
    [InlineData("'NotAction':['kms:DescribeKey','kms:GenerateDataKey*']", "encrypt describe")]
    public void NotAction_is_understood(string action, string missing) =>
        Assert.Equal(missing.Split(' '), KeyPolicyAnalysis.Analyze(Example.Policy($"{{{Service},{action}}}"), Example.KeyUse with { BucketKeyEnabled = true }).Missing);

    [Fact]
    public void A_Deny_is_named_with_what_it_blocks()
    {
        var verdict = Analyze(With("{'Sid':'Guard','Effect':'Deny','Principal':'*','Action':['kms:Decrypt','kms:GenerateDataKey'],'Resource':'*','Condition':{'StringNotEquals':{'aws:PrincipalOrgID':'o-exampleorgid'}}}"));
        var blocking = Assert.Single(verdict.BlockedBy);
        Assert.Equal((4, "Guard"), (blocking.Index, blocking.Sid));
        Assert.Equal(["encrypt", "decrypt"], blocking.Calls);
        Assert.Contains("aws:PrincipalOrgID", blocking.Reason, StringComparison.Ordinal);
        Assert.Empty(verdict.Missing);
        Assert.True(verdict.Refuses);
        Assert.False(verdict.Sufficient);
    }

    [Fact]
    public void A_Deny_that_exempts_services_is_no_hindrance() =>
        Assert.True(Analyze(With("{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'StringNotEquals':{'aws:PrincipalOrgID':'o-exampleorgid'},'Bool':{'aws:PrincipalIsAWSService':'false'}}}")).Sufficient);

    [Theory]
    [InlineData("'StringNotEquals':{'kms:ViaService':'s3.us-east-1.amazonaws.com'}")]
    [InlineData("'StringNotEquals':{'kms:CallerAccount':'111111111111'}")]
    [InlineData("'Bool':{'kms:Unheard':'true'}")]
    public void What_AWS_does_not_document_is_uncertain(string condition)
    {
        var verdict = Analyze(With($"{{'Sid':'Open','Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*','Condition':{{{condition}}}}}"));
        Assert.False(verdict.Sufficient);
        Assert.False(verdict.Refuses);
        Assert.Equal("Open", Assert.Single(verdict.Uncertain).Sid);
        Assert.Contains("may not be able to encrypt", verdict.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'StringEquals':{'kms:EncryptionContext:aws:cloudtrail:arn':'arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail'}", "describe")]
    [InlineData("'Null':{'kms:EncryptionContext:aws:cloudtrail:arn':'false'}", "describe")]
    [InlineData("'Null':{'kms:EncryptionContext:aws:cloudtrail:arn':'true'}", "encrypt decrypt")]
    [InlineData("'StringLike':{'kms:EncryptionContext:aws:s3:arn':'arn:aws:s3:::*'}", "describe")]
    [InlineData("'ForAllValues:StringEquals':{'kms:EncryptionContextKeys':['aws:cloudtrail:arn','aws:s3:arn']}", "")]
    [InlineData("'ForAllValues:StringEquals':{'kms:EncryptionContextKeys':'aws:cloudtrail:arn'}", "encrypt decrypt")]
    public void The_encryption_context_is_that_of_CloudTrail(string condition, string missing) =>
        Assert.Equal(missing.Split(' ', StringSplitOptions.RemoveEmptyEntries), Analyze(Example.Policy($"{{{Service},'Action':'kms:*','Condition':{{{condition}}}}}")).Missing);

    [Fact]
    public void The_context_of_another_bucket_does_not_fit_where_the_bucket_is_known()
    {
        var policy = Example.Policy($"{{{Service},'Action':'kms:*','Condition':{{'StringLike':{{'kms:EncryptionContext:aws:s3:arn':'arn:aws:s3:::other-bucket*'}}}}}}");
        Assert.Equal(All, KeyPolicyAnalysis.Analyze(policy, Example.KeyUse with { BucketName = Example.Bucket }).Missing);
        Assert.Contains("is uncertain", KeyPolicyAnalysis.Analyze(policy, Example.KeyUse).Uncertain[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Example.Organization, "")]
    [InlineData("o-otherorgid", "encrypt describe decrypt")]
    public void The_organization_counts_where_it_is_known(string organization, string missing)
    {
        var policy = Example.Policy($"{{{Service},'Action':'kms:*','Condition':{{'StringEquals':{{'aws:SourceOrgID':'{Example.Organization}'}}}}}}");
        Assert.Equal(missing.Split(' ', StringSplitOptions.RemoveEmptyEntries), KeyPolicyAnalysis.Analyze(policy, Example.UseOf(organization: organization)).Missing);
        Assert.NotEmpty(KeyPolicyAnalysis.Analyze(policy, Example.UseOf(organization: null)).Uncertain);
    }

    [Fact]
    public void A_statement_for_another_key_has_no_effect_and_for_an_unknown_one_may_have()
    {
        var policy = Example.Policy($"{{'Effect':'Allow','Principal':{{'Service':'cloudtrail.amazonaws.com'}},'Action':'kms:*','Resource':'{Example.Key}'}}");
        Assert.Empty(Analyze(policy).Missing);
        Assert.Equal(All, KeyPolicyAnalysis.Analyze(policy, Example.UseOf(key: Example.Key.Replace("1111-", "9999-", StringComparison.Ordinal))).Missing);
        var unknown = KeyPolicyAnalysis.Analyze(policy, Example.UseOf(key: "alias/trails"));
        Assert.Equal(All, unknown.Missing);
        Assert.Null(unknown.KmsKeyId);
        Assert.Contains("cannot be told without the whole ARN", Assert.Single(unknown.Uncertain).Message, StringComparison.Ordinal);
    }

    // KMS API reference, PutKeyPolicy: such statements pass and have no effect.
    [Theory]
    [InlineData("{'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'kms:*'}")]
    [InlineData("{'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Resource':'*'}")]
    public void Statements_without_action_or_resource_have_no_effect(string statement) => Assert.Equal(All, Analyze(Example.Policy(statement)).Missing);

    [Theory]
    [InlineData("'Action':'kms:GenerateDataKey*'", "on behalf of any AWS account")]
    [InlineData("'Action':'kms:GenerateDataKey*','Condition':{'StringEquals':{'aws:SourceOrgID':'o-exampleorgid'}}", "every account of the organization")]
    [InlineData("'Action':'kms:GenerateDataKey*','Condition':{'StringLike':{'kms:EncryptionContext:aws:cloudtrail:arn':'arn:aws:cloudtrail:*:111111111111:trail/*'}}", "every trail of account 111111111111")]
    [InlineData("'Action':'kms:GenerateDataKey*','Condition':{'StringEquals':{'aws:SourceArn':'arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail'}}", "does not limit the encryption context")]
    [InlineData("'Action':'kms:Decrypt'", "on behalf of any AWS account")]
    public void What_lets_in_more_than_the_trail_is_weak(string rest, string message) =>
        Assert.Contains(Analyze(Example.Policy($"{{{Service},{rest}}}")).Weak, finding => finding.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void Wide_actions_and_principals_are_weak()
    {
        var messages = Analyze(Example.Policy("{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*'}")).Weak.Select(finding => finding.Message).ToArray();
        Assert.Contains(messages, message => message.StartsWith("the principal is everybody", StringComparison.Ordinal));
        Assert.Contains("the action kms:* is wider than kms:GenerateDataKey*, kms:DescribeKey or kms:Decrypt.", messages);
        Assert.Contains("NotAction allows more than kms:GenerateDataKey*, kms:DescribeKey and kms:Decrypt.", Analyze(Example.Policy($"{{{Service},'NotAction':'kms:PutKeyPolicy'}}")).Weak.Select(finding => finding.Message));
    }

    [Fact]
    public void Text_that_is_no_policy_and_a_policy_that_is_too_large_are_refused()
    {
        Assert.Equal("MalformedPolicy", Assert.Throws<OrgTrailException>(() => Analyze("[]")).Problem.Id);
        var problem = Assert.Throws<OrgTrailException>(() => Analyze($$"""{"Id":"{{new string('x', 32768)}}","Statement":[]}""")).Problem;
        Assert.Equal("PolicyTooLarge", problem.Id);
        Assert.Contains($"key '{Example.Key}' has 32792 bytes, 24 more than the 32768 (32 KB)", problem.What, StringComparison.Ordinal);
    }

    private static KeyPolicyVerdict Analyze(string? policy) => KeyPolicyAnalysis.Analyze(policy, Example.KeyUse);

    private static string With(string statement)
    {
        var policy = System.Text.Json.Nodes.JsonNode.Parse(Built)!;
        policy["Statement"]!.AsArray().Add(System.Text.Json.Nodes.JsonNode.Parse(Example.Quoted(statement)));
        return policy.ToJsonString();
    }
}
