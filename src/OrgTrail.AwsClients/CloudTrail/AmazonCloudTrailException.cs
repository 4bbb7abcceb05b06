using System.Net;
using Amazon.Runtime;
using OrgTrail.AwsClients.Protocol;

namespace Amazon.CloudTrail;

/// <summary>An error that CloudTrail answered with. Codes without an exception of their own come as this one.</summary>
public class AmazonCloudTrailException : AmazonServiceException
{
    /// <summary>Makes an error as the service would have answered it.</summary>
    public AmazonCloudTrailException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    internal AmazonCloudTrailException(ServiceError error)
        : this(error.Message, error.Inner, ErrorType.Unknown, error.Code, error.RequestId, error.Status)
    {
    }
}
