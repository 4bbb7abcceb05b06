using Amazon.Runtime;
using OrgTrail.Aws.Connection;
using OrgTrail.Aws.Metadata;
using OrgTrail.Aws.Profiles;

namespace OrgTrail.Aws.Credentials;

/// <summary>Makes credentials of a profile, whatever sort it is. Source: AWS SDKs and Tools reference, "Standardized credential providers".</summary>
/// <param name="stores">Where profiles are that others name.</param>
/// <param name="settings">Region and addresses for calls of STS.</param>
/// <param name="metadata">For roles that this computer's own role assumes.</param>
internal sealed class ProfileCredentials(ProfileStores stores, ClientSettings settings, InstanceMetadata metadata)
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    /// <summary>The credentials of a profile.</summary>
    /// <exception cref="OrgTrailException">The profile lacks something, names something that is not there, or asks for what cannot be done without the user.</exception>
    public AWSCredentials Open(Profile profile)
    {
        // A role may name its own profile as its source, for the keys beside it; any other circle has no end.
        var isFirstVisit = _visited.Add(profile.Name);
        if (!isFirstVisit && profile["aws_access_key_id"] is null)
            throw new OrgTrailException(ProfileProblems.Incomplete(profile, "leads back to itself by source_profile"));

        return profile switch
        {
            _ when isFirstVisit && profile["role_arn"] is { } roleArn => Role(profile, roleArn),
            _ when (profile["sso_session"] ?? profile["sso_start_url"] ?? profile["sso_account_id"]) is not null => SingleSignOn.Open(profile),
            _ when (profile["aws_access_key_id"] ?? profile["aws_secret_access_key"]) is not null => Keys(profile),
            _ when profile["credential_process"] is { } command => new ProcessCredentials(profile, command),
            _ when profile["login_session"] is not null => throw new OrgTrailException(ProfileProblems.LoginUnsupported(profile)),
            _ => throw new OrgTrailException(ProfileProblems.Incomplete(profile, "has no credentials")),
        };
    }

    private static AWSCredentials Keys(Profile profile) => (profile["aws_access_key_id"], profile["aws_secret_access_key"]) is ({ } accessKey, { } secretKey)
        ? StaticKeys.Of(profile.ToString(), accessKey, secretKey, profile["aws_session_token"])
        : throw new OrgTrailException(ProfileProblems.HalfKeys(profile));

    private AWSCredentials Role(Profile profile, string roleArn)
    {
        if (profile["web_identity_token_file"] is { } tokenFile)
            return WebIdentity.Open(profile.ToString(), roleArn, tokenFile, profile["role_session_name"], settings);
        if (profile["mfa_serial"] is not null)
            throw new OrgTrailException(ProfileProblems.MfaRequired(profile));
        return AssumedRole.Of(profile, roleArn, StsClients.New(Source(profile), settings));
    }

    private AWSCredentials Source(Profile profile)
    {
        if (profile["source_profile"] is { } name)
            return stores.Find(name) is { } source
                ? Open(source)
                : throw new OrgTrailException(ProfileProblems.NotFound(name, $"source_profile of profile '{profile.Name}'", stores));

        return profile["credential_source"] switch
        {
            "Environment" => (EnvironmentVariable.Get("AWS_ACCESS_KEY_ID"), EnvironmentVariable.Get("AWS_SECRET_ACCESS_KEY")) is ({ } accessKey, { } secretKey)
                ? StaticKeys.Of("the environment", accessKey, secretKey, EnvironmentVariable.Get("AWS_SESSION_TOKEN"))
                : throw new OrgTrailException(ProfileProblems.Incomplete(profile, "takes its credentials from the environment, which has none")),
            "Ec2InstanceMetadata" => new InstanceCredentials(metadata, () => [$"credential_source of profile '{profile.Name}'", metadata.Silence]),
            "EcsContainer" => ContainerCredentials.Open(settings),
            null => throw new OrgTrailException(ProfileProblems.Incomplete(profile, "has a role_arn, but neither source_profile nor credential_source")),
            _ => throw new OrgTrailException(ProfileProblems.Incomplete(profile, "has a credential_source other than Environment, Ec2InstanceMetadata or EcsContainer")),
        };
    }
}
