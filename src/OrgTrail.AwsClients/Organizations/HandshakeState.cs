using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>How far a handshake has got (API reference: Handshake).</summary>
public sealed class HandshakeState : ConstantClass
{
    /// <summary>Sent to the participants.</summary>
    public static readonly HandshakeState REQUESTED = new(nameof(REQUESTED));

    /// <summary>Every participant has agreed; the last party may accept.</summary>
    public static readonly HandshakeState OPEN = new(nameof(OPEN));

    /// <summary>Taken back by its originator.</summary>
    public static readonly HandshakeState CANCELED = new(nameof(CANCELED));

    /// <summary>In force.</summary>
    public static readonly HandshakeState ACCEPTED = new(nameof(ACCEPTED));

    /// <summary>Refused.</summary>
    public static readonly HandshakeState DECLINED = new(nameof(DECLINED));

    /// <summary>Not answered in time.</summary>
    public static readonly HandshakeState EXPIRED = new(nameof(EXPIRED));

    /// <summary>Makes a value, also one that is not among the constants.</summary>
    public HandshakeState(string value)
        : base(value)
    {
    }

    /// <summary>The constant with that value; a new object for a value that is not among the constants.</summary>
    public static HandshakeState FindValue(string value) => FindValue<HandshakeState>(value);

    /// <summary>The same as <see cref="FindValue(string)"/>.</summary>
    public static implicit operator HandshakeState(string value) => FindValue(value);
}
