using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Ports;

public sealed class AwsKeysTests : ConnectionTest
{
    private const string Arn = "arn:aws:kms:eu-west-1:222222222222:key/1234";

    [Fact]
    public async Task A_key_is_described()
    {
        Aws.On("KMS", "DescribeKey").Answers($$$"""{"KeyMetadata":{"AWSAccountId":"222222222222","Arn":"{{{Arn}}}","KeyId":"1234","KeyState":"PendingDeletion","KeySpec":"SYMMETRIC_DEFAULT","KeyUsage":"ENCRYPT_DECRYPT","KeyManager":"CUSTOMER"}}""");
        using var cloud = await ConnectAsync(ByHand);

        var key = await cloud.KeysIn("eu-west-1").DescribeAsync("alias/audit", default);

        Assert.Equal(new(Arn) { AccountId = "222222222222", Region = "eu-west-1", State = "PendingDeletion", Spec = "SYMMETRIC_DEFAULT", Usage = "ENCRYPT_DECRYPT", Manager = "CUSTOMER" }, key);
        var call = Assert.Single(Aws.Calls);
        Assert.Equal(("""{"KeyId":"alias/audit"}""", "eu-west-1"), (call.Text, call.Region));
    }

    [Fact]
    public async Task What_an_emulator_leaves_out_follows_from_the_ARN_or_is_empty()
    {
        Aws.On("KMS", "DescribeKey").Answers($$$"""{"KeyMetadata":{"Arn":"{{{Arn}}}","CustomerMasterKeySpec":"SYMMETRIC_DEFAULT"}}""");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(
            new(Arn) { AccountId = "222222222222", Region = "eu-west-1", State = "", Spec = "SYMMETRIC_DEFAULT", Usage = "", Manager = "" },
            await cloud.KeysIn("eu-west-1").DescribeAsync("1234", default));
    }

    [Fact]
    public async Task The_policy_is_read_and_written_under_its_only_name()
    {
        const string Policy = """{"Version":"2012-10-17","Statement":[]}""";
        Aws.On("KMS", "GetKeyPolicy").Answers("""{"Policy":"{\"Version\":\"2012-10-17\",\"Statement\":[]}","PolicyName":"default"}""");
        Aws.On("KMS", "PutKeyPolicy").Answers("");
        using var cloud = await ConnectAsync(ByHand);
        var keys = cloud.KeysIn("eu-west-1");

        Assert.Equal(Policy, await keys.GetPolicyAsync("1234", default));
        await keys.PutPolicyAsync("1234", Policy, default);

        Assert.Equal(["1234", "default"], Members("GetKeyPolicy", "KeyId", "PolicyName"));
        Assert.Equal(["1234", "default", Policy, null], Members("PutKeyPolicy", "KeyId", "PolicyName", "Policy", "BypassPolicyLockoutSafetyCheck"));
    }

    [Theory]
    [InlineData("""{"KeyRotationEnabled":true,"RotationPeriodInDays":365}""", true)]
    [InlineData("""{"KeyRotationEnabled":false}""", false)]
    public async Task Rotation_is_on_or_off(string answer, bool on)
    {
        Aws.On("KMS", "GetKeyRotationStatus").Answers(answer);
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(on, await cloud.KeysIn("eu-west-1").IsRotatedAsync(Arn, default));
        Assert.Equal($$"""{"KeyId":"{{Arn}}"}""", Assert.Single(Aws.Calls).Text);
    }

    [Theory]
    [InlineData("NotFoundException", "KmsKeyNotFound", ProblemKind.NotFound)]
    [InlineData("InvalidArnException", "InvalidKmsKey", ProblemKind.InvalidInput)]
    [InlineData("KMSInvalidStateException", "KmsKeyUnusable", ProblemKind.InvalidState)]
    [InlineData("DisabledException", "KmsKeyUnusable", ProblemKind.InvalidState)]
    [InlineData("MalformedPolicyDocumentException", "MalformedPolicy", ProblemKind.InvalidInput)]
    [InlineData("LimitExceededException", "PolicyTooLarge", ProblemKind.LimitExceeded)]
    [InlineData("UnsupportedOperationException", "OperationUnsupported", ProblemKind.InvalidState)]
    [InlineData("AccessDeniedException", "AccessDenied", ProblemKind.PermissionDenied)]
    [InlineData("KMSInternalException", "ServiceFailed", ProblemKind.ServiceFailed)]
    public async Task A_refusal_is_told_in_the_words_of_the_table(string code, string id, ProblemKind kind)
    {
        Aws.On("KMS", "PutKeyPolicy").Fails(code, "KMS says no.");
        using var cloud = await ConnectAsync(ByHand);

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.KeysIn("eu-west-1").PutPolicyAsync("1234", "{}", default));

        Assert.Equal((id, kind, code), (exception.Problem.Id, exception.Problem.Kind, exception.Problem.ErrorCode));
        Assert.Contains("KMS says no.", exception.Problem.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_a_key_is_none_of_KMS()
    {
        Aws.On("KMS", "DescribeKey").Answers("{}");
        using var cloud = await ConnectAsync(ByHand);

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.KeysIn("eu-west-1").DescribeAsync("1234", default));

        Assert.Equal("ServiceFailed", exception.Problem.Id);
    }

    private IEnumerable<string?> Members(string operation, params string[] names)
    {
        var call = Assert.Single(Aws.CallsOf("KMS", operation));
        return names.Select(call.Member);
    }
}
