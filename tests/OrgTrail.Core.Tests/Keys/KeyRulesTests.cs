using OrgTrail.Keys;

namespace OrgTrail.Core.Tests.Keys;

public sealed class KeyRulesTests
{
    private static readonly KmsKey Fit = new("arn:aws:kms:us-east-1:111111111111:key/1")
    {
        AccountId = "111111111111",
        Region = "us-east-1",
        State = "Enabled",
        Spec = "SYMMETRIC_DEFAULT",
        Usage = "ENCRYPT_DECRYPT",
        Manager = "CUSTOMER",
    };

    [Theory]
    [InlineData("us-east-1")]
    [InlineData(null)]
    public void Nothing_is_wrong_with_a_fit_key(string? bucketRegion) => Assert.Empty(KeyRules.Check(Fit, bucketRegion));

    [Fact]
    public void Each_fault_has_its_problem_and_a_remedy()
    {
        AssertOnly("KmsKeyWrongRegion", "eu-central-1", Fit with { Region = "us-east-1" }, "eu-central-1");
        AssertOnly("KmsKeyNotSymmetric", "aws kms create-key", Fit with { Spec = "RSA_2048" });
        AssertOnly("KmsKeyNotSymmetric", "aws kms create-key", Fit with { Usage = "GENERATE_VERIFY_MAC", Spec = "HMAC_256" });
        AssertOnly("KmsKeyNotEnabled", "aws kms enable-key", Fit with { State = "Disabled" });
        AssertOnly("KmsKeyNotEnabled", "aws kms cancel-key-deletion", Fit with { State = "PendingDeletion" });
        AssertOnly("KmsKeyNotCustomerManaged", "a key of your own", Fit with { Manager = "AWS" });
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(
            ["KmsKeyWrongRegion", "KmsKeyNotSymmetric", "KmsKeyNotEnabled"],
            KeyRules.Check(Fit with { Spec = "RSA_2048", State = "Disabled" }, "eu-west-1").Select(problem => problem.Id));

    [Theory]
    [InlineData("arn:aws:kms:eu-west-1:111111111111:key/1", "eu-west-1")]
    [InlineData("arn:aws:kms:eu-west-1:111111111111:alias/trails", "eu-west-1")]
    [InlineData("alias/trails", null)]
    [InlineData("11111111-2222-3333-4444-555555555555", null)]
    [InlineData(null, null)]
    public void An_ARN_tells_the_Region(string? key, string? region) => Assert.Equal(region, KeyArn.RegionOf(key));

    private static void AssertOnly(string id, string advice, KmsKey key, string bucketRegion = "us-east-1")
    {
        var problem = Assert.Single(KeyRules.Check(key, bucketRegion));
        Assert.Equal((id, ProblemKind.InvalidState), (problem.Id, problem.Kind));
        Assert.Contains(advice, problem.Advice, StringComparison.Ordinal);
        Assert.Contains(key.Arn, problem.What, StringComparison.Ordinal);
    }
}
