using Amazon.Runtime;
using OrgTrail.Aws.Connection;
using OrgTrail.Aws.Metadata;

namespace OrgTrail.Aws.Credentials;

/// <summary>Credentials of the role of this EC2 instance.</summary>
/// <param name="metadata">The metadata service.</param>
/// <param name="tried">Everything that was looked at in vain, if this fails, too.</param>
internal sealed class InstanceCredentials(InstanceMetadata metadata, Func<IEnumerable<string>> tried) : RefreshingAWSCredentials
{
    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync() =>
        await metadata.KeysAsync(CancellationToken.None).ConfigureAwait(false) is { } keys
            ? new CredentialsRefreshState(SentKeys.Of("instance metadata", keys.AccessKeyId!, keys.SecretAccessKey!, keys.Token), keys.Expiration.UtcDateTime)
            : throw new OrgTrailException(ConnectionProblems.NoCredentials(tried()));
}
