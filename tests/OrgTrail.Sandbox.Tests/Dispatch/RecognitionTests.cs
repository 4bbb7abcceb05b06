using System.Text;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Tests.Dispatch;

public sealed class RecognitionTests : IDisposable
{
    private readonly StubSandbox _sandbox = new();

    public void Dispose()
    {
        Assert.Empty(_sandbox.Server.InternalErrors);
        _sandbox.Dispose();
    }

    [Theory]
    [InlineData("cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.ListTrails")]
    [InlineData("cloudtrail", "CloudTrail_20131101.ListTrails")]
    [InlineData("cloudtrail", "ListTrails")]
    [InlineData("organizations", "AWSOrganizationsV20161128.ListTrails")]
    public void A_JSON_call_names_its_operation_in_its_target(string service, string target)
    {
        var answer = _sandbox.Send(Signed.Json(service, target, region: "eu-central-1"));

        Assert.Equal(200, answer.Status);
        Assert.Matches("^[0-9a-f-]{36}$", answer.Headers["x-amzn-RequestId"]);
        Assert.Equal((service, "ListTrails", "eu-central-1"), (_sandbox.LastCall.Service, _sandbox.LastCall.Operation, _sandbox.LastCall.Region));
    }

    [Fact]
    public void A_query_call_names_its_operation_in_its_form()
    {
        var answer = _sandbox.Send(Signed.Query("sts", "Version=2011-06-15&Action=GetCallerIdentity"));

        Assert.Contains("<Account>111111111111</Account>", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_call_may_come_in_the_address()
    {
        var answer = _sandbox.Send($"GET /?Action=GetCallerIdentity&Version=2011-06-15 HTTP/1.1\r\n{Signed.Headers("sts")}\r\n");

        Assert.Contains("<Version>2011-06-15</Version>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("nonsense")]
    public void The_content_type_decides_nothing(string contentType)
    {
        Assert.Equal(200, _sandbox.Send(Signed.Json("cloudtrail", "CloudTrail_20131101.ListTrails").Replace("application/x-amz-json-1.1", contentType, StringComparison.Ordinal)).Status);
        Assert.Equal(200, _sandbox.Send(Signed.Query("sts", "Version=2011-06-15&Action=GetCallerIdentity").Replace("application/x-www-form-urlencoded", contentType, StringComparison.Ordinal)).Status);
    }

    [Theory]
    [InlineData("GET", "/", "localhost", "ListBuckets /")]
    [InlineData("PUT", "/b", "localhost", "CreateBucket /b")]
    [InlineData("HEAD", "/b", "localhost", "")]
    [InlineData("DELETE", "/b/", "localhost", "DeleteBucket /b/")]
    [InlineData("GET", "/b?policy", "localhost", "GetBucketPolicy /b")]
    [InlineData("GET", "/b?policyStatus", "localhost", "GetBucketPolicyStatus /b")]
    [InlineData("PUT", "/b?publicAccessBlock=", "localhost", "PutPublicAccessBlock /b")]
    [InlineData("GET", "/b?object-lock", "localhost", "GetObjectLockConfiguration /b")]
    [InlineData("GET", "/b?lifecycle", "localhost", "GetBucketLifecycleConfiguration /b")]
    [InlineData("GET", "/b?prefix=x&marker=y", "localhost", "ListObjects /b")]
    [InlineData("GET", "/b?list-type=2", "localhost", "ListObjectsV2 /b")]
    [InlineData("GET", "/b?versions", "localhost", "ListObjectVersions /b")]
    [InlineData("POST", "/b?delete", "localhost", "DeleteObjects /b")]
    [InlineData("GET", "/b/k/l?x-id=GetObject", "localhost", "GetObject /b/k/l")]
    [InlineData("GET", "/b/k?tagging", "localhost", "GetObjectTagging /b/k")]
    [InlineData("PUT", "/b/k?legal-hold", "localhost", "PutObjectLegalHold /b/k")]
    [InlineData("POST", "/b/k?uploads", "localhost", "CreateMultipartUpload /b/k")]
    [InlineData("GET", "/b/../../etc/passwd", "localhost", "GetObject /b/../../etc/passwd")]
    [InlineData("GET", "/k?policy", "127.0.0.1", "GetBucketPolicy /k")]
    [InlineData("GET", "/k", "b.localhost", "GetObject /b/k")]
    [InlineData("GET", "/?policy", "b.s3.localhost", "GetBucketPolicy /b/")]
    [InlineData("GET", "/k", "my.b.s3.eu-west-1.localhost", "GetObject /my.b/k")]
    [InlineData("GET", "/b/k", "s3.localhost", "GetObject /b/k")]
    [InlineData("GET", "/b/k", "s3.eu-west-1.localhost", "GetObject /b/k")]
    public void A_call_of_S3_is_known_by_method_path_query_and_host(string method, string target, string host, string expected)
    {
        var answer = _sandbox.Send(Signed.S3(method, target, host: host));

        Assert.Equal((200, expected), (answer.Status, answer.Body));
        Assert.NotEmpty(answer.Headers["x-amz-request-id"]);
    }

    [Fact]
    public void A_copy_is_known_by_its_header() =>
        Assert.Equal("CopyObject /b/k", _sandbox.Send(Signed.S3("PUT", "/b/k", headers: "x-amz-copy-source: /a/k\r\n")).Body);

    [Fact]
    public void An_object_may_hold_what_looks_like_a_call() =>
        Assert.Equal("PutObject /b/k", _sandbox.Send(Signed.S3("PUT", "/b/k", "Action=GetCallerIdentity&Version=2011-06-15")).Body);

    [Fact]
    public void A_presigned_address_is_as_good_as_a_signed_request()
    {
        const string Query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=222222222222%2F20250601%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Date=20250601T120000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=00";

        Assert.Equal("GetObject /b/k", _sandbox.Send($"GET /b/k?{Query} HTTP/1.1\r\n\r\n").Body);
        Assert.Equal(("222222222222", "eu-west-1"), (_sandbox.LastCall.AccountId, _sandbox.LastCall.Region));
    }

    [Fact]
    public void The_access_key_tells_the_account()
    {
        _sandbox.Server.State.Iam.Sessions["ASIASESSION"] = new SandboxSession { AccountId = "333333333333", Arn = "arn:aws:sts::333333333333:assumed-role/r/s", UserId = "AROA:s" };

        Assert.Equal("222222222222", AccountOf("222222222222"));
        Assert.Equal("333333333333", AccountOf("ASIASESSION"));
        Assert.Equal("111111111111", AccountOf("AKIAANYBODY"));
        Assert.Equal("111111111111", AccountOf("12345678901"));
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nX-Amz-Target: CloudTrail_20131101.ListTrails\r\n\r\n", 400, "MissingAuthenticationTokenException")]
    [InlineData("GET /?Action=GetCallerIdentity&Version=2011-06-15 HTTP/1.1\r\n\r\n", 403, "<Code>MissingAuthenticationToken</Code>")]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 403, "<Code>AccessDenied</Code>")]
    [InlineData("GET /b/k HTTP/1.1\r\n\r\n", 403, "<Code>AccessDenied</Code>")]
    [InlineData("BREW /b/k HTTP/1.1\r\n\r\n", 403, "<Code>AccessDenied</Code>")]
    public void Unsigned_requests_are_refused_as_AWS_does(string request, int status, string expected) => AssertRefused(request, status, expected);

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 nonsense", 400, "IncompleteSignatureException")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/20250601/us-east-1/cloudtrail/aws4_request, SignedHeaders=host", 400, "Signature\\u0027 parameter")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/20250601/us-east-1/cloudtrail/aws4_request, SignedHeaders=x-amz-date, Signature=00", 400, "SignedHeader\\u0027 in the")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/us-east-1/cloudtrail, SignedHeaders=host, Signature=00", 400, "5 slash-delimited")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/2025-6-1/us-east-1/cloudtrail/aws4_request, SignedHeaders=host, Signature=00", 400, "5 slash-delimited")]
    [InlineData("Bearer secret-token", 400, "IncompleteSignatureException")]
    [InlineData("", 400, "IncompleteSignatureException")]
    public void Malformed_signatures_are_refused_by_JSON_services(string authorization, int status, string expected) => AssertRefused(
        $"POST / HTTP/1.1\r\nX-Amz-Target: CloudTrail_20131101.ListTrails\r\nX-Amz-Date: 20250601T120000Z\r\nAuthorization: {authorization}\r\n\r\n", status, expected);

    [Theory]
    [InlineData("GET /b/k HTTP/1.1\r\nAuthorization: AWS4-HMAC-SHA256 Credential=x, SignedHeaders=host, Signature=0\r\nX-Amz-Date: x\r\n\r\n", 400, "AuthorizationHeaderMalformed")]
    [InlineData("GET /b/k HTTP/1.1\r\nAuthorization: AWS4-HMAC-SHA256 Credential=a/20250601/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0\r\n\r\n", 400, "AuthorizationHeaderMalformed")]
    [InlineData("GET /b/k HTTP/1.1\r\nAuthorization: AWS key:signature\r\n\r\n", 400, "InvalidArgument")]
    [InlineData("GET /b/k?X-Amz-Credential=x HTTP/1.1\r\n\r\n", 400, "AuthorizationQueryParametersError")]
    [InlineData("GET /?Action=GetCallerIdentity&Version=2011-06-15 HTTP/1.1\r\nAuthorization: x\r\n\r\n", 403, "<Code>IncompleteSignature</Code>")]
    public void Malformed_signatures_are_refused_by_the_others(string request, int status, string expected) => AssertRefused(request, status, expected);

    [Fact]
    public void Unknown_operations_and_services_are_refused_as_AWS_does()
    {
        AssertRefused(Signed.Json("cloudtrail", "CloudTrail_20131101.CreateChannel"), 501, "NotImplemented");
        AssertRefused(Signed.Json("cloudtrail", "CloudTrail_20131101."), 501, "NotImplemented");
        AssertRefused(Signed.Json("cloudtrail", ""), 501, "NotImplemented");
        AssertRefused(Signed.Json("dynamodb", "DynamoDB_20120810.ListTables"), 400, "UnknownOperationException");
        AssertRefused(Signed.Query("sts", "Version=2011-06-15&Action=GetFederationToken"), 501, "NotImplemented");
        AssertRefused(Signed.Query("sts", "Version=2011-06-15"), 400, "MissingAction");
        AssertRefused(Signed.Query("ec2", "Version=2016-11-15&Action=DescribeInstances"), 400, "InvalidAction");
        AssertRefused($"GET /2015-03-31/functions HTTP/1.1\r\n{Signed.Headers("lambda")}\r\n", 501, "NotImplemented");
        AssertRefused($"POST / HTTP/1.1\r\n{Signed.Headers("cloudtrail")}\r\n", 400, "UnknownOperationException");
    }

    [Fact]
    public void A_signature_for_another_service_is_refused()
    {
        AssertRefused(Signed.Json("organizations", "CloudTrail_20131101.ListTrails"), 400, "InvalidSignatureException");
        AssertRefused(Signed.Query("sts", "Version=2010-05-08&Action=GetRole"), 403, "SignatureDoesNotMatch");
    }

    [Fact]
    public void The_keys_of_a_session_are_refused_when_it_is_over()
    {
        AddSession("ASIAOVER", hours: 1);
        AddSession("ASIALASTS", hours: 2);

        _sandbox.Server.Advance(TimeSpan.FromHours(1));

        AssertRefused(Signed.Json("cloudtrail", "CloudTrail_20131101.ListTrails", key: "ASIAOVER"), 400, "ExpiredTokenException");
        AssertRefused(Signed.Query("sts", "Version=2011-06-15&Action=GetCallerIdentity").Replace(Signed.Key, "ASIAOVER", StringComparison.Ordinal), 403, "ExpiredToken");
        AssertRefused(Signed.S3("GET", "/b/k").Replace(Signed.Key, "ASIAOVER", StringComparison.Ordinal), 400, "ExpiredToken");
        Assert.Equal(200, _sandbox.Send(Signed.Json("cloudtrail", "CloudTrail_20131101.ListTrails", key: "ASIALASTS")).Status);
    }

    [Fact]
    public void A_signature_for_a_Region_that_nobody_has_is_refused()
    {
        AssertRefused(Signed.Json("cloudtrail", "CloudTrail_20131101.ListTrails", region: "moon-1"), 400, "InvalidSignatureException");
        AssertRefused(Signed.Query("sts", "Version=2011-06-15&Action=GetCallerIdentity", region: "us_east_1"), 403, "SignatureDoesNotMatch");
        AssertRefused(Signed.S3("GET", "/b/k").Replace("us-east-1", "us-east-1a", StringComparison.Ordinal), 400, "AuthorizationHeaderMalformed");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\u00ff\u00fe")]
    [InlineData("{\"Name\":\"a\"}{")]
    public void Bodies_that_are_no_JSON_object_are_refused(string body) =>
        AssertRefused(Signed.Json("cloudtrail", "CloudTrail_20131101.CreateTrail", body), 400, "SerializationException");

    [Fact]
    public void Even_the_deepest_JSON_is_only_refused() =>
        AssertRefused(Signed.Json("cloudtrail", "CloudTrail_20131101.CreateTrail", new StringBuilder().Insert(0, "[", 100_000).ToString()), 400, "SerializationException");

    [Fact]
    public void A_huge_body_is_refused_in_the_words_of_its_service()
    {
        AssertRefused($"PUT /b/k HTTP/1.1\r\n{Signed.Headers("s3")}Content-Length: 99999999999\r\n\r\n", 413, "EntityTooLarge");
        AssertRefused($"POST / HTTP/1.1\r\n{Signed.Headers("cloudtrail")}X-Amz-Target: CloudTrail_20131101.ListTrails\r\nContent-Length: 99999999999\r\n\r\n", 413, "__type");
    }

    private string AccountOf(string key)
    {
        _sandbox.Send(Signed.Json("cloudtrail", "CloudTrail_20131101.ListTrails", key: key));
        return _sandbox.LastCall.AccountId;
    }

    private void AddSession(string key, int hours) => _sandbox.Server.State.Iam.Sessions[key] = new()
    {
        AccountId = "222222222222",
        Arn = "arn:aws:sts::222222222222:assumed-role/r/s",
        UserId = "AROA:s",
        Expiration = _sandbox.Time.GetUtcNow().AddHours(hours),
    };

    private void AssertRefused(string request, int status, string expected)
    {
        var answer = _sandbox.Send(request);

        Assert.Equal(status, answer.Status);
        Assert.Contains(expected, answer.Body, StringComparison.Ordinal);
        Assert.Equal(0, _sandbox.Calls);
    }
}
