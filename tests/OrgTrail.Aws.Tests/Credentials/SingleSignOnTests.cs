using System.Security.Cryptography;
using System.Text;
using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Credentials;

public sealed class SingleSignOnTests : ConnectionTest
{
    private const string StartUrl = "https://acme.awsapps.com/start";
    private const string Settings = $"sso_start_url = {StartUrl}\nsso_region = us-east-1\n";
    private const string Role = "sso_account_id = 111111111111\nsso_role_name = Audit\n";

    public SingleSignOnTests()
    {
        Env["AWS_ENDPOINT_URL_SSO"] = Env["AWS_ENDPOINT_URL_SSO_OIDC"] = Aws.Endpoint;
        Env.Write(".aws/config", $"[profile legacy]\n{Settings}{Role}[sso-session acme]\n{Settings}[profile session]\nsso_session = acme\n{Role}");
        Aws.On("SSO", "GetRoleCredentials").Answers($$$"""{"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"{{{Secret}}}","sessionToken":"t","expiration":4070908800000}}""");
    }

    [Theory]
    [InlineData("legacy", StartUrl)]
    [InlineData("session", "acme")]
    public async Task The_cached_sign_in_gives_the_role_of_the_profile(string profile, string tokenOf)
    {
        Token(tokenOf, "2099-01-01T00:00:00Z");
        Assert.Equal("ASIASSO", (await CallAsync(Nothing with { ProfileName = profile })).AccessKey);

        var call = Assert.Single(Aws.CallsOf("SSO", "GetRoleCredentials"));
        Assert.Equal(("111111111111", "Audit", "sso-token"), (call.Query["account_id"], call.Query["role_name"], call.Headers["x-amz-sso_bearer_token"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2020-01-01T00:00:00Z")]
    public async Task No_sign_in_and_an_expired_one_advise_to_sign_in(string? expires)
    {
        if (expires is not null) Token(StartUrl, expires);
        var problem = await RefusedAsync(Nothing with { ProfileName = "legacy" });

        Assert.Equal(("SsoTokenExpired", ProblemKind.Authentication), (problem.Id, problem.Kind));
        Assert.Contains("aws sso login --profile legacy", problem.Advice, StringComparison.Ordinal);
        Assert.Empty(Aws.Calls);
    }

    [Theory]
    [InlineData("UnauthorizedException", 401, "SsoTokenExpired")]
    [InlineData("ForbiddenException", 403, "SsoRoleRefused")]
    [InlineData("TooManyRequestsException", 429, "Throttled")]
    public async Task What_the_portal_refuses_is_told_apart(string code, int status, string id)
    {
        Token(StartUrl, "2099-01-01T00:00:00Z");
        Aws.On("SSO", "GetRoleCredentials").Fails(code, "sso-token is not good", status);
        Assert.Equal(id, (await RefusedAsync(Nothing with { ProfileName = "legacy" })).Id);
    }

    /// <summary>Puts a token where aws sso login leaves it.</summary>
    private void Token(string of, string expires) => Env.Write(
#pragma warning disable CA5350 // The AWS CLI names its files so.
        $".aws/sso/cache/{Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(of)))}.json",
#pragma warning restore CA5350
        $$"""{"startUrl":"{{StartUrl}}","region":"us-east-1","accessToken":"sso-token","expiresAt":"{{expires}}"}""");
}
