using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Trails.Naming;

public sealed class NamingRuleTests
{
    [Theory]
    [InlineData("abc")]
    [InlineData("my-organization-trail")]
    [InlineData("A1.b_c-9")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1234.1.1.1")]
    public void A_trail_name_that_keeps_the_rule_is_passed_on(string name) =>
        Assert.Equal(name, NamingRule.TrailName.Require(name));

    [Theory]
    [InlineData(null, "The trail name is empty.")]
    [InlineData("", "The trail name is empty.")]
    [InlineData("ab", "Trail name 'ab' has 2 characters, fewer than 3.")]
    [InlineData("a--b", "Trail name 'a--b' has two adjacent punctuation marks.")]
    [InlineData("a._b", "Trail name 'a._b' has two adjacent punctuation marks.")]
    [InlineData("-abc", "Trail name '-abc' begins with a punctuation mark.")]
    [InlineData("abc.", "Trail name 'abc.' ends with a punctuation mark.")]
    [InlineData("my trail", "Trail name 'my trail' contains a blank.")]
    [InlineData("tr\u00e4il", "Trail name 'tr\u00e4il' contains the character '\u00e4'.")]
    [InlineData("ab\n", "Trail name 'ab\uFFFD' contains the control character U+000A.")]
    [InlineData("192.168.5.4", "Trail name '192.168.5.4' has the form of an IP address.")]
    public void A_trail_name_that_breaks_the_rule_is_told_how(string? name, string what) =>
        Expect(NamingRule.TrailName, name, "InvalidTrailName", what);

    [Fact]
    public void A_trail_name_has_at_most_128_characters()
    {
        Assert.Null(NamingRule.TrailName.Check(new string('a', 128)));
        Assert.Contains("has 129 characters, more than 128", NamingRule.TrailName.Check(new string('a', 129))!.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my-organization-bucket")]
    [InlineData("a.b.c")]
    [InlineData("1ab")]
    [InlineData("a--b")]
    public void A_bucket_name_that_keeps_the_rule_is_passed_on(string name) =>
        Assert.Equal(name, NamingRule.BucketName.Require(name));

    [Theory]
    [InlineData(null, "The bucket name is empty.")]
    [InlineData("ab", "Bucket name 'ab' has 2 characters, fewer than 3.")]
    [InlineData("MyBucket", "Bucket name 'MyBucket' has an upper-case letter.")]
    [InlineData("my_bucket", "Bucket name 'my_bucket' contains the character '_'.")]
    [InlineData("bucket-", "Bucket name 'bucket-' ends with '-'.")]
    [InlineData(".bucket", "Bucket name '.bucket' begins with '.'.")]
    [InlineData("my..bucket", "Bucket name 'my..bucket' has '..'.")]
    [InlineData("my.-bucket", "Bucket name 'my.-bucket' has '.-'.")]
    [InlineData("my-.bucket", "Bucket name 'my-.bucket' has '-.'.")]
    [InlineData("10.0.0.1", "Bucket name '10.0.0.1' has the form of an IP address.")]
    public void A_bucket_name_that_breaks_the_rule_is_told_how(string? name, string what) =>
        Expect(NamingRule.BucketName, name, "InvalidBucketName", what);

    [Fact]
    public void A_bucket_name_has_at_most_63_characters()
    {
        Assert.Null(NamingRule.BucketName.Check(new string('a', 63)));
        Assert.Contains("has 64 characters, more than 63", NamingRule.BucketName.Check(new string('a', 64))!.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("audit")]
    [InlineData("audit/trails 2026/\u00fc")]
    [InlineData("MyAWSLogs/x")]
    public void A_prefix_may_be_left_out_or_have_folders(string? prefix) => Assert.Null(NamingRule.S3KeyPrefix.Check(prefix));

    [Theory]
    [InlineData("/audit", "begins with '/'")]
    [InlineData("audit/", "ends with '/'")]
    [InlineData("AWSLogs", "contains the folder 'AWSLogs'")]
    [InlineData("x/AWSLogs/y", "contains the folder 'AWSLogs'")]
    [InlineData("au*dit", "contains the character '*'")]
    [InlineData("audi?", "contains the character '?'")]
    [InlineData("${aws:userid}", "contains '${'")]
    [InlineData("a\tb", "contains the control character U+0009")]
    public void A_prefix_that_breaks_the_rule_is_told_how(string prefix, string fault) =>
        Expect(NamingRule.S3KeyPrefix, prefix, "InvalidS3KeyPrefix", $"S3 key prefix '{prefix.Replace('\t', '\uFFFD')}' {fault}.");

    [Fact]
    public void A_prefix_has_at_most_200_characters()
    {
        Assert.Null(NamingRule.S3KeyPrefix.Check(new string('a', 200)));
        Assert.Contains("has 201 characters, more than 200", NamingRule.S3KeyPrefix.Check(new string('a', 201))!.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("o-exampleorgid", true)]
    [InlineData("o-aa11bb22cc", true)]
    [InlineData("o-short", false)]
    [InlineData("O-EXAMPLEORGID", false)]
    [InlineData("exampleorgid", false)]
    [InlineData("o-exampleorgid\n", false)]
    [InlineData("", false)]
    public void An_organization_id_is_o_and_10_to_32_characters(string id, bool valid) =>
        Assert.Equal(valid ? null : "InvalidOrganizationId", NamingRule.OrganizationId.Check(id)?.Id);

    [Theory]
    [InlineData("012345678901", null)]
    [InlineData("12345678901", "has 11 digits, not 12")]
    [InlineData("1234-5678-9012", "is not made of 12 digits")]
    [InlineData("\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661", "is not made of 12 digits")]
    [InlineData("", "is empty")]
    public void An_account_id_has_12_digits(string id, string? fault)
    {
        var problem = NamingRule.AccountId.Check(id);
        Assert.Equal(fault is null ? null : "InvalidAccountId", problem?.Id);
        Assert.Contains(fault ?? "", problem?.What ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_value_is_cut_in_the_message() =>
        Assert.True(NamingRule.BucketName.Check(new string('a', 5000))!.What.Length < 200);

    private static void Expect(NamingRule rule, string? value, string id, string what)
    {
        var problem = Assert.Throws<OrgTrailException>(() => rule.Require(value)).Problem;
        Assert.Equal((id, ProblemKind.InvalidInput, what), (problem.Id, problem.Kind, problem.What));
        Assert.StartsWith("Use ", problem.Advice, StringComparison.Ordinal);
    }
}
