using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>What identifies a participant of a handshake (API reference: HandshakeParty).</summary>
public sealed class HandshakePartyType : ConstantClass
{
    /// <summary>The ID of an account.</summary>
    public static readonly HandshakePartyType ACCOUNT = new(nameof(ACCOUNT));

    /// <summary>The ID of an organization.</summary>
    public static readonly HandshakePartyType ORGANIZATION = new(nameof(ORGANIZATION));

    /// <summary>An email address.</summary>
    public static readonly HandshakePartyType EMAIL = new(nameof(EMAIL));

    /// <summary>Makes a value, also one that is not among the constants.</summary>
    public HandshakePartyType(string value)
        : base(value)
    {
    }

    /// <summary>The constant with that value; a new object for a value that is not among the constants.</summary>
    public static HandshakePartyType FindValue(string value) => FindValue<HandshakePartyType>(value);

    /// <summary>The same as <see cref="FindValue(string)"/>.</summary>
    public static implicit operator HandshakePartyType(string value) => FindValue(value);
}
