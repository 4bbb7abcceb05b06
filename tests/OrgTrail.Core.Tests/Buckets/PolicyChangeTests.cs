using OrgTrail.Buckets;
using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Buckets;

public sealed class PolicyChangeTests
{
    private const string Foreign = """{"Version":"2012-10-17","Id":"theirs","Statement":{"Sid":"DenyInsecureTransport","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::acme-audit/*","Unknown":1.50}}""";
    private const string Public = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::acme-audit/*"}]}""";
    private const string NotFromHere = """{"Version":"2012-10-17","Statement":[{"Sid":"Ours","Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::acme-audit/*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-exampleorgid"}}}]}""";

    [Fact]
    public async Task Statements_of_others_keep_their_values_and_their_order()
    {
        var policy = await WrittenAsync(Foreign);

        Assert.StartsWith("{\n  \"Version\": \"2012-10-17\",\n  \"Id\": \"theirs\"", policy, StringComparison.Ordinal);
        Assert.Contains("\"Unknown\": 1.50", policy, StringComparison.Ordinal);
        Assert.Equal(
            ["DenyInsecureTransport", "DenyInsecureTransport2", "AWSCloudTrailAclCheck20150319", "AWSCloudTrailWrite20150319", "AWSCloudTrailOrganizationWrite20150319"],
            PolicyDocument.Parse(policy).Statements.Select(statement => statement.Sid));
        Assert.True(BucketPolicyAnalysis.Analyze(policy, Trails.Delivery()).Sufficient);
    }

    [Fact]
    public async Task A_second_comparison_finds_nothing_to_do()
    {
        var policy = await WrittenAsync(Foreign);

        Assert.Empty(BucketChanges.Between(Bare.Right with { Policy = new(policy) }, Wanted).Items);
    }

    [Fact]
    public async Task What_somebody_wrote_in_between_is_merged_into()
    {
        var cloud = new Doubles.InMemoryCloud();
        var bucket = cloud.Buckets.Add(new(Bare.Name, "111111111111", "us-east-1") { Policy = Foreign });
        var change = Assert.Single(BucketChanges.Between(Bare.Right with { Policy = new(null) }, Wanted).Items);

        await change.ApplyAsync(cloud.Connect(), default);

        Assert.Equal(await WrittenAsync(Foreign), bucket.Policy);
    }

    [Fact]
    public async Task What_somebody_let_in_in_between_is_refused_where_it_was_refused_before()
    {
        var cloud = new Doubles.InMemoryCloud();
        cloud.Buckets.Add(new(Bare.Name, "111111111111", "us-east-1") { Policy = Public });
        var change = Assert.Single(BucketChanges.Between(Bare.Right with { Policy = new(null) }, Wanted).Items);

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => change.ApplyAsync(cloud.Connect(), default));

        Assert.Equal("PublicPolicyBlocked", refusal.Problem.Id);
        Assert.Empty(cloud.Buckets.Writes);
    }

    [Fact]
    public void A_denial_that_keeps_CloudTrail_out_stays_and_is_told()
    {
        var changes = BucketChanges.Between(Bare.Right with { Policy = new(NotFromHere) }, Wanted);

        Assert.Contains("Ours", Assert.Single(changes.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void What_S3_will_refuse_is_told()
    {
        var changes = BucketChanges.Between(Bare.Right with { Policy = new(Foreign.Replace("s3:GetObject", "s3:GetObjects", StringComparison.Ordinal)) }, Wanted);

        Assert.Contains("s3:GetObjects", Assert.Single(changes.Warnings, warning => warning.StartsWith("Amazon S3 will refuse this policy.", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_public_policy_is_refused_before_S3_refuses_it(bool isBlockedAlready)
    {
        var facts = Bare.Right with { Policy = new(Public), PublicAccessBlock = new(isBlockedAlready ? PublicAccessBlock.All : null) };

        var refusal = Assert.Throws<OrgTrailException>(() => BucketChanges.Between(facts, Bare.Wanted));

        Assert.Equal("PublicPolicyBlocked", refusal.Problem.Id);
        Assert.Contains("Statement[0]", refusal.Problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Bool":{"aws:SecureTransport":"true"}}""", true)]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"o-exampleorgid"}}""", false)]
    public void A_condition_keeps_the_public_out_only_when_it_fixes_who_may(string condition, bool isPublic)
    {
        var facts = Bare.Right with { Policy = new(Public.Insert(Public.Length - 3, $",\"Condition\":{condition}")) };

        Assert.Equal(isPublic, Record.Exception(() => BucketChanges.Between(facts, Bare.Wanted)) is OrgTrailException { Problem.Id: "PublicPolicyBlocked" });
    }

    [Fact]
    public void A_public_policy_where_public_access_is_left_open_is_the_owners_affair()
    {
        var facts = Bare.Right with { Policy = new(Public), PublicAccessBlock = new(new(true, true, false, false)) };

        Assert.Equal([BucketSetting.Policy], BucketChanges.Between(facts, Bare.Wanted).Items.Select(change => change.Setting));
    }

    [Fact]
    public void A_policy_that_grows_too_large_is_refused()
    {
        var large = Foreign.Replace("theirs", new string('x', PolicyDocument.BucketPolicyLimit - Foreign.Length), StringComparison.Ordinal);

        var refusal = Assert.Throws<OrgTrailException>(() => BucketChanges.Between(Bare.Right with { Policy = new(large) }, Bare.Wanted));

        Assert.Equal("PolicyTooLarge", refusal.Problem.Id);
    }

    private static BucketSettings Wanted => Bare.Wanted with { Deliveries = [Trails.Delivery()] };

    private static async Task<string> WrittenAsync(string before)
    {
        var cloud = new Doubles.InMemoryCloud();
        var bucket = cloud.Buckets.Add(new(Bare.Name, "111111111111", "us-east-1") { Policy = before });
        await Assert.Single(BucketChanges.Between(Bare.Right with { Policy = new(before) }, Wanted).Items).ApplyAsync(cloud.Connect(), default);
        return bucket.Policy!;
    }
}
