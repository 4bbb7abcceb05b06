using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Credentials;

public sealed class RoleTests : ConnectionTest
{
    private const string RoleArn = "arn:aws:iam::222222222222:role/audit";

    public RoleTests()
    {
        Aws.On("STS", "AssumeRole").AnswersWith(call => Assumed("AssumeRole", call.Member("RoleArn") == RoleArn ? "ASIAROLE" : "ASIAOTHER"));
        Env.Write(".aws/credentials", Keys("base", "AKIABASE"));
    }

    [Fact]
    public async Task A_role_is_assumed_with_the_keys_of_its_source_profile_at_the_endpoint_given()
    {
        Env.Write(".aws/config", $"[profile audit]\nrole_arn = {RoleArn}\nsource_profile = base\nexternal_id = ext-1\nrole_session_name = me\n");
        var call = await CallAsync(Nothing with { ProfileName = "audit" });

        Assert.Equal(("ASIAROLE", "role-token"), (call.AccessKey, call.Headers["X-Amz-Security-Token"]));
        var assume = Assert.Single(Aws.CallsOf("STS", "AssumeRole"));
        Assert.Equal(("AKIABASE", "eu-central-1"), (assume.AccessKey, assume.Region));
        Assert.Equal((RoleArn, "ext-1", "me"), (assume.Member("RoleArn"), assume.Member("ExternalId"), assume.Member("RoleSessionName")));
    }

    [Fact]
    public async Task A_role_can_stand_on_a_role()
    {
        Env.Write(".aws/config", $"[profile first]\nrole_arn = arn:aws:iam::222222222222:role/first\nsource_profile = base\n[profile audit]\nrole_arn = {RoleArn}\nsource_profile = first\n");

        Assert.Equal("ASIAROLE", (await CallAsync(Nothing with { ProfileName = "audit" })).AccessKey);
        Assert.Equal(["AKIABASE", "ASIAOTHER"], Aws.CallsOf("STS", "AssumeRole").Select(call => call.AccessKey));
    }

    [Fact]
    public async Task A_role_can_name_its_own_profile_for_the_keys_beside_it()
    {
        Env.Write(".aws/credentials", Keys("audit", "AKIASELF", $"role_arn = {RoleArn}\nsource_profile = audit"));
        Assert.Equal("ASIAROLE", (await CallAsync(Nothing with { ProfileName = "audit" })).AccessKey);
        Assert.Equal("AKIASELF", Assert.Single(Aws.CallsOf("STS", "AssumeRole")).AccessKey);
    }

    [Fact]
    public async Task A_circle_of_roles_is_refused()
    {
        Env.Write(".aws/config", $"[profile one]\nrole_arn = {RoleArn}\nsource_profile = two\n[profile two]\nrole_arn = {RoleArn}\nsource_profile = one\n");
        Assert.Equal("ProfileIncomplete", (await RefusedAsync(Nothing with { ProfileName = "one" })).Id);
    }

    [Fact]
    public async Task The_environment_can_be_the_source_of_a_role()
    {
        Env["AWS_ACCESS_KEY_ID"] = "AKIAENVIRONMENT";
        Env["AWS_SECRET_ACCESS_KEY"] = Secret;
        Env.Write(".aws/config", $"[profile audit]\nrole_arn = {RoleArn}\ncredential_source = Environment\n");

        Assert.Equal("ASIAROLE", (await CallAsync(Nothing with { ProfileName = "audit" })).AccessKey);
        Assert.Equal("AKIAENVIRONMENT", Assert.Single(Aws.CallsOf("STS", "AssumeRole")).AccessKey);
    }

    [Fact]
    public async Task A_refused_role_is_named_with_what_STS_says()
    {
        Aws.On("STS", "AssumeRole").Fails("AccessDenied", $"User: arn:aws:iam::111111111111:user/me is not authorized to perform: sts:AssumeRole on resource: {RoleArn}", status: 403);
        Env.Write(".aws/config", $"[profile audit]\nrole_arn = {RoleArn}\nsource_profile = base\n");
        var problem = await RefusedAsync(Nothing with { ProfileName = "audit" });

        Assert.Equal(("AssumeRoleRefused", ProblemKind.PermissionDenied, "AccessDenied"), (problem.Id, problem.Kind, problem.ErrorCode));
        Assert.Contains(RoleArn, problem.What, StringComparison.Ordinal);
        Assert.Contains("is not authorized", problem.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ExpiredToken", "CredentialsExpired")]
    [InlineData("InvalidClientTokenId", "CredentialsRefused")]
    [InlineData("RegionDisabledException", "RegionDisabled")]
    public async Task Trouble_with_the_keys_behind_a_role_is_not_blamed_on_the_role(string code, string id)
    {
        Aws.On("STS", "AssumeRole").Fails(code, "no", status: 403);
        Env.Write(".aws/config", $"[profile audit]\nrole_arn = {RoleArn}\nsource_profile = base\n");
        Assert.Equal(id, (await RefusedAsync(Nothing with { ProfileName = "audit" })).Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_web_identity_token_assumes_the_role_that_environment_or_profile_names(bool byProfile)
    {
        Aws.On("STS", "AssumeRoleWithWebIdentity").AnswersWith(_ => Assumed("AssumeRoleWithWebIdentity", "ASIAWEB"));
        var token = Env.Write("token", "web-token\n");
        if (byProfile)
        {
            Env.Write(".aws/config", $"[profile pod]\nrole_arn = {RoleArn}\nweb_identity_token_file = {token}\n");
        }
        else
        {
            Env["AWS_ROLE_ARN"] = RoleArn;
            Env["AWS_WEB_IDENTITY_TOKEN_FILE"] = token;
        }

        Assert.Equal("ASIAWEB", (await CallAsync(byProfile ? Nothing with { ProfileName = "pod" } : Nothing)).AccessKey);
        var assume = Assert.Single(Aws.CallsOf("STS", "AssumeRoleWithWebIdentity"));
        Assert.Equal(("web-token", ""), (assume.Member("WebIdentityToken"), assume.AccessKey));
    }

    [Fact]
    public async Task A_web_identity_token_that_is_not_there_is_no_trouble_with_the_network()
    {
        Env.Write(".aws/config", $"[profile pod]\nrole_arn = {RoleArn}\nweb_identity_token_file = /none/token\n");

        var refusal = await RefusedAsync(Nothing with { ProfileName = "pod" });

        Assert.Equal("WebIdentityTokenUnreadable", refusal.Id);
        Assert.Contains("/none/token", refusal.What, StringComparison.Ordinal);
        Assert.Empty(Aws.Calls);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_a_role_at_once()
    {
        Aws.On("STS", "AssumeRole").Hangs();
        Env.Write(".aws/config", $"[profile audit]\nrole_arn = {RoleArn}\nsource_profile = base\n");
        using var cancellation = new CancellationTokenSource();

        var connecting = ConnectAsync(Nothing with { ProfileName = "audit" }, cancellation.Token);
        await Aws.FirstCall("STS", "AssumeRole");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
    }

    private static string Assumed(string operation, string accessKey) => $"""
        <{operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{operation}Result><Credentials>
        <AccessKeyId>{accessKey}</AccessKeyId><SecretAccessKey>{Secret}</SecretAccessKey><SessionToken>role-token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>
        </Credentials></{operation}Result></{operation}Response>
        """;
}
