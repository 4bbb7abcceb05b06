using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Merging;

public sealed class TrailKeyPolicyTests
{
    private const string Root = "{'Sid':'Enable IAM User Permissions','Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111111111111:root'},'Action':'kms:*','Resource':'*'}";
    private const string Service = "'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Resource':'*'";
    private const string SecondArn = "arn:aws:cloudtrail:us-east-1:111111111111:trail/second-trail";
    private const string Auditors = "arn:aws:iam::333333333333:role/auditors";
    private static readonly string Built = TrailKeyPolicy.Merge(null, [Example.KeyUse]).Policy;

    [Theory]
    [InlineData("key-of-organization-trail", "us-east-1", null)]
    [InlineData("key-of-organization-trail-in-china", "cn-north-1", null)]
    [InlineData("key-of-organization-trail-with-readers", "us-east-1", Auditors + " 444444444444")]
    public void The_built_policy_is_the_approved_one(string name, string region, string? readers) =>
        Assert.Equal(Approvals.Read(name), TrailKeyPolicy.Merge(null, [Example.UseOf(region: region, key: null)], readers?.Split(' ')).Policy);

    [Fact]
    public void The_root_statement_names_the_account_of_the_key()
    {
        Assert.Contains("arn:aws:iam::222222222222:root", TrailKeyPolicy.Merge(null, [Example.UseOf(key: null, keyAccount: "222222222222")]).Policy, StringComparison.Ordinal);
        Assert.Contains("arn:aws:iam::222222222222:root", TrailKeyPolicy.Merge(null, [Example.UseOf(key: Example.Key.Replace("1:111111111111", "1:222222222222", StringComparison.Ordinal))]).Policy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_is_there_gets_no_root_statement_and_keeps_its_own()
    {
        var without = TrailKeyPolicy.Merge(Example.Policy(Root.Replace(":root", ":role/keeper", StringComparison.Ordinal)), [Example.KeyUse]);
        Assert.Equal(["add statement AllowCloudTrailEncrypt", "add statement AllowCloudTrailDescribe", "add statement AllowCloudTrailDecrypt"], without.Changes);

        var with = TrailKeyPolicy.Merge(Example.Policy(Root), [Example.KeyUse]);
        Assert.Equal(without.Changes, with.Changes);
        Assert.StartsWith(Example.Quoted($"{{'Version':'2012-10-17','Statement':[{Root},"), PolicyDocument.Parse(with.Policy).Minified, StringComparison.Ordinal);
        AssertServed(with.Policy, Example.KeyUse);
    }

    // KMS refuses a policy that does not let the caller change it again, as one without statements.
    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("{\"Version\":\"2012-10-17\",\"Statement\":[]}")]
    public void Where_nobody_is_let_in_the_keys_account_is(string? existing)
    {
        var merged = TrailKeyPolicy.Merge(existing, [Example.KeyUse]);

        Assert.Equal("add statement Enable IAM User Permissions", merged.Changes[0]);
        Assert.Equal(Built, merged.Policy);
    }

    [Theory]
    [InlineData("'Action':'kms:*'")]
    [InlineData("'NotAction':'kms:PutKeyPolicy'")]
    [InlineData("'Action':['kms:GenerateDataKey*','kms:DescribeKey','kms:Decrypt'],'Condition':{'StringEquals':{'aws:SourceOrgID':'o-exampleorgid'}}")]
    [InlineData("'Action':['kms:GenerateDataKey','kms:Des*','kms:Decrypt'],'Condition':{'ArnLike':{'aws:SourceArn':'arn:aws:cloudtrail:*:111111111111:trail/*'}}")]
    public void What_grants_already_stays_in_whatever_shape(string rest)
    {
        var existing = " " + Example.Policy($"{{{Service},{rest}}}") + "\n";
        var merged = TrailKeyPolicy.Merge(existing, [Example.KeyUse]);
        Assert.False(merged.Changed);
        Assert.Same(existing, merged.Policy);
    }

    [Fact]
    public void A_second_trail_joins_the_statements_of_the_first()
    {
        var second = Example.UseOf("second-trail");
        var merged = TrailKeyPolicy.Merge(Built, [second]);
        Assert.Equal(
            ["update Statement[1] (Sid AllowCloudTrailEncrypt)", "update Statement[2] (Sid AllowCloudTrailDescribe)", "update Statement[3] (Sid AllowCloudTrailDecrypt)"],
            merged.Changes.Select(change => change[..change.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.All(merged.Changes, change => Assert.EndsWith($"aws:SourceArn gains {SecondArn}", change, StringComparison.Ordinal));
        AssertServed(merged.Policy, Example.KeyUse, second);
        Assert.Equal(merged.Policy, TrailKeyPolicy.Merge(null, [Example.KeyUse, second]).Policy);
    }

    [Fact]
    public void A_statement_for_all_three_is_extended_once()
    {
        var existing = Example.Policy($"{{{Service},'Action':['kms:GenerateDataKey*','kms:DescribeKey','kms:Decrypt'],'Condition':{{'StringLike':{{'AWS:SourceArn':['{SecondArn}']}}}}}}");
        var merged = TrailKeyPolicy.Merge(existing, [Example.KeyUse]);
        Assert.Equal([$"update Statement[0]: aws:SourceArn gains {Example.TrailArn}"], merged.Changes);
        AssertServed(merged.Policy, Example.KeyUse, Example.UseOf("second-trail"));
    }

    [Fact]
    public void A_trail_of_another_account_gets_an_encryption_context_of_its_own()
    {
        var other = Example.UseOf(account: "222222222222", key: Example.Key);
        var merged = TrailKeyPolicy.Merge(Built, [other]);
        Assert.Equal("add statement AllowCloudTrailEncrypt2", merged.Changes[0]);
        AssertServed(merged.Policy, Example.KeyUse, other);
    }

    [Theory]
    [InlineData("'Action':'kms:GenerateDataKey*','Condition':{'StringEquals':{'aws:SourceArn':'arn:aws:cloudtrail:us-east-1:111111111111:trail/x','aws:SourceOrgID':'o-exampleorgid'}}")]
    [InlineData("'Action':'kms:*','Condition':{'StringEquals':{'aws:SourceArn':'arn:aws:cloudtrail:us-east-1:111111111111:trail/x'}}")]
    [InlineData("'Action':['kms:GenerateDataKey*','kms:CreateGrant'],'Condition':{'StringEquals':{'aws:SourceArn':'arn:aws:cloudtrail:us-east-1:111111111111:trail/x'}}")]
    [InlineData("'Action':'kms:GenerateDataKey*','Condition':{'StringEqualsIfExists':{'aws:SourceArn':'arn:aws:cloudtrail:us-east-1:111111111111:trail/x'}}")]
    public void Statements_of_others_are_never_extended(string rest)
    {
        var foreign = $"{{'Sid':'F',{Service},{rest}}}";
        var merged = TrailKeyPolicy.Merge(Example.Policy(foreign), [Example.KeyUse]);
        Assert.Equal(3, merged.Changes.Count);
        Assert.Contains(Example.Quoted(foreign), PolicyDocument.Parse(merged.Policy).Minified, StringComparison.Ordinal);
        AssertServed(merged.Policy, Example.KeyUse);
    }

    // Whether CloudTrail needs to decrypt depends on the bucket, but the merge lets it, and the Deny does not.
    [Theory]
    [InlineData("kms:GenerateDataKey*")]
    [InlineData("kms:Decrypt")]
    public void A_Deny_in_the_way_is_told(string action)
    {
        var merged = TrailKeyPolicy.Merge(Example.Policy(Root, $"{{'Sid':'Theirs','Effect':'Deny','Principal':'*','Action':'{action}','Resource':'*'}}"), [Example.KeyUse]);
        Assert.EndsWith("What others wrote stays as it is: change it by hand, or use another key.", Assert.Single(merged.Denials), StringComparison.Ordinal);
    }

    [Fact]
    public void What_KMS_refuses_is_told()
    {
        var merged = TrailKeyPolicy.Merge(Example.Policy(Root, "{'Sid':'Typo','Effect':'Deny','Principal':{'Aws':'222222222222'},'Action':'kms:Decrypt','Resource':'*'}"), [Example.KeyUse]);
        Assert.StartsWith("AWS KMS will refuse this policy. Statement[1] (Sid Typo): ", Assert.Single(merged.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_that_are_taken_are_not_used_again()
    {
        var merged = TrailKeyPolicy.Merge(Example.Policy(Root, "{'Sid':'AllowCloudTrailEncrypt','Effect':'Deny','Principal':{'AWS':'*'},'Action':'kms:CreateGrant','Resource':'*'}"), [Example.KeyUse]);
        Assert.Contains("add statement AllowCloudTrailEncrypt2", merged.Changes);
    }

    [Fact]
    public void Statements_without_effect_survive()
    {
        const string Idle = "{'Effect':'Allow','Principal':{'AWS':'111111111111'}}";
        var merged = TrailKeyPolicy.Merge(Example.Policy(Idle), [Example.KeyUse]);
        Assert.Contains(Example.Quoted(Idle), PolicyDocument.Parse(merged.Policy, toleratesGaps: true).Minified, StringComparison.Ordinal);
    }

    // KMS API reference, PutKeyPolicy, Policy: [\u0009\u000A\u000D\u0020-\u00FF]+
    [Fact]
    public void Characters_that_KMS_does_not_take_are_sent_as_escapes()
    {
        var merged = TrailKeyPolicy.Merge("{\"Id\":\"é \\u2014 \\ud83d\\ude00\",\"Statement\":[]}", [Example.KeyUse]);
        Assert.Contains("\"Id\": \"é \\u2014 \\uD83D\\uDE00\"", merged.Policy, StringComparison.Ordinal);
        AssertServed(merged.Policy, Example.KeyUse);
    }

    [Fact]
    public void Readers_join_the_statement_that_is_there()
    {
        var first = TrailKeyPolicy.Merge(null, [Example.KeyUse], [Auditors]).Policy;
        Assert.False(TrailKeyPolicy.Merge(first, [Example.KeyUse], [Auditors]).Changed);

        var second = TrailKeyPolicy.Merge(first, [Example.KeyUse], [Auditors, "444444444444"]);
        Assert.Equal(["update Statement[4] (Sid AllowReaders): Principal gains 444444444444"], second.Changes);
        Assert.False(TrailKeyPolicy.Merge(second.Policy, [Example.KeyUse], ["arn:aws:iam::444444444444:root", Auditors]).Changed);
        AssertServed(second.Policy, Example.KeyUse);
    }

    [Fact]
    public void A_reader_who_may_decrypt_already_gets_no_statement() =>
        Assert.False(TrailKeyPolicy.Merge(Built.Replace("\"AWS\": \"arn:aws:iam::111111111111:root\"", $"\"AWS\": \"{Auditors}\"", StringComparison.Ordinal), [Example.KeyUse], [Auditors]).Changed);

    [Fact]
    public void Readers_do_not_join_a_statement_of_others()
    {
        var merged = TrailKeyPolicy.Merge(
            Example.Policy("{'Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':['kms:Decrypt','kms:Encrypt'],'Resource':'*'}", "{'Effect':'Allow','Principal':{'AWS':'*'},'Action':'kms:Decrypt','Resource':'*','Condition':{'Null':{'kms:EncryptionContext:aws:cloudtrail:arn':'false'}}}"),
            [Example.KeyUse],
            [Auditors]);
        Assert.Contains("add statement AllowReaders", merged.Changes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("auditors")]
    [InlineData("arn:aws:iam::333333333333:role/*")]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("arn:aws:iam::33:role/auditors")]
    [InlineData("arn:aws:iam::333333333333:group/auditors")]
    [InlineData("arn:aws:iam::333333333333:policy/auditors")]
    [InlineData("arn:aws:sts::333333333333:role/auditors")]
    [InlineData("arn:aws-cn:iam::333333333333:role/auditors")]
    public void A_reader_must_be_a_principal(string reader) =>
        Assert.Equal("InvalidPrincipal", Assert.Throws<OrgTrailException>(() => TrailKeyPolicy.Merge(null, [Example.KeyUse], [reader]).Policy).Problem.Id);

    [Theory]
    [InlineData("arn:aws:iam::333333333333:root")]
    [InlineData("arn:aws:iam::333333333333:user/security/jane")]
    [InlineData("arn:aws:sts::333333333333:assumed-role/auditors/jane")]
    public void A_reader_may_be_an_account_a_user_or_a_session(string reader) =>
        Assert.Contains(reader, TrailKeyPolicy.Merge(null, [Example.KeyUse], [reader]).Policy, StringComparison.Ordinal);

    [Theory]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("arn:aws:kms:us-east-1:111111111111:key/")]
    [InlineData("arn:aws:kms:us-east-1:111111111111:secret/1")]
    [InlineData("arn:aws:kms:us-east-1:1:key/1")]
    [InlineData("arn:aws:kms:mars:111111111111:key/1")]
    [InlineData("arn:aws:kms:cn-north-1:111111111111:key/1")]
    [InlineData("arn:aws:kms")]
    [InlineData("arn:aws-cn:kms:cn-north-1:111111111111:key/1")]
    public void An_ARN_must_be_that_of_a_key(string key) =>
        Assert.Equal("InvalidKmsKey", Assert.Throws<OrgTrailException>(() => Example.UseOf(key: key)).Problem.Id);

    [Fact]
    public void The_account_that_is_given_must_be_the_one_in_the_ARN() =>
        Assert.Equal("InvalidKmsKey", Assert.Throws<OrgTrailException>(() => Example.UseOf(keyAccount: "222222222222")).Problem.Id);

    [Fact]
    public void A_trail_that_moved_to_another_Region_is_replaced_by_a_caller_who_knows()
    {
        var elsewhere = TrailKeyPolicy.Merge(null, [Example.UseOf(region: "us-west-2")]).Policy;
        Assert.Equal(Built, TrailKeyPolicy.Merge(elsewhere, [Example.KeyUse], existingTrailArns: []).Policy);
        AssertServed(TrailKeyPolicy.Merge(elsewhere, [Example.KeyUse]).Policy, Example.KeyUse, Example.UseOf(region: "us-west-2"));
    }

    [Fact]
    public void Up_to_32_KB_the_merge_succeeds_and_beyond_it_is_refused()
    {
        var largest = 32768 - PolicyDocument.Parse(TrailKeyPolicy.Merge(WithId(0), [Example.KeyUse]).Policy).Size;
        Assert.Equal(32768, TrailKeyPolicy.Merge(WithId(largest), [Example.KeyUse]).Policy.Length);
        var problem = Assert.Throws<OrgTrailException>(() => TrailKeyPolicy.Merge(WithId(largest + 1), [Example.KeyUse])).Problem;
        Assert.Equal(("PolicyTooLarge", ProblemKind.LimitExceeded), (problem.Id, problem.Kind));
        Assert.Contains("has 32769 bytes, 1 more than the 32768 (32 KB) that AWS KMS accepts", problem.What, StringComparison.Ordinal);

        static string WithId(int length) => $$"""{"Id":"{{new string('x', length)}}","Statement":[]}""";
    }

    private static void AssertServed(string policy, params TrailKeyUse[] uses)
    {
        foreach (var use in uses)
        {
            Assert.True(KeyPolicyAnalysis.Analyze(policy, use).Sufficient);
            Assert.False(TrailKeyPolicy.Merge(policy, [use]).Changed);
        }
    }
}
