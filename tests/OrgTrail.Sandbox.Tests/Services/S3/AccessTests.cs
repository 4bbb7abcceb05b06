using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Tests.Services.S3;

public sealed class AccessTests : IDisposable
{
    private readonly S3Scene _s3 = new();

    public AccessTests() => _s3.Put("reports/a", "x");

    public void Dispose() => _s3.Dispose();

    [Theory]
    [InlineData("GET", "/acme-audit/reports/a")]
    [InlineData("PUT", "/acme-audit/reports/b")]
    [InlineData("DELETE", "/acme-audit/reports/a")]
    [InlineData("GET", "/acme-audit")]
    [InlineData("GET", "/acme-audit?policy")]
    [InlineData("GET", "/acme-audit?versioning")]
    [InlineData("DELETE", "/acme-audit")]
    public void Other_accounts_may_nothing_without_a_policy(string method, string address) =>
        S3Scene.Refused(_s3.Call(method, address, account: S3Scene.Other), 403, "AccessDenied");

    [Theory]
    [InlineData("{\"AWS\":\"222222222222\"}")]
    [InlineData("{\"AWS\":\"arn:aws:iam::222222222222:root\"}")]
    [InlineData("{\"AWS\":[\"333333333333\",\"222222222222\"]}")]
    public void A_policy_lets_an_account_in(string principal)
    {
        Put(BucketPolicyTests.Statement(principal: principal, resource: "arn:aws:s3:::acme-audit/reports/*"));

        Assert.Equal(200, _s3.Call("GET", "/acme-audit/reports/a", account: S3Scene.Other).Status);
        Assert.Equal(403, _s3.Call("GET", "/acme-audit/other", account: S3Scene.Other).Status);
        Assert.Equal(403, _s3.Call("DELETE", "/acme-audit/reports/a", account: S3Scene.Other).Status);
        Assert.Equal(403, _s3.Call("GET", "/acme-audit/reports/a", account: "444444444444").Status);
    }

    [Fact]
    public void A_role_is_named_by_its_ARN()
    {
        const string Role = "{\"AWS\":\"arn:aws:iam::222222222222:role/reader\"}";
        _s3.State.Iam.Sessions["ASIAREADER"] = Session("reader");
        _s3.State.Iam.Sessions["ASIAOTHER"] = Session("other");
        Put(BucketPolicyTests.Statement(principal: Role));

        Assert.Equal(200, CallAs("ASIAREADER").Status);
        Assert.Equal(403, CallAs("ASIAOTHER").Status);
    }

    [Theory]
    [InlineData("o-exampleorgid", 200)]
    [InlineData("o-anotherorgid", 403)]
    public void Conditions_see_the_callers_organization(string wanted, int status)
    {
        _s3.State.Organizations.Organization = new SandboxOrganization
        {
            Id = "o-exampleorgid",
            FeatureSet = "ALL",
            Accounts = [new SandboxAccount { Id = S3Scene.Other, Name = "other" }],
        };
        Put(BucketPolicyTests.Statement(principal: "\"*\"", condition: $"{{\"StringEquals\":{{\"aws:PrincipalOrgID\":\"{wanted}\"}}}}"));

        Assert.Equal(status, _s3.Call("GET", "/acme-audit/reports/a", account: S3Scene.Other).Status);
    }

    [Fact]
    public void A_listing_may_be_allowed_for_a_prefix()
    {
        Put(BucketPolicyTests.Statement(
            principal: "{\"AWS\":\"222222222222\"}", action: "s3:ListBucket", resource: "arn:aws:s3:::acme-audit", condition: "{\"StringLike\":{\"s3:prefix\":\"reports/*\"}}"));

        Assert.Equal(200, _s3.Call("GET", "/acme-audit?list-type=2&prefix=reports%2F", account: S3Scene.Other).Status);
        Assert.Equal(403, _s3.Call("GET", "/acme-audit?list-type=2", account: S3Scene.Other).Status);
    }

