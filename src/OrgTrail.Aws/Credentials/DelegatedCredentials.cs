using Amazon.Runtime;
using OrgTrail.Aws.Connection;
using OrgTrail.Connection;
using OrgTrail.Problems;

namespace OrgTrail.Aws.Credentials;

/// <summary>Keys of somebody else's credentials object, asked again for every signature, so that it can refresh them.</summary>
/// <param name="keys">Reads the object. What it throws is of another copy of the SDK, and of no type known here.</param>
internal sealed class DelegatedCredentials(Func<AccessKeys> keys) : AWSCredentials
{
    public override ImmutableCredentials GetCredentials() => Read() is { AccessKey.Length: > 0, SecretKey.Length: > 0 } given
        ? SentKeys.Of("the credentials object", given.AccessKey, given.SecretKey, given.SessionToken)
        : throw new OrgTrailException(ConnectionProblems.EmptyCredential);

    /// <summary>On another thread: the object may ask somebody, and block meanwhile.</summary>
    public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.Run(GetCredentials);

    private AccessKeys Read()
    {
        try
        {
            return keys();
        }
        catch (Exception exception) when (exception is not (OrgTrailException or OperationCanceledException))
        {
            throw new OrgTrailException(ConnectionProblems.CredentialObjectFailed(Secrets.Redact(exception.Message)));
        }
    }
}
