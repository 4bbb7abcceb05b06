using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace OrgTrail.Aws.S3;

/// <summary>Has HTTP status 404 come out as an exception: without that a bucket that does not exist looks like one without settings.</summary>
internal sealed class NotFoundIsAnError : PipelineHandler
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        executionContext.RequestContext.Request.Suppress404Exceptions = false;
        return base.InvokeAsync<T>(executionContext);
    }
}
