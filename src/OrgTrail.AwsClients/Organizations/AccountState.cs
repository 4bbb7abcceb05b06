using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>Where in its life an account is (API reference: Account).</summary>
public sealed class AccountState : ConstantClass
{
    /// <summary>Created, not yet usable.</summary>
    public static readonly AccountState PENDING_ACTIVATION = new(nameof(PENDING_ACTIVATION));

    /// <summary>In use.</summary>
    public static readonly AccountState ACTIVE = new(nameof(ACTIVE));

    /// <summary>Suspended by AWS.</summary>
    public static readonly AccountState SUSPENDED = new(nameof(SUSPENDED));

    /// <summary>About to be closed.</summary>
    public static readonly AccountState PENDING_CLOSURE = new(nameof(PENDING_CLOSURE));

    /// <summary>Closed.</summary>
    public static readonly AccountState CLOSED = new(nameof(CLOSED));

    /// <summary>Makes a value, also one that is not among the constants.</summary>
    public AccountState(string value)
        : base(value)
    {
    }

    /// <summary>The constant with that value; a new object for a value that is not among the constants.</summary>
    public static AccountState FindValue(string value) => FindValue<AccountState>(value);

    /// <summary>The same as <see cref="FindValue(string)"/>.</summary>
    public static implicit operator AccountState(string value) => FindValue(value);
}
