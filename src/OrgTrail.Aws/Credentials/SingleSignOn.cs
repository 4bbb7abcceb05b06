using Amazon.Runtime;
using OrgTrail.Aws.Errors;
using OrgTrail.Aws.Profiles;
using OrgTrail.Problems;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Credentials;

/// <summary>Credentials of a profile that signs in through IAM Identity Center. The sign-in itself is done by <c>aws sso login</c>.</summary>
internal static class SingleSignOn
{
    private static readonly string[] Needed = ["sso_start_url", "sso_region", "sso_account_id", "sso_role_name"];

    static SingleSignOn() => SingleSignOnClients.Register();

    /// <exception cref="OrgTrailException">The profile lacks a setting (<c>ProfileIncomplete</c>).</exception>
    public static AWSCredentials Open(Profile profile)
    {
        var missing = Needed.Where(setting => profile[setting] is null).ToList();
        if (missing.Count > 0)
            throw new OrgTrailException(ProfileProblems.Incomplete(profile, $"lacks {string.Join(", ", missing)}"));

        // It becomes a part of the host's name.
        NamingRule.Region.Require(profile["sso_region"]);
        return new GuardedCredentials(
            $"IAM Identity Center, for {profile}",
            new SingleSignOnSession(profile, new SSOAWSCredentials(profile["sso_account_id"], profile["sso_region"], profile["sso_role_name"], profile["sso_start_url"], new SSOAWSCredentialsOptions { SessionName = profile["sso_session"] })),
            exception => Explain(profile, exception));
    }

    private static Problem? Explain(Profile profile, Exception exception)
    {
        // What has no answer of the service in it is about the token in the cache: none there, or expired and not renewed.
        if (exception is AmazonClientException) return ProfileProblems.SsoTokenExpired(profile);
        if (!FaultTranslation.IsFault(exception)) return null;
        return FaultTranslation.Translate("SSO", "GetRoleCredentials", exception) switch
        {
            { Code: "UnauthorizedException" } => ProfileProblems.SsoTokenExpired(profile),
            { Code: "ForbiddenException" or "ResourceNotFoundException" } fault => ProfileProblems.SsoRoleRefused(profile, fault),
            var fault => ProblemTable.For(fault),
        };
    }
}
