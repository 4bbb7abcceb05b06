using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Model.Internal.MarshallTransformations;

namespace OrgTrail.Aws.S3;

/// <summary>
/// The SDK's client of Amazon S3, but for three things: HTTP status 404 is an error for every operation, where the SDK
/// takes a missing bucket for an empty answer to some, and a lifecycle configuration is read and written as it is, with
/// members that the SDK does not know; and no request goes where none was sent.
/// </summary>
/// <param name="credentials">Who signs.</param>
/// <param name="config">Where to, and how.</param>
internal sealed class BucketClient(AWSCredentials credentials, AmazonS3Config config) : AmazonS3Client(credentials, config)
{
    /// <summary>GetBucketLifecycleConfiguration.</summary>
    public Task<LifecycleAnswer> GetLifecycleAsync(GetLifecycleConfigurationRequest request, CancellationToken cancellation) =>
        InvokeAsync<LifecycleAnswer>(request, new InvokeOptions { RequestMarshaller = GetLifecycleConfigurationRequestMarshaller.Instance, ResponseUnmarshaller = LifecycleUnmarshaller.Instance }, cancellation);

    /// <summary>PutBucketLifecycleConfiguration.</summary>
    /// <param name="request">The bucket and the SDK's own members; the configuration itself is not taken from it.</param>
    /// <param name="document">The configuration.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<PutLifecycleConfigurationResponse> PutLifecycleAsync(PutLifecycleConfigurationRequest request, LifecycleDocument document, CancellationToken cancellation) =>
        InvokeAsync<PutLifecycleConfigurationResponse>(request, new InvokeOptions { RequestMarshaller = new LifecycleMarshaller(document), ResponseUnmarshaller = PutLifecycleConfigurationResponseUnmarshaller.Instance }, cancellation);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<Marshaller>(new NotFoundIsAnError());
        // S3's own policy looks for a bucket that may lie in another Region by a signed request of its own: without TLS,
        // to us-east-1 whatever the partition, and beside all settings. Where a bucket lies is BucketCalls' concern.
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(Config.RetryMode == RequestRetryMode.Adaptive ? new AdaptiveRetryPolicy(Config) : new StandardRetryPolicy(Config)));
    }
}
