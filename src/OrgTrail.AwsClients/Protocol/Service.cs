using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>What the operations of one service have in common.</summary>
/// <param name="id">The service's ID.</param>
/// <param name="name">What the SDK calls it: the namespace of its client.</param>
/// <param name="protocol">How it writes and reads.</param>
/// <param name="toException">The table from error codes to the service's exceptions.</param>
internal sealed class Service(string id, string name, WireProtocol protocol, Func<ServiceError, AmazonServiceException> toException) : IServiceMetadata
{
    /// <inheritdoc/>
    public string ServiceId => id;

    /// <inheritdoc/>
    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(0);

    /// <summary>What the SDK calls it.</summary>
    public string Name => name;

    /// <summary>How it writes and reads.</summary>
    public WireProtocol Protocol => protocol;

    /// <summary>The exception of an error.</summary>
    public AmazonServiceException ToException(ServiceError error) => toException(error);

    /// <summary>Gives a client's pipeline the endpoints, SigV4, and the throttling codes Core does not know.</summary>
    public static void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Handler());
        pipeline.AddHandlerBefore<RetryHandler>(new FinalAnswerHandler());
        foreach (var handler in pipeline.EnumerateHandlers().OfType<RetryHandler>())
            // botocore's standard mode (retries/standard.py) retries one code more than Core does.
            handler.RetryPolicy.ThrottlingErrorCodes.Add("EC2ThrottledException");
    }
}