    [Fact]
    public void Who_may_not_list_is_not_told_what_is_missing()
    {
        var read = BucketPolicyTests.Statement(principal: "{\"AWS\":\"222222222222\"}");
        Put(read);
        S3Scene.Refused(_s3.Call("GET", "/acme-audit/missing", account: S3Scene.Other), 403, "AccessDenied");

        Put(read, BucketPolicyTests.Statement(principal: "{\"AWS\":\"222222222222\"}", action: "s3:ListBucket", resource: "arn:aws:s3:::acme-audit"));
        S3Scene.Refused(_s3.Call("GET", "/acme-audit/missing", account: S3Scene.Other), 404, "NoSuchKey");
    }

    [Fact]
    public void A_denial_holds_for_the_owner_too_who_can_take_it_back()
    {
        Put(BucketPolicyTests.Statement(effect: "Deny", principal: "\"*\"", action: "s3:*"));
        _s3.TheBucket.Policy = BucketPolicyTests.Policy("{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":[\"arn:aws:s3:::acme-audit\",\"arn:aws:s3:::acme-audit/*\"]}");

        S3Scene.Refused(_s3.Get("reports/a"), 403, "AccessDenied");
        S3Scene.Refused(_s3.Call("DELETE", "/acme-audit"), 403, "AccessDenied");
        Assert.Equal(204, _s3.Call("DELETE", "/acme-audit?policy").Status);
        Assert.Equal(200, _s3.Get("reports/a").Status);
    }

    [Fact]
    public void A_denial_of_calls_without_TLS_hits_nobody_here()
    {
        Put(BucketPolicyTests.Statement(effect: "Deny", principal: "\"*\"", action: "s3:*", condition: "{\"Bool\":{\"aws:SecureTransport\":\"false\"}}"));

        Assert.Equal(200, _s3.Get("reports/a").Status);
    }

    [Fact]
    public void An_upload_may_be_denied_by_its_headers()
    {
        Put(BucketPolicyTests.Statement(
            effect: "Deny", principal: "\"*\"", action: "s3:PutObject", condition: "{\"StringNotEquals\":{\"s3:x-amz-server-side-encryption\":[\"aws:kms\",\"AES256\"]}}"));

        S3Scene.Refused(_s3.Put("k", "x"), 403, "AccessDenied");
        Assert.Equal(200, _s3.Put("k", "x", ("x-amz-server-side-encryption", "AES256")).Status);
    }

    [Fact]
    public void A_public_bucket_is_left_to_its_owner_while_public_buckets_are_restricted()
    {
        _s3.TheBucket.Policy = BucketPolicyTests.Policy(BucketPolicyTests.Statement(principal: "\"*\""));
        Assert.Equal(403, _s3.Call("GET", "/acme-audit/reports/a", account: S3Scene.Other).Status);

        _s3.TheBucket.PublicAccessBlock = null;
        Assert.Equal(200, _s3.Call("GET", "/acme-audit/reports/a", account: S3Scene.Other).Status);
    }

    [Fact]
    public void The_expected_owner_must_be_the_owner()
    {
        Assert.Equal(200, _s3.Get("reports/a", ("x-amz-expected-bucket-owner", S3Scene.Owner)).Status);
        S3Scene.Refused(_s3.Get("reports/a", ("x-amz-expected-bucket-owner", S3Scene.Other)), 403, "AccessDenied");
    }

    private static SandboxSession Session(string role) =>
        new() { AccountId = S3Scene.Other, Arn = $"arn:aws:sts::{S3Scene.Other}:assumed-role/{role}/me", UserId = $"AROA:{role}" };

    private void Put(params string[] statements)
    {
        var answer = _s3.Call("PUT", "/acme-audit?policy", BucketPolicyTests.Policy(statements));
        Assert.Equal((204, ""), (answer.Status, S3Scene.Text(answer)));
    }

    private Sandbox.Http.HttpResponse CallAs(string key) => _s3.Call("GET", "/acme-audit/reports/a", account: S3Scene.Other, accessKey: key);
}
