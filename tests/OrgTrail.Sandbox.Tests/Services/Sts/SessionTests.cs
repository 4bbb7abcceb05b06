namespace OrgTrail.Sandbox.Tests.Services.Sts;

public sealed class SessionTests
{
    private const string MemberRole = "arn:aws:iam::222222222222:role/OrganizationAccountAccessRole";
    private readonly ServiceProbe _probe = ServiceProbe.WithOrganization(members: ServiceProbe.Member);

    [Fact]
    public void A_key_of_an_account_is_a_user_of_that_account()
    {
        var identity = _probe.Query("sts", "GetCallerIdentity", account: ServiceProbe.Second);

        Assert.Equal(ServiceProbe.Second, identity.Element("Account")!.Value);
        Assert.Equal("arn:aws:iam::333333333333:user/sandbox", identity.Element("Arn")!.Value);
        Assert.Matches("^AIDA[A-Z2-7]{17}$", identity.Element("UserId")!.Value);
    }

    [Fact]
    public void An_assumed_role_has_keys_of_the_roles_account()
    {
        var answer = Assume(MemberRole);
        var key = answer.Element("Credentials")!.Element("AccessKeyId")!.Value;
        var identity = _probe.Query("sts", "GetCallerIdentity", account: ServiceProbe.Member, accessKey: key);

        Assert.Matches("^ASIA[A-Z2-7]{16}$", key);
        Assert.Equal(40, answer.Element("Credentials")!.Element("SecretAccessKey")!.Value.Length);
        Assert.Equal("2026-01-01T01:00:00Z", answer.Element("Credentials")!.Element("Expiration")!.Value);
        Assert.Equal(ServiceProbe.Member, _probe.State.Iam.Sessions[key].AccountId);
        Assert.Equal("arn:aws:sts::222222222222:assumed-role/OrganizationAccountAccessRole/audit", identity.Element("Arn")!.Value);
        Assert.Equal(answer.Element("AssumedRoleUser")!.Element("AssumedRoleId")!.Value, identity.Element("UserId")!.Value);
    }

    [Fact]
    public void A_role_of_ones_own_can_be_assumed_by_name_and_path()
    {
        _probe.Query("iam", "CreateRole", new()
        {
            ["RoleName"] = "Deploy",
            ["Path"] = "/ci/",
            ["AssumeRolePolicyDocument"] = """{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole"}]}""",
        });

        Assert.EndsWith("assumed-role/Deploy/audit", Assume("arn:aws:iam::111111111111:role/ci/Deploy").Element("AssumedRoleUser")!.Element("Arn")!.Value, StringComparison.Ordinal);
        Assert.Equal("AccessDenied", Refused("arn:aws:iam::111111111111:role/Deploy").Code);
    }

    [Theory]
    [InlineData("arn:aws:iam::222222222222:role/Nobody", "AccessDenied")]
    [InlineData("arn:aws:iam::999999999999:role/OrganizationAccountAccessRole", "AccessDenied")]
    [InlineData("arn:aws:iam::222222222222:user/somebody", "ValidationError")]
    [InlineData("audit", "ValidationError")]
    public void Roles_that_are_not_there_are_refused(string arn, string code)
    {
        Assert.Equal(code, Refused(arn).Code);
    }

    [Theory]
    [InlineData("899")]
    [InlineData("43201")]
    [InlineData("3601")]
    [InlineData("long")]
    public void A_session_lasts_as_long_as_its_role_allows(string seconds)
    {
        var refusal = _probe.QueryRefusal("sts", "AssumeRole", new()
        {
            ["RoleArn"] = MemberRole,
            ["RoleSessionName"] = "audit",
            ["DurationSeconds"] = seconds,
        });

        Assert.Equal("ValidationError", refusal.Code);
    }

    [Fact]
    public void A_session_token_keeps_the_callers_identity()
    {
        var key = _probe.Query("sts", "GetSessionToken", account: ServiceProbe.Member).Element("Credentials")!.Element("AccessKeyId")!.Value;

        var identity = _probe.Query("sts", "GetCallerIdentity", account: ServiceProbe.Member, accessKey: key);
        Assert.Equal("arn:aws:iam::222222222222:user/sandbox", identity.Element("Arn")!.Value);
        Assert.Equal("AccessDenied", _probe.QueryRefusal("sts", "GetSessionToken", account: ServiceProbe.Member, accessKey: key).Code);
    }

    private System.Xml.Linq.XElement Assume(string arn) =>
        _probe.Query("sts", "AssumeRole", new() { ["RoleArn"] = arn, ["RoleSessionName"] = "audit" });

    private Protocol.AwsErrorException Refused(string arn) =>
        _probe.QueryRefusal("sts", "AssumeRole", new() { ["RoleArn"] = arn, ["RoleSessionName"] = "audit" });
}
