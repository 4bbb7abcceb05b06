using System.Net;
using System.Text;
using Amazon.CloudTrail;
using Amazon.CloudTrail.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using OrgTrail.AwsClients.Protocol;
using OrgTrail.Testing;

namespace OrgTrail.AwsClients.Tests.Wire;

public sealed class ErrorTests
{
    public static TheoryData<Type> Exceptions => [.. typeof(AmazonCloudTrailException).Assembly.GetExportedTypes()
        .Where(type => type.IsSealed && type.IsSubclassOf(typeof(AmazonServiceException)))];

    [Fact]
    public async Task A_refusal_becomes_the_exception_of_its_code()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "GetTrail").Fails("TrailNotFoundException", "Unknown trail: acme");
        using var client = Clients.CloudTrail(aws);

        var error = await Assert.ThrowsAsync<TrailNotFoundException>(() => client.GetTrailAsync(new GetTrailRequest()));

        Assert.Equal(("TrailNotFoundException", "Unknown trail: acme"), (error.ErrorCode, error.Message));
        Assert.Equal(("00000000-0000-0000-0000-000000000001", HttpStatusCode.BadRequest), (error.RequestId, error.StatusCode));
    }

    [Fact]
    public async Task The_reason_of_a_refusal_is_kept()
    {
        using var aws = new ScriptedAws();
        aws.On("Organizations", "DisableAWSServiceAccess").Fails("ConstraintViolationException", "There is one.", reason: "DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE");
        aws.On("Organizations", "EnableAllFeatures").Fails("HandshakeConstraintViolationException", "Done.", reason: "ORGANIZATION_ALREADY_HAS_ALL_FEATURES");
        aws.On("Organizations", "EnableAWSServiceAccess").Fails("InvalidInputException", "What?", reason: "A_REASON_OF_TOMORROW");
        aws.On("Organizations", "ListAccounts").Fails("InvalidInputException", "What?");
        using var client = Clients.Organizations(aws);

        var disable = await Assert.ThrowsAsync<ConstraintViolationException>(() => client.DisableAWSServiceAccessAsync(new DisableAWSServiceAccessRequest()));
        var features = await Assert.ThrowsAsync<HandshakeConstraintViolationException>(() => client.EnableAllFeaturesAsync(new EnableAllFeaturesRequest()));
        var enable = await Assert.ThrowsAsync<InvalidInputException>(() => client.EnableAWSServiceAccessAsync(new EnableAWSServiceAccessRequest()));
        var list = await Assert.ThrowsAsync<InvalidInputException>(() => client.ListAccountsAsync(new ListAccountsRequest()));

        Assert.Equal(ConstraintViolationExceptionReason.DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE, disable.Reason);
        Assert.Equal(HandshakeConstraintViolationExceptionReason.ORGANIZATION_ALREADY_HAS_ALL_FEATURES, features.Reason);
        Assert.Equal("A_REASON_OF_TOMORROW", enable.Reason!.Value);
        Assert.Null(list.Reason);
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Every_exception_is_in_the_table_of_its_service(Type exception)
    {
        AmazonServiceException thrown = exception.Namespace switch
        {
            "Amazon.CloudTrail.Model" => CloudTrailErrors.ToException(Parse($$"""{"__type":"{{exception.Name}}"}""")),
            "Amazon.Organizations.Model" => OrganizationsErrors.ToException(Parse($$"""{"__type":"{{exception.Name}}"}""")),
            // The codes of AWS Query are the names without "Exception".
            _ => IdentityManagementServiceErrors.ToException(Parse($$"""{"__type":"{{exception.Name[..^"Exception".Length]}}"}""")),
        };

        Assert.IsType(exception, thrown);
    }

    [Fact]
    public async Task A_refusal_of_IAM_becomes_the_exception_of_its_code()
    {
        using var aws = new ScriptedAws();
        aws.On("IAM", "GetRole").AnswersRaw(404, "text/xml", "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>No role.</Message></Error></ErrorResponse>");
        using var client = Clients.Iam(aws);

        var error = await Assert.ThrowsAsync<NoSuchEntityException>(() => client.GetRoleAsync(new GetRoleRequest()));

        Assert.Equal(("NoSuchEntity", "No role.", "00000000-0000-0000-0000-000000000001", HttpStatusCode.NotFound), (error.ErrorCode, error.Message, error.RequestId, error.StatusCode));
    }

    [Theory]
    [InlineData("", "with an empty body")]
    [InlineData("<html><br></html>", "<html><br></html>")]
    [InlineData("<ErrorResponse><Error><Code>NoSuch", "<ErrorResponse>")]
    public async Task An_error_of_IAM_that_cannot_be_read_keeps_its_status(string body, string clue)
    {
        using var aws = new ScriptedAws();
        aws.On("IAM", "GetRole").AnswersRaw(403, "text/html", body);
        using var client = Clients.Iam(aws);

        var error = await Assert.ThrowsAsync<AmazonIdentityManagementServiceException>(() => client.GetRoleAsync(new GetRoleRequest()));

        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
        Assert.Null(error.ErrorCode);
        Assert.Contains(clue, error.Message, StringComparison.Ordinal);
        Assert.Equal("00000000-0000-0000-0000-000000000001", error.RequestId);
    }

    [Theory]
    [InlineData("""{"__type":"TrailNotFoundException","message":"m"}""", "", "TrailNotFoundException", "m")]
    [InlineData("""{"__type":"com.amazonaws.cloudtrail#TrailNotFoundException","Message":"m"}""", "", "TrailNotFoundException", "m")]
    [InlineData("""{"__type":"TrailNotFoundException:http://internal.amazon.com/coral/com.amazon.coral.validate/","message":"m"}""", "", "TrailNotFoundException", "m")]
    [InlineData("""{"message":"m"}""", "TrailNotFoundException:http://internal.amazon.com/", "TrailNotFoundException", "m")]
    [InlineData("""{"__type":"A","message":"m"}""", "B", "A", "m")]
    [InlineData("""{"__type":null,"message":"m"}""", "B", "B", "m")]
    [InlineData("""{"details":{"__type":"Inner","message":"inner"},"list":[1],"__type":"A","message":"m"}""", "", "A", "m")]
    [InlineData("""{"__type":"A","message":"m","rest":{"cut""", "", "A", "m")]
    [InlineData("""{"__type":"A"}""", "", "A", "The service answered A (HTTP 400) without a message.")]
    [InlineData("", "ThrottlingException", "ThrottlingException", "The service answered ThrottlingException (HTTP 400) without a message.")]
    [InlineData("", "", null, "The service answered HTTP 400 (BadRequest) with an empty body.")]
    [InlineData("<html>Oh</html>", "", null, "The service answered HTTP 400 (BadRequest) with a body that names no error: <html>Oh</html>")]
    [InlineData("[1,2]", "", null, "The service answered HTTP 400 (BadRequest) with a body that names no error: [1,2]")]
    public void Code_and_message_are_found_in_every_shape(string body, string header, string? code, string message)
    {
        var error = Parse(body, header);

        Assert.Equal((code, message), (error.Code, error.Message));
    }

    [Fact]
    public void A_long_page_is_quoted_by_its_beginning()
    {
        var error = Parse("<html>" + string.Concat(Enumerable.Repeat("word ", 20_000)));

        Assert.InRange(error.Message.Length, 300, 500);
    }

    [Fact]
    public void A_word_is_quoted_whole_or_not_at_all()
    {
        var error = Parse("<html> " + new string('x', 100_000));

        Assert.EndsWith("with a body that names no error: <html>…", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_is_not_UTF8_is_no_crash()
    {
        var error = ServiceError.Read([.. "{\"__type\":\""u8, 0xff, 0xfe, .. "\"}"u8], new Answer("B"), null);

        Assert.Equal("B", error.Code);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_page_of_a_proxy_becomes_an_error_with_its_status(int status)
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "ListTrails").AnswersHtml(status);
        using var client = Clients.CloudTrail(aws);

        var error = await Assert.ThrowsAsync<AmazonCloudTrailException>(() => client.ListTrailsAsync(new ListTrailsRequest()));

        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Null(error.ErrorCode);
        Assert.Contains("Bad gateway", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_without_a_body_keeps_its_status()
    {
        using var aws = new ScriptedAws();
        aws.On("Organizations", "DescribeOrganization").AnswersRaw(503, "application/x-amz-json-1.1", "");
        using var client = Clients.Organizations(aws);

        var error = await Assert.ThrowsAsync<AmazonOrganizationsException>(() => client.DescribeOrganizationAsync(new DescribeOrganizationRequest()));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.StatusCode);
    }

    private static ServiceError Parse(string body, string errorType = "") =>
        ServiceError.Read(Encoding.UTF8.GetBytes(body), new Answer(errorType), null);
}
