using Amazon.CloudTrail;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace OrgTrail.Aws.Pacing;

/// <summary>The SDK's client of CloudTrail in one Region, at AWS's pace.</summary>
/// <param name="credentials">Who signs.</param>
/// <param name="config">Where to, and how.</param>
/// <param name="pace">Holds calls back that would come too fast.</param>
/// <param name="region">The Region that is called.</param>
internal sealed class PacedCloudTrailClient(AWSCredentials credentials, AmazonCloudTrailConfig config, CallPace pace, string region)
    : AmazonCloudTrailClient(credentials, config)
{
    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(new PacedAttempts(pace, "CloudTrail", region));
    }
}
