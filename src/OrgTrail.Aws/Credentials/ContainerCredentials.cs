using Amazon.Runtime;
using OrgTrail.Aws.Connection;
using OrgTrail.Problems;

namespace OrgTrail.Aws.Credentials;

/// <summary>Credentials of the task or pod that this process runs in (Amazon ECS and EKS).</summary>
internal static class ContainerCredentials
{
    /// <exception cref="OrgTrailException">The endpoint is none that may be asked (<c>ContainerCredentialsFailed</c>), later: it gives nothing.</exception>
    public static AWSCredentials Open()
    {
        try
        {
            return new GuardedCredentials(new GenericContainerCredentials(), Explain);
        }
        catch (ArgumentException exception)
        {
            throw new OrgTrailException(ConnectionProblems.ContainerRefused(exception.Message));
        }
    }

    private static Problem? Explain(Exception exception) =>
        exception is AmazonServiceException or AmazonClientException or InvalidOperationException or HttpRequestException or IOException
            ? ConnectionProblems.ContainerRefused(Secrets.Redact(exception.Message))
            : null;
}
