using System.Net;
using Amazon.Runtime;
using OrgTrail.AwsClients.Protocol;

namespace Amazon.Organizations;

/// <summary>An error that Organizations answered with. Codes without an exception of their own come as this one.</summary>
public class AmazonOrganizationsException : AmazonServiceException
{
    /// <summary>Makes an error as the service would have answered it.</summary>
    public AmazonOrganizationsException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    internal AmazonOrganizationsException(ServiceError error)
        : this(error.Message, error.Inner, ErrorType.Unknown, error.Code, error.RequestId, error.Status)
    {
    }
}
