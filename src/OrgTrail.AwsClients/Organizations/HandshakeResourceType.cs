using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>What a resource of a handshake is (API reference: HandshakeResource).</summary>
public sealed class HandshakeResourceType : ConstantClass
{
    /// <summary>The ID of an account.</summary>
    public static readonly HandshakeResourceType ACCOUNT = new(nameof(ACCOUNT));

    /// <summary>The ID of an organization.</summary>
    public static readonly HandshakeResourceType ORGANIZATION = new(nameof(ORGANIZATION));

    /// <summary>A feature set.</summary>
    public static readonly HandshakeResourceType ORGANIZATION_FEATURE_SET = new(nameof(ORGANIZATION_FEATURE_SET));

    /// <summary>The email address of an account.</summary>
    public static readonly HandshakeResourceType EMAIL = new(nameof(EMAIL));

    /// <summary>The email address of the management account.</summary>
    public static readonly HandshakeResourceType MASTER_EMAIL = new(nameof(MASTER_EMAIL));

    /// <summary>The name of the management account.</summary>
    public static readonly HandshakeResourceType MASTER_NAME = new(nameof(MASTER_NAME));

    /// <summary>Text for the recipient.</summary>
    public static readonly HandshakeResourceType NOTES = new(nameof(NOTES));

    /// <summary>The handshake that this one belongs to.</summary>
    public static readonly HandshakeResourceType PARENT_HANDSHAKE = new(nameof(PARENT_HANDSHAKE));

    /// <summary>Makes a value, also one that is not among the constants.</summary>
    public HandshakeResourceType(string value)
        : base(value)
    {
    }

    /// <summary>The constant with that value; a new object for a value that is not among the constants.</summary>
    public static HandshakeResourceType FindValue(string value) => FindValue<HandshakeResourceType>(value);

    /// <summary>The same as <see cref="FindValue(string)"/>.</summary>
    public static implicit operator HandshakeResourceType(string value) => FindValue(value);
}
