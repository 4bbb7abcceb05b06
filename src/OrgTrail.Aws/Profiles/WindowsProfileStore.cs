using System.Runtime.Versioning;
using Amazon.Runtime.CredentialManagement;
using OrgTrail.Problems;

namespace OrgTrail.Aws.Profiles;

/// <summary>The encrypted store of the AWS SDK for .NET on Windows, in which AWS Tools for PowerShell keeps profiles (Set-AWSCredential -StoreAs).</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsProfileStore : IProfileStore
{
    private const string Place = "the encrypted store of the AWS SDK";

    private readonly NetSDKCredentialsFile _file = new();

    public string Places => Place;

    public IReadOnlyList<string> Names => _file.ListProfileNames();

    public Profile? Find(string name) => _file.TryGetProfile(name, out var profile) ? new Profile(name, Place, Known(Values(profile))) : null;

    private static Dictionary<string, string> Known(Dictionary<string, string> values)
    {
        Secrets.Know(values.GetValueOrDefault("aws_secret_access_key"));
        Secrets.Know(values.GetValueOrDefault("aws_session_token"));
        return values;
    }

    private static Dictionary<string, string> Values(CredentialProfile profile)
    {
        var options = profile.Options;
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["aws_access_key_id"] = options.AccessKey,
            ["aws_secret_access_key"] = options.SecretKey,
            ["aws_session_token"] = options.Token,
            ["role_arn"] = options.RoleArn,
            ["source_profile"] = options.SourceProfile,
            ["credential_source"] = options.CredentialSource,
            ["external_id"] = options.ExternalID,
            ["mfa_serial"] = options.MfaSerial,
            ["role_session_name"] = options.RoleSessionName,
            ["credential_process"] = options.CredentialProcess,
            ["web_identity_token_file"] = options.WebIdentityTokenFile,
            ["sso_account_id"] = options.SsoAccountId,
            ["sso_region"] = options.SsoRegion,
            ["sso_role_name"] = options.SsoRoleName,
            ["sso_session"] = options.SsoSession,
            ["sso_start_url"] = options.SsoStartUrl,
            ["region"] = profile.Region?.SystemName,
            ["endpoint_url"] = profile.EndpointUrl,
        };
        return values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.OrdinalIgnoreCase);
    }
}
