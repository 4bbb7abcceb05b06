using OrgTrail.Problems;

namespace OrgTrail.Core.Tests.Problems;

public sealed class SecretsTests
{
    private const string Token = "IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQDrkZ7xXxX0exampleexampleexampleexampleexampleexampleexample==";

    [Theory]
    [InlineData("The security token AKIAIOSFODNN7EXAMPLE is not known", "The security token *** is not known")]
    [InlineData("key ASIAIOSFODNN7EXAMPLE.", "key ***.")]
    [InlineData($"x-amz-security-token:{Token} rest", "x-amz-security-token:*** rest")]
    [InlineData("Authorization: AWS4-HMAC-SHA256 Credential=abc/20250101/us-east-1/s3/aws4_request", "Authorization: ***")]
    [InlineData("Authorization=Bearer abcdef", "Authorization=***")]
    [InlineData("{\"SecretAccessKey\": \"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\"}", "{\"SecretAccessKey\": \"***\"}")]
    [InlineData("aws_session_token = abc", "aws_session_token = ***")]
    [InlineData($"strange {Token}", "strange ***")]
    public void Credentials_are_masked(string text, string shown) => Assert.Equal(shown, Secrets.Redact(text));

    [Fact]
    public void A_token_is_masked_whole_although_a_part_of_it_is_known_from_elsewhere()
    {
        var part = "PartThatIsKnown" + Guid.NewGuid().ToString("N");
        Secrets.Know(part);

        Assert.Equal("strange ***.", Secrets.Redact($"strange {new string('a', 60)}{part}{new string('b', 60)}."));
    }

    [Fact]
    public void The_signed_request_that_AWS_repeats_is_cut_off()
    {
        var message = $"The request signature we calculated does not match. Check your key.\n\nThe Canonical String for this request should have been\n'POST\n/\n\nx-amz-security-token:{Token}\n'";
        Assert.Equal("The request signature we calculated does not match. Check your key. ***", Secrets.Redact(message));
    }

    [Theory]
    [InlineData("User: arn:aws:iam::111111111111:user/alice is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222222222222:role/audit")]
    [InlineData("Incorrect S3 bucket policy is detected for bucket: my-organization-bucket")]
    [InlineData("The request signature we calculated does not match the signature you provided.")]
    [InlineData("Trail arn:aws:cloudtrail:us-east-1:111111111111:trail/a-rather-long-name-that-is-still-one-hundred-and-twenty-eight-characters-at-most")]
    public void Names_and_plain_words_stay(string text)
    {
        Assert.Equal(text, Secrets.Redact(text));
        Assert.False(Secrets.AppearIn(text));
    }

    [Fact]
    public void A_fault_does_not_print_the_message_of_the_service()
    {
        var fault = new ServiceFault("STS", "AssumeRole", ServiceFaultKind.Refused) { Code = "SignatureDoesNotMatch", Message = Token };
        Assert.DoesNotContain("IQoJ", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("IQoJ", ProblemTable.For(fault).ToString(), StringComparison.Ordinal);
    }
}
