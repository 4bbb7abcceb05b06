using OrgTrail.AwsClients.Protocol;

namespace Amazon.Organizations.Model;

// The errors that the used operations can answer with. They carry nothing of their own but their name
// (API reference, "Errors" of each operation), so all of them stand in this one file.

/// <summary>The account belongs to no organization.</summary>
public sealed class AWSOrganizationsNotInUseException : AmazonOrganizationsException { internal AWSOrganizationsNotInUseException(ServiceError e) : base(e) { } }

/// <summary>The caller may not do this, or is not the management account.</summary>
public sealed class AccessDeniedException : AmazonOrganizationsException { internal AccessDeniedException(ServiceError e) : base(e) { } }

/// <summary>The organization has no such account.</summary>
public sealed class AccountNotFoundException : AmazonOrganizationsException { internal AccountNotFoundException(ServiceError e) : base(e) { } }

/// <summary>Another call is changing the organization.</summary>
public sealed class ConcurrentModificationException : AmazonOrganizationsException { internal ConcurrentModificationException(ServiceError e) : base(e) { } }

/// <summary>The call would break a constraint of the organization.</summary>
public sealed class ConstraintViolationException : AmazonOrganizationsException
{
    internal ConstraintViolationException(ServiceError error)
        : base(error)
    {
        Reason = error.Reason is null ? null : ConstraintViolationExceptionReason.FindValue(error.Reason);
    }

    /// <summary>Which constraint it was; null when the service does not say.</summary>
    public ConstraintViolationExceptionReason? Reason { get; }
}

/// <summary>The handshake cannot be made.</summary>
public sealed class HandshakeConstraintViolationException : AmazonOrganizationsException
{
    internal HandshakeConstraintViolationException(ServiceError error)
        : base(error)
    {
        Reason = error.Reason is null ? null : HandshakeConstraintViolationExceptionReason.FindValue(error.Reason);
    }

    /// <summary>Which constraint it was; null when the service does not say.</summary>
    public HandshakeConstraintViolationExceptionReason? Reason { get; }
}

/// <summary>The input is not valid.</summary>
public sealed class InvalidInputException : AmazonOrganizationsException
{
    internal InvalidInputException(ServiceError error)
        : base(error)
    {
        Reason = error.Reason is null ? null : InvalidInputExceptionReason.FindValue(error.Reason);
    }

    /// <summary>Which constraint it was; null when the service does not say.</summary>
    public InvalidInputExceptionReason? Reason { get; }
}

/// <summary>Organizations had an internal error.</summary>
public sealed class ServiceException : AmazonOrganizationsException { internal ServiceException(ServiceError e) : base(e) { } }

/// <summary>The rate of calls is too high.</summary>
public sealed class TooManyRequestsException : AmazonOrganizationsException { internal TooManyRequestsException(ServiceError e) : base(e) { } }

/// <summary>The call is not supported in this Region or partition.</summary>
public sealed class UnsupportedAPIEndpointException : AmazonOrganizationsException { internal UnsupportedAPIEndpointException(ServiceError e) : base(e) { } }
