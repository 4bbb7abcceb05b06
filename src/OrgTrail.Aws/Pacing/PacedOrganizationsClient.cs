using Amazon.Organizations;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace OrgTrail.Aws.Pacing;

/// <summary>The SDK's client of Organizations, at AWS's pace.</summary>
/// <param name="credentials">Who signs.</param>
/// <param name="config">Where to, and how.</param>
/// <param name="pace">Holds calls back that would come too fast.</param>
internal sealed class PacedOrganizationsClient(AWSCredentials credentials, AmazonOrganizationsConfig config, CallPace pace)
    : AmazonOrganizationsClient(credentials, config)
{
    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(new PacedAttempts(pace, "Organizations", region: ""));
    }
}
