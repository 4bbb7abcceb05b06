using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using OrgTrail.Aws.Errors;
using OrgTrail.Aws.Profiles;
using OrgTrail.Problems;
using StsCredentials = Amazon.SecurityToken.Model.Credentials;

namespace OrgTrail.Aws.Credentials;

/// <summary>
/// Credentials of a role, renewed before they expire. The SDK's own class is not used: it takes neither endpoint nor
/// Region, and its refusals do not name the role.
/// </summary>
/// <param name="origin">What names the role, for a person to read.</param>
/// <param name="roleArn">The role.</param>
/// <param name="operation">The operation of STS.</param>
/// <param name="client">The client to ask; disposed of with these credentials.</param>
/// <param name="assume">Asks STS.</param>
internal sealed class AssumedRole(
    string origin,
    string roleArn,
    string operation,
    IAmazonSecurityTokenService client,
    Func<IAmazonSecurityTokenService, Task<StsCredentials?>> assume) : RefreshingAWSCredentials
{
    /// <summary>Who the role's sessions are, as CloudTrail shows it, unless the profile says otherwise.</summary>
    private const string DefaultSessionName = "OrgTrail";

    private static readonly ServiceCalls Calls = new("STS", TimeProvider.System);

    /// <summary>A role that other credentials assume.</summary>
    public static AssumedRole Of(Profile profile, string roleArn, IAmazonSecurityTokenService client)
    {
        var request = new AssumeRoleRequest
        {
            RoleArn = roleArn,
            RoleSessionName = profile["role_session_name"] ?? DefaultSessionName,
            ExternalId = profile["external_id"],
        };
        return new(profile.ToString(), roleArn, "AssumeRole", client, async sts => (await sts.AssumeRoleAsync(request).ConfigureAwait(false)).Credentials);
    }

    /// <summary>A role that the token in a file assumes; the file is read anew each time.</summary>
    public static AssumedRole OfWebIdentity(string origin, string roleArn, string tokenFile, string? sessionName, IAmazonSecurityTokenService client) =>
        new(origin, roleArn, "AssumeRoleWithWebIdentity", client, async sts => (await sts.AssumeRoleWithWebIdentityAsync(new AssumeRoleWithWebIdentityRequest
        {
            RoleArn = roleArn,
            RoleSessionName = sessionName ?? DefaultSessionName,
            WebIdentityToken = await TokenAsync(origin, tokenFile).ConfigureAwait(false),
        }).ConfigureAwait(false)).Credentials);

    private static async Task<string> TokenAsync(string origin, string file)
    {
        try
        {
            return await TokenFiles.ReadAsync(file).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The cause stays behind: whoever looks for failed requests would take it for one.
            throw new OrgTrailException(ProfileProblems.TokenUnreadable(origin, fault.Message));
        }
    }

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        try
        {
            var keys = Calls.Required(operation, await assume(client).ConfigureAwait(false));
            return new CredentialsRefreshState(
                SentKeys.Of($"the role {roleArn}", Given(keys.AccessKeyId), Given(keys.SecretAccessKey), Given(keys.SessionToken)),
                (keys.Expiration ?? DateTime.MaxValue).ToUniversalTime());
        }
        catch (Exception exception) when (FaultTranslation.IsFault(exception))
        {
            var fault = FaultTranslation.Translate("STS", operation, exception);
            throw IsRefusal(fault) ? new OrgTrailException(ProfileProblems.AssumeRoleRefused(origin, roleArn, fault)) : FaultTranslation.ToException(fault, exception);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) client.Dispose();
    }

    private string Given(string? member) => Calls.Required(operation, member is { Length: > 0 } ? member : null);

    /// <summary>Whether it is this role that STS refuses, and not the request or the caller's keys.</summary>
    private static bool IsRefusal(ServiceFault fault) =>
        fault.Code is "AccessDenied" or "AccessDeniedException" or "ValidationError" or "InvalidIdentityToken" or "IDPRejectedClaim";
}
