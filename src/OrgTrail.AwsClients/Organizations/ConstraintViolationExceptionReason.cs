using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>Which constraint of the organization a call broke; those that calls of OrgTrail can meet (API reference: ConstraintViolationException).</summary>
public sealed class ConstraintViolationExceptionReason : ConstantClass
{
    /// <summary>The service has no trusted access.</summary>
    public static readonly ConstraintViolationExceptionReason SERVICE_ACCESS_NOT_ENABLED = new(nameof(SERVICE_ACCESS_NOT_ENABLED));

    /// <summary>The organization has consolidated billing only.</summary>
    public static readonly ConstraintViolationExceptionReason ORGANIZATION_NOT_IN_ALL_FEATURES_MODE = new(nameof(ORGANIZATION_NOT_IN_ALL_FEATURES_MODE));

    /// <summary>The service has as many delegated administrators as it may.</summary>
    public static readonly ConstraintViolationExceptionReason MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED = new(nameof(MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED));

    /// <summary>Trusted access cannot be disabled while there is a delegated administrator.</summary>
    public static readonly ConstraintViolationExceptionReason DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE = new(nameof(DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE));

    /// <summary>The management account cannot be a delegated administrator.</summary>
    public static readonly ConstraintViolationExceptionReason CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR = new(nameof(CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR));

    /// <summary>A suspended account cannot be a delegated administrator.</summary>
    public static readonly ConstraintViolationExceptionReason CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR = new(nameof(CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR));

    /// <summary>Trusted access cannot be disabled while a policy type needs it.</summary>
    public static readonly ConstraintViolationExceptionReason POLICY_TYPE_ENABLED_FOR_THIS_SERVICE = new(nameof(POLICY_TYPE_ENABLED_FOR_THIS_SERVICE));

    /// <summary>Over 5,000 accounts: only AWS Support can enable all features.</summary>
    public static readonly ConstraintViolationExceptionReason ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED = new(nameof(ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED));

    /// <summary>Makes a value, also one that is not among the constants.</summary>
    public ConstraintViolationExceptionReason(string value)
        : base(value)
    {
    }

    /// <summary>The constant with that value; a new object for a value that is not among the constants.</summary>
    public static ConstraintViolationExceptionReason FindValue(string value) => FindValue<ConstraintViolationExceptionReason>(value);

    /// <summary>The same as <see cref="FindValue(string)"/>.</summary>
    public static implicit operator ConstraintViolationExceptionReason(string value) => FindValue(value);
}
