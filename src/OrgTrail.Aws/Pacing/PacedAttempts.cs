using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace OrgTrail.Aws.Pacing;

/// <summary>
/// Has every attempt of a call keep the pace, those that the SDK makes again by itself, too: AWS counts them all. Its place
/// in the pipeline is inside of the retries.
/// </summary>
/// <param name="pace">Holds calls back that would come too fast.</param>
/// <param name="service">The service's short name, as <see cref="CallRates"/> has it.</param>
/// <param name="region">The Region that is called; empty for a service with one home for all.</param>
internal sealed class PacedAttempts(CallPace pace, string service, string region) : PipelineHandler
{
    private const string RequestSuffix = "Request";

    /// <inheritdoc/>
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        var token = pace.Take(service, region, context.OriginalRequest.GetType().Name[..^RequestSuffix.Length]);
        await token.WaitAsync(context.CancellationToken).ConfigureAwait(false);
        try
        {
            return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        }
        finally
        {
            token.End();
        }
    }
}
