using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>Why a handshake could not be made; those that EnableAllFeatures can meet (API reference: HandshakeConstraintViolationException).</summary>
public sealed class HandshakeConstraintViolationExceptionReason : ConstantClass
{
    /// <summary>Nothing is left to do.</summary>
    public static readonly HandshakeConstraintViolationExceptionReason ORGANIZATION_ALREADY_HAS_ALL_FEATURES = new(nameof(ORGANIZATION_ALREADY_HAS_ALL_FEATURES));

    /// <summary>The handshake exists already.</summary>
    public static readonly HandshakeConstraintViolationExceptionReason ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION = new(nameof(ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION));

    /// <summary>Permissions of the older billing model are in use.</summary>
    public static readonly HandshakeConstraintViolationExceptionReason LEGACY_PERMISSIONS_STILL_IN_USE = new(nameof(LEGACY_PERMISSIONS_STILL_IN_USE));

    /// <summary>Makes a value, also one that is not among the constants.</summary>
    public HandshakeConstraintViolationExceptionReason(string value)
        : base(value)
    {
    }

    /// <summary>The constant with that value; a new object for a value that is not among the constants.</summary>
    public static HandshakeConstraintViolationExceptionReason FindValue(string value) => FindValue<HandshakeConstraintViolationExceptionReason>(value);

    /// <summary>The same as <see cref="FindValue(string)"/>.</summary>
    public static implicit operator HandshakeConstraintViolationExceptionReason(string value) => FindValue(value);
}
