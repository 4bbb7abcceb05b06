using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Credentials;

public sealed class SecrecyTests : ConnectionTest
{
    [Theory]
    [InlineData("AWS_SESSION_TOKEN")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("AWS_ACCESS_KEY_ID")]
    public async Task A_line_break_in_a_key_of_the_environment_is_refused_before_anything_is_sent(string variable)
    {
        (Env["AWS_ACCESS_KEY_ID"], Env["AWS_SECRET_ACCESS_KEY"]) = ("AKIAENV", Secret);
        Env[variable] = "key\r\nX-Evil: 1";

        Assert.Equal("InvalidCredential", (await RefusedAsync(Nothing)).Id);
        Assert.Empty(Aws.Calls);
    }

    [Fact]
    public async Task A_line_break_in_a_token_that_a_service_hands_out_is_refused_before_it_is_sent()
    {
        Env.Write(".aws/config", $"[profile role]\nrole_arn = arn:aws:iam::111111111111:role/audit\nsource_profile = base\n[profile base]\naws_access_key_id = AKIABASE\naws_secret_access_key = {Secret}\n");
        Aws.On("STS", "AssumeRole").Answers("""
            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
            <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t&#13;&#10;X-Evil: 1</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>
            </Credentials></AssumeRoleResult></AssumeRoleResponse>
            """);

        Assert.Equal("InvalidCredential", (await RefusedAsync(Nothing with { ProfileName = "role" })).Id);
        Assert.DoesNotContain(Aws.Calls, call => call.Operation == "GetCallerIdentity");
    }

    [Theory]
    [InlineData("evil.example.com/")]
    [InlineData("us-east-1\t")]
    public async Task The_Region_of_a_sign_in_is_no_part_of_another_host(string region)
    {
        Env.Write(".aws/config", $"[profile sso]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = {region}x\nsso_account_id = 111111111111\nsso_role_name = Audit\n");

        Assert.Equal("InvalidRegion", (await RefusedAsync(Nothing with { ProfileName = "sso" })).Id);
    }

    [Fact]
    public async Task The_Region_that_an_answer_names_is_no_part_of_another_host()
    {
        using var cloud = await ConnectAsync(ByHand);
        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.TrailsIn("x.evil.example.com/").GetAsync("acme", CancellationToken.None));

        Assert.Equal("InvalidRegion", refusal.Problem.Id);
        Assert.Empty(Aws.Calls);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    public async Task Without_a_home_folder_there_are_no_profiles(string? home)
    {
        Env["HOME"] = home;
        Env["USERPROFILE"] = null;

        var problem = await RefusedAsync(Nothing with { ProfileName = "acme" });

        Assert.Equal("ProfileNotFound", problem.Id);
        Assert.Contains("HOME names no folder", problem.What, StringComparison.Ordinal);
        Assert.Equal("NoCredentials", (await RefusedAsync(Nothing)).Id);
    }

    [Fact]
    public async Task A_tilde_in_the_environment_is_the_home_folder()
    {
        Env.Write("elsewhere/config", $"[profile tilde]\naws_access_key_id = AKIATILDE\naws_secret_access_key = {Secret}\n");
        Env["AWS_CONFIG_FILE"] = "~/elsewhere/config";

        Assert.Equal("AKIATILDE", (await CallAsync(Nothing with { ProfileName = "tilde" })).AccessKey);
    }

    [Fact]
    public async Task Secrets_of_every_profile_are_known_when_a_file_was_read()
    {
        const string other = "other-7gKq2Lw9Xz4Tn1Bv6Rc3Yd8Pf5";
        Env.Write(".aws/credentials", Keys("mine", "AKIAMINE") + $"[other]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = {other}\n");
        Aws.On("STS", "GetCallerIdentity").Fails("AccessDenied", $"You said {other} and {Secret}.", 403);
        using var cloud = await ConnectAsync(Nothing with { ProfileName = "mine" });

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Identity.GetCallerAsync(CancellationToken.None));

        Assert.EndsWith("You said *** and ***.", refusal.Problem.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_of_a_web_identity_is_known_before_it_is_sent()
    {
        const string token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJvcmd0cmFpbCJ9.c2lnbmF0dXJlLW9mLXRlc3Q";
        Env["AWS_ROLE_ARN"] = "arn:aws:iam::111111111111:role/audit";
        Env["AWS_WEB_IDENTITY_TOKEN_FILE"] = Env.Write("token", token + "\n");
        Aws.On("STS", "AssumeRoleWithWebIdentity").Fails("InvalidIdentityToken", $"Not good: {token}", 400);

        var problem = await RefusedAsync(Nothing);

        Assert.Contains("Not good: ***", problem.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("c2lnbmF0dXJl", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_file_without_end_is_refused()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero here.");
        Env["AWS_ROLE_ARN"] = "arn:aws:iam::111111111111:role/audit";
        Env["AWS_WEB_IDENTITY_TOKEN_FILE"] = "/dev/zero";

        Assert.Equal("WebIdentityTokenUnreadable", (await RefusedAsync(Nothing)).Id);
    }

    [Fact]
    public async Task A_file_of_profiles_without_end_is_refused()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero here.");
        Env["AWS_CONFIG_FILE"] = "/dev/zero";

        Assert.Equal("ProfileFileUnreadable", (await RefusedAsync(Nothing with { ProfileName = "acme" })).Id);
    }
}
