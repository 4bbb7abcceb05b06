using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Tests.Services.S3;

public sealed class BucketPolicyTests : IDisposable
{
    private const string Address = $"/{S3Scene.Bucket}?policy";
    private readonly S3Scene _s3 = new();

    public void Dispose() => _s3.Dispose();

    [Fact]
    public void A_policy_is_put_read_and_deleted()
    {
        S3Scene.Refused(_s3.Call("GET", Address), 404, "NoSuchBucketPolicy");
        var policy = Policy(Statement());

        Assert.Equal(204, _s3.Call("PUT", Address, policy).Status);
        Assert.Equal(policy, S3Scene.Text(_s3.Call("GET", Address)));
        Assert.Equal("false", S3Scene.Xml(_s3.Call("GET", $"/{S3Scene.Bucket}?policyStatus")).Element("IsPublic")?.Value);
        Assert.Equal(204, _s3.Call("DELETE", Address).Status);
        S3Scene.Refused(_s3.Call("GET", Address), 404, "NoSuchBucketPolicy");
    }

    public static TheoryData<string, string> Malformed => new()
    {
        { "", "Policies must be valid JSON and the first byte must be '{'" },
        { "[]", "Policies must be valid JSON and the first byte must be '{'" },
        { "{\"Version\":", "This policy contains invalid Json" },
        { "{\"Version\":\"2012-10-17\"}", "Missing required field Statement" },
        { "{\"Version\":\"2013-10-17\",\"Statement\":[]}", "The policy must contain a valid version string" },
        { Policy("{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::acme-audit/*\"}"), "Missing required field Principal" },
        { Policy("{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Resource\":\"arn:aws:s3:::acme-audit/*\"}"), "Missing required field Action" },
        { Policy("{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\"}"), "Missing required field Resource" },
        { Policy(Statement(effect: "allow")), "Invalid effect: allow" },
        { Policy(Statement(principal: "{\"AWS\":\"somebody\"}")), "Invalid principal in policy" },
        { Policy(Statement(principal: "{\"Nobody\":\"*\"}")), "Invalid principal in policy" },
        { Policy(Statement(principal: "{\"Service\":\"cloudtrail\"}")), "Invalid principal in policy" },
        { Policy(Statement(action: "s3:GetObjct")), "Policy has invalid action" },
        { Policy(Statement(action: "ec2:RunInstances")), "Policy has invalid action" },
        { Policy(Statement(resource: "arn:aws:s3:::other-bucket/*")), "Policy has invalid resource" },
        { Policy(Statement(resource: "arn:aws:s3:::acme-audit-2/*")), "Policy has invalid resource" },
        { Policy(Statement(resource: "arn:aws-cn:s3:::acme-audit/*")), "Policy has invalid resource" },
        { Policy(Statement(resource: "*")), "Policy has invalid resource" },
        { Policy(Statement(resource: "arn:aws:s3:::acme-audit")), "Action does not apply to any resource(s) in statement" },
        { Policy(Statement(action: "s3:ListBucket")), "Action does not apply to any resource(s) in statement" },
        { Policy(Statement(condition: "{\"StringEqual\":{\"aws:SourceArn\":\"x\"}}")), "Invalid Condition type : StringEqual" },
        { Policy(Statement(condition: "[]")), "This policy contains invalid Json" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_cannot_be_a_policy_of_this_bucket_is_refused(string policy, string message)
    {
        var error = S3Scene.Refused(_s3.Call("PUT", Address, policy), 400, "MalformedPolicy");

        Assert.Equal(message, error.Element("Message")?.Value);
        Assert.Null(_s3.TheBucket.Policy);
    }

    [Theory]
    [InlineData(20480, 204)]
    [InlineData(20481, 400)]
    public void A_policy_has_20_KB_at_most(int size, int status)
    {
        var empty = Policy(Statement(resource: "arn:aws:s3:::acme-audit/"));
        var policy = Policy(Statement(resource: "arn:aws:s3:::acme-audit/" + new string('x', size - empty.Length)));
        Assert.Equal(size, policy.Length);

        var answer = _s3.Call("PUT", Address, policy);
        Assert.Equal(status, answer.Status);
        if (status == 400) S3Scene.Refused(answer, 400, "PolicyTooLarge");
    }

    [Theory]
    [InlineData("\"*\"", null, true)]
    [InlineData("{\"AWS\":\"*\"}", null, true)]
    [InlineData("\"*\"", "{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-exampleorgid\"}}", false)]
    [InlineData("\"*\"", "{\"StringLike\":{\"aws:SourceArn\":\"*\"}}", true)]
    [InlineData("\"*\"", "{\"StringNotEquals\":{\"aws:SourceAccount\":\"111111111111\"}}", true)]
    [InlineData("\"*\"", "{\"IpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\"}}", false)]
    [InlineData("\"*\"", "{\"IpAddress\":{\"aws:SourceIp\":\"0.0.0.0/0\"}}", true)]
    [InlineData("{\"Service\":\"cloudtrail.amazonaws.com\"}", null, false)]
    [InlineData("{\"AWS\":\"222222222222\"}", null, false)]
    public void A_public_policy_is_refused_while_Block_Public_Access_is_on(string principal, string? condition, bool isPublic)
    {
        var policy = Policy(Statement(principal: principal, condition: condition));
        var answer = _s3.Call("PUT", Address, policy);
        if (isPublic)
            Assert.Contains("BlockPublicPolicy", S3Scene.Refused(answer, 403, "AccessDenied").Element("Message")?.Value, StringComparison.Ordinal);
        else
            Assert.Equal(204, answer.Status);

        _s3.TheBucket.PublicAccessBlock = new SandboxPublicAccessBlock { BlockPublicPolicy = false };
        Assert.Equal(204, _s3.Call("PUT", Address, policy).Status);
        Assert.Equal(isPublic ? "true" : "false", S3Scene.Xml(_s3.Call("GET", $"/{S3Scene.Bucket}?policyStatus")).Element("IsPublic")?.Value);
    }

    [Fact]
    public void The_policy_is_for_the_owner_only_even_where_it_allows_others()
    {
        _s3.Call("PUT", Address, Policy(Statement(action: "s3:GetBucketPolicy", resource: "arn:aws:s3:::acme-audit", principal: "{\"AWS\":\"222222222222\"}")));

        S3Scene.Refused(_s3.Call("GET", Address, account: S3Scene.Other), 405, "MethodNotAllowed");
        S3Scene.Refused(_s3.Call("DELETE", Address, account: S3Scene.Other), 403, "AccessDenied");
    }

    internal static string Policy(params string[] statements) => $"{{\"Version\":\"2012-10-17\",\"Statement\":[{string.Join(',', statements)}]}}";

    internal static string Statement(
        string effect = "Allow", string principal = "{\"Service\":\"cloudtrail.amazonaws.com\"}", string action = "s3:GetObject",
        string resource = "arn:aws:s3:::acme-audit/*", string? condition = null) =>
        $"{{\"Effect\":\"{effect}\",\"Principal\":{principal},\"Action\":\"{action}\",\"Resource\":\"{resource}\"{(condition is null ? "" : $",\"Condition\":{condition}")}}}";
}
