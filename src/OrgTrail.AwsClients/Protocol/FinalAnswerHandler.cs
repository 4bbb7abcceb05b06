using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>
/// Tells of an unusable answer outside of the retries. The SDK sends a request again whose answer it could not read; but
/// what is wrong with a whole answer stays wrong, and what was asked for may have been done.
/// </summary>
internal sealed class FinalAnswerHandler : PipelineHandler
{
    /// <inheritdoc/>
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        try
        {
            return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        }
        catch (UnusableAnswerException unusable)
        {
            throw unusable.Told;
        }
    }
}
