using Amazon.Organizations.Model;
using OrgTrail.AwsClients.Protocol;

namespace Amazon.Organizations;

/// <summary>From the error code on the wire to the exception.</summary>
internal static class OrganizationsErrors
{
    public static AmazonOrganizationsException ToException(ServiceError error) => error.Code switch
    {
        nameof(AWSOrganizationsNotInUseException) => new AWSOrganizationsNotInUseException(error),
        nameof(AccessDeniedException) => new AccessDeniedException(error),
        nameof(AccountNotFoundException) => new AccountNotFoundException(error),
        nameof(ConcurrentModificationException) => new ConcurrentModificationException(error),
        nameof(ConstraintViolationException) => new ConstraintViolationException(error),
        nameof(HandshakeConstraintViolationException) => new HandshakeConstraintViolationException(error),
        nameof(InvalidInputException) => new InvalidInputException(error),
        nameof(ServiceException) => new ServiceException(error),
        nameof(TooManyRequestsException) => new TooManyRequestsException(error),
        nameof(UnsupportedAPIEndpointException) => new UnsupportedAPIEndpointException(error),
        _ => new AmazonOrganizationsException(error),
    };
}
