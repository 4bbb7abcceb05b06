using Amazon.Runtime;

namespace OrgTrail.Aws.Credentials;

/// <summary>Credentials of the SDK whose failures come out as problems, also when it is much later that they must be renewed.</summary>
/// <param name="origin">Where they come from, for a person to read.</param>
/// <param name="inner">The SDK's credentials; disposed of with these.</param>
/// <param name="explain">The problem of a failure; <see langword="null"/> for one that is a mistake of ours.</param>
internal sealed class GuardedCredentials(string origin, AWSCredentials inner, Func<Exception, Problem?> explain) : AWSCredentials, IDisposable
{
    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        try
        {
            return SentKeys.Of(origin, await inner.GetCredentialsAsync().ConfigureAwait(false));
        }
        catch (Exception exception) when (explain(exception) is not null)
        {
            throw new OrgTrailException(explain(exception)!);
        }
    }

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
