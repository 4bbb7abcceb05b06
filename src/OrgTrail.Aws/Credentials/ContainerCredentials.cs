using Amazon.Runtime;
using OrgTrail.Aws.Connection;
using OrgTrail.Connection;
using OrgTrail.Problems;

namespace OrgTrail.Aws.Credentials;

/// <summary>Credentials of the task or pod that this process runs in (Amazon ECS and EKS).</summary>
internal static class ContainerCredentials
{
    private const string Token = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private const string TokenFile = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";

    /// <exception cref="OrgTrailException">The endpoint is none that may be asked (<c>ContainerCredentialsFailed</c>), later: it gives nothing.</exception>
    public static AWSCredentials Open()
    {
        // Sent as it is in a header, and different each time where the platform renews the file.
        ConnectionRules.RequireText("InvalidCredential", "token", EnvironmentVariable.Get(Token), Token);
        try
        {
            return new GuardedCredentials("the container's credentials endpoint", new ContainerEndpoint(new GenericContainerCredentials()), Explain);
        }
        catch (ArgumentException exception)
        {
            throw new OrgTrailException(ConnectionProblems.ContainerRefused(exception.Message));
        }
    }

    private static Problem? Explain(Exception exception) =>
        exception is AmazonServiceException or AmazonClientException or InvalidOperationException or HttpRequestException or IOException or UnauthorizedAccessException
            ? ConnectionProblems.ContainerRefused(Secrets.Redact(exception.Message))
            : null;

    /// <summary>The SDK's credentials; what they read from the token file is known as a secret first.</summary>
    private sealed class ContainerEndpoint(AWSCredentials inner) : AWSCredentials, IDisposable
    {
        public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

        public override async Task<ImmutableCredentials> GetCredentialsAsync()
        {
            if (EnvironmentVariable.Get(TokenFile) is { } file) await TokenFiles.ReadAsync(file).ConfigureAwait(false);
            return await inner.GetCredentialsAsync().ConfigureAwait(false);
        }

        public void Dispose() => (inner as IDisposable)?.Dispose();
    }
}
