using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Errors;

public sealed class RefusalTests : ConnectionTest
{
    private const string Token = "IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQDrkZ7xXxX0exampleexampleexampleexampleexampleexampleexample==";

    [Theory]
    [InlineData("CloudTrailAccessNotEnabledException", "TrustedAccessNotEnabled")]
    [InlineData("InsufficientS3BucketPolicyException", "InsufficientBucketPolicy")]
    [InlineData("TrailAlreadyExistsException", "TrailAlreadyExists")]
    [InlineData("NotOrganizationManagementAccountException", "NotOrganizationManagementAccount")]
    [InlineData("ThrottlingException", "Throttled")]
    [InlineData("ExpiredTokenException", "CredentialsExpired")]
    [InlineData("UnrecognizedClientException", "CredentialsRefused")]
    [InlineData("BrandNewException", "ServiceRefused")]
    public async Task CloudTrails_refusals_keep_code_words_and_request_id(string code, string id)
    {
        Aws.On("CloudTrail", "CreateTrail").Fails(code, "In the words of AWS.");
        using var cloud = await ConnectAsync(ByHand);
        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.TrailsIn("eu-west-1").CreateAsync(new() { Name = "acme" }, default));

        Assert.Equal((id, code), (exception.Problem.Id, exception.Problem.ErrorCode));
        Assert.Contains("In the words of AWS.", exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("00000000-", exception.Problem.RequestId, StringComparison.Ordinal);
        Assert.Null(exception.InnerException);
    }

    [Fact]
    public async Task A_throttled_call_is_repeated_first()
    {
        Env["AWS_MAX_ATTEMPTS"] = "2";
        Aws.On("STS", "GetCallerIdentity").Fails("Throttling", "Rate exceeded");
        using var cloud = await ConnectAsync(ByHand);
        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Identity.GetCallerAsync(default));

        Assert.Equal("Throttled", exception.Problem.Id);
        // Two attempts of the SDK's at once, and after each of our four pauses.
        Assert.Equal(2 * 5, Aws.Calls.Count);
    }

    [Theory]
    [InlineData("CloudTrail", "InvalidSignatureException", "Signature expired: 20250101T000000Z is now earlier than 20250101T010000Z (20250101T011500Z - 15 min.)")]
    [InlineData("S3", "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.")]
    public async Task A_clock_that_is_wrong_is_named_as_such(string service, string code, string message)
    {
        Aws.On("CloudTrail", "GetTrail").Fails(code, message, status: 403);
        Aws.On("S3", "GetBucketPolicy").Fails(code, message, status: 403);
        using var cloud = await ConnectAsync(ByHand);
        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => service == "S3"
            ? cloud.Buckets.GetPolicyAsync("acme-audit", default)
            : cloud.TrailsIn("eu-west-1").GetAsync("acme", default));
        Assert.Equal(("ClockSkew", ProblemKind.Authentication), (exception.Problem.Id, exception.Problem.Kind));
    }

    [Theory]
    [InlineData("CloudTrail", "InvalidSignatureException")]
    [InlineData("STS", "SignatureDoesNotMatch")]
    [InlineData("S3", "SignatureDoesNotMatch")]
    public async Task The_signed_request_that_AWS_repeats_reaches_nobody(string service, string code)
    {
        var message = $"The request signature we calculated does not match the signature you provided.\n\nThe Canonical String for this request should have been\n'POST\n/\n\nhost:x\nx-amz-security-token:{Token}\n'";
        foreach (var (name, operation) in new[] { ("CloudTrail", "GetTrail"), ("STS", "GetCallerIdentity"), ("S3", "GetBucketPolicy") })
            Aws.On(name, operation).Fails(code, message, status: 403);
        using var cloud = await ConnectAsync(ByHand with { SessionToken = Token });
        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => service switch
        {
            "STS" => cloud.Identity.GetCallerAsync(default),
            "S3" => cloud.Buckets.GetPolicyAsync("acme-audit", default),
            _ => cloud.TrailsIn("eu-west-1").GetAsync("acme", default),
        });

        Assert.Equal("SignatureRefused", exception.Problem.Id);
        Assert.Contains("does not match", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token[..20], exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Token[..20], Feedback.Text, StringComparison.Ordinal);
    }
}
