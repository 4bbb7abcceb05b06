using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Analysis;

/// <summary>What is certain is said to be certain: headers that CloudTrail never sends, statements for people, fixed dates.</summary>
public sealed class CertaintyTests
{
    private const string People = "'Effect':'Allow','Principal':{'AWS':'*'},'Action':['s3:GetBucketAcl','s3:PutObject','s3:GetObject','s3:ListBucket'],'Resource':['arn:aws:s3:::my-organization-bucket','arn:aws:s3:::my-organization-bucket/*']";
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("{'Null':{'s3:x-amz-server-side-encryption-customer-algorithm':'false'}}")]
    [InlineData("{'Null':{'S3:X-Amz-Server-Side-Encryption-Customer-Algorithm':false}}")]
    [InlineData("{'StringEquals':{'s3:x-amz-server-side-encryption-customer-algorithm':'AES256'}}")]
    [InlineData("{'StringLike':{'s3:x-amz-server-side-encryption-customer-algorithm':'*'}}")]
    [InlineData("{'Null':{'s3:x-amz-server-side-encryption-customer-key-MD5':'false'}}")]
    [InlineData("{'Null':{'s3:x-amz-grant-full-control':'false'}}")]
    [InlineData("{'Null':{'s3:x-amz-copy-source':'false'}}")]
    [InlineData("{'StringEquals':{'s3:DataAccessPointAccount':'222222222222'}}")]
    public void A_Deny_of_headers_that_CloudTrail_never_sends_does_not_matter(string condition)
    {
        var verdict = Analyze(Example.BuiltWith(Example.Deny(condition)));
        Assert.True(verdict.Sufficient);
        Assert.Empty(verdict.Uncertain);
    }

    [Theory]
    [InlineData("{'Null':{'s3:x-amz-server-side-encryption-customer-algorithm':'true'}}")]
    [InlineData("{'StringNotEquals':{'s3:x-amz-server-side-encryption-customer-algorithm':'AES256'}}")]
    public void A_Deny_of_everything_without_the_customers_keys_hits_CloudTrail(string condition)
    {
        var blocking = Assert.Single(Analyze(Example.BuiltWith(Example.Deny(condition))).BlockedBy);
        Assert.Contains("s3:x-amz-server-side-encryption-customer-algorithm is absent from CloudTrail's uploads", blocking.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{'StringEquals':{'aws:PrincipalOrgID':'o-exampleorgid'}}")]
    [InlineData("{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-exampleorgid/r-ab12/*'}}")]
    [InlineData("{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/Reader'}}")]
    [InlineData("{'StringLike':{'aws:userid':'AROAEXAMPLE:*'}}")]
    [InlineData("{'StringEquals':{'aws:PrincipalTag/team':'audit'}}")]
    [InlineData("{'StringEquals':{'aws:PrincipalType':'User'}}")]
    [InlineData("{'StringEquals':{'aws:PrincipalAccount':['111111111111','222222222222']}}")]
    [InlineData("{'Bool':{'aws:MultiFactorAuthPresent':'true'}}")]
    [InlineData("{'StringEquals':{'aws:ResourceOrgID':'${aws:PrincipalOrgID}'}}")]
    [InlineData("{'StringEquals':{'aws:RequestedRegion':'eu-central-1'}}")]
    public void A_statement_for_people_is_not_uncertain(string condition)
    {
        var verdict = Analyze(Example.BuiltWith($"{{{People},'Condition':{condition}}}"));
        Assert.True(verdict.Sufficient);
        Assert.Empty(verdict.Uncertain);
    }

    [Fact]
    public void A_statement_for_people_is_not_uncertain_where_CloudTrail_is_shut_out_either()
    {
        var verdict = Analyze(Example.Policy($"{{{People},'Condition':{{'StringEquals':{{'aws:PrincipalOrgID':'o-exampleorgid'}}}}}}"));
        Assert.Equal(["acl-check", "management-write", "organization-write"], verdict.Missing);
        Assert.Empty(verdict.Uncertain);
    }

    [Fact]
    public void A_Deny_of_one_sort_of_principals_does_not_hit_a_service() =>
        Assert.True(Analyze(Example.BuiltWith(Example.Deny("{'StringEquals':{'aws:PrincipalType':['User','Account']}}"))).Sufficient);

    [Fact]
    public void An_uncertain_Allow_is_told_only_where_nothing_else_lets_CloudTrail_in()
    {
        var open = Example.Built.Replace("aws:SourceArn", "s3:unheard-of", StringComparison.Ordinal);
        var both = Example.BuiltWith(PolicyKind.Bucket.Read(open).Statements.Select(statement => statement.Json.ToJsonString()));
        Assert.Empty(Analyze(both).Uncertain);
        Assert.Equal(3, Analyze(open).Uncertain.Count);
    }

    [Theory]
    [InlineData("'DateGreaterThan':{'aws:CurrentTime':'2024-01-01T00:00:00Z'}", true)]
    [InlineData("'DateGreaterThan':{'aws:CurrentTime':'2027-01-01T00:00:00Z'}", false)]
    [InlineData("'DateLessThan':{'aws:CurrentTime':'2027-01-01'}", true)]
    [InlineData("'DateLessThan':{'aws:CurrentTime':'2026-11-28T08:59:59Z'}", false)]
    [InlineData("'DateLessThanEquals':{'aws:CurrentTime':'2026-11-28T10:00:00+02:00'}", false)]
    [InlineData("'DateGreaterThanEquals':{'aws:EpochTime':'1704067200'}", true)]
    [InlineData("'NumericLessThan':{'aws:EpochTime':'1704067200'}", false)]
    [InlineData("'NumericGreaterThan':{'aws:EpochTime':1704067200}", true)]
    [InlineData("'DateGreaterThanIfExists':{'AWS:CurrentTime':'2024-01-01T00:00:00Z'}", true)]
    [InlineData("'DateGreaterThan':{'aws:CurrentTime':'2024-01-01T00:00:00Z'},'DateLessThan':{'aws:CurrentTime':'2025-01-01T00:00:00Z'}", false)]
    [InlineData("'DateEquals':{'aws:CurrentTime':'2024-01-01T00:00:00Z'}", false)]
    [InlineData("'DateNotEquals':{'aws:CurrentTime':'2024-01-01T00:00:00Z'}", true)]
    public void A_Deny_by_the_date_is_decided_now(string conditions, bool blocks)
    {
        var verdict = Analyze(Example.BuiltWith(Example.Deny($"{{{conditions}}}")));
        Assert.Empty(verdict.Uncertain);
        Assert.Equal(!blocks, verdict.Sufficient);
        Assert.Equal(blocks ? 1 : 0, verdict.BlockedBy.Count);
        Assert.All(verdict.BlockedBy, blocking => Assert.Contains(" now", blocking.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2027-01-01T00:00:00Z", true)]
    [InlineData("2026-01-01T00:00:00Z", false)]
    public void An_Allow_with_an_end_is_decided_now(string end, bool sufficient)
    {
        var statement = $"{{'Effect':'Allow','Principal':{{'Service':'cloudtrail.amazonaws.com'}},'Action':'s3:*','Resource':['{Example.BucketArn}','{Example.BucketArn}/*'],'Condition':{{'DateLessThan':{{'aws:CurrentTime':'{end}'}}}}}}";
        var verdict = Analyze(Example.Policy(statement));
        Assert.Equal(sufficient, verdict.Sufficient);
        Assert.Empty(verdict.Uncertain);
    }

    [Fact]
    public void What_ends_at_a_date_is_said_to()
    {
        var verdict = Analyze(Example.BuiltWith(
            Example.Deny("{'DateGreaterThan':{'aws:CurrentTime':'2031-01-01T00:00:00Z'}}"),
            Example.Deny("{'NumericGreaterThanEquals':{'aws:EpochTime':'1893456000'},'Bool':{'aws:SecureTransport':'true'}}"),
            Example.Deny("{'DateLessThan':{'aws:CurrentTime':'2024-01-01T00:00:00Z'}}")));
        Assert.True(verdict.Sufficient);
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), verdict.SufficientUntil);
        Assert.EndsWith("until 2030-01-01T00:00:00Z, and not any more then.", verdict.ToString(), StringComparison.Ordinal);
        Assert.Null(Analyze(Example.Built).SufficientUntil);
    }

    [Fact]
    public void Without_a_clock_the_date_stays_uncertain() =>
        Assert.Single(BucketPolicyAnalysis.Analyze(Example.BuiltWith(Example.Deny("{'DateGreaterThan':{'aws:CurrentTime':'2024-01-01T00:00:00Z'}}")), Example.Delivery).Uncertain);

    [Fact]
    public void The_date_counts_for_keys_too()
    {
        var policy = Example.Policy(
            "{'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'kms:*','Resource':'*'}",
            "{'Sid':'Until','Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'DateGreaterThan':{'aws:CurrentTime':'2024-01-01T00:00:00Z'}}}");
        Assert.Equal("Until", Assert.Single(KeyPolicyAnalysis.Analyze(policy, Example.KeyUse, Now).BlockedBy).Sid);
        Assert.Empty(KeyPolicyAnalysis.Analyze(policy, Example.KeyUse, DateTimeOffset.UnixEpoch).BlockedBy);
    }

    private static PolicyVerdict Analyze(string policy) => BucketPolicyAnalysis.Analyze(policy, Example.Delivery, now: Now);
}
