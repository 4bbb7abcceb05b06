using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>The older form of <see cref="AccountState"/> (API reference: Account).</summary>
public sealed class AccountStatus : ConstantClass
{
    /// <summary>In use.</summary>
    public static readonly AccountStatus ACTIVE = new(nameof(ACTIVE));

    /// <summary>Suspended or closed.</summary>
    public static readonly AccountStatus SUSPENDED = new(nameof(SUSPENDED));

    /// <summary>About to be closed.</summary>
    public static readonly AccountStatus PENDING_CLOSURE = new(nameof(PENDING_CLOSURE));

    /// <summary>Makes a value, also one that is not among the constants.</summary>
    public AccountStatus(string value)
        : base(value)
    {
    }

    /// <summary>The constant with that value; a new object for a value that is not among the constants.</summary>
    public static AccountStatus FindValue(string value) => FindValue<AccountStatus>(value);

    /// <summary>The same as <see cref="FindValue(string)"/>.</summary>
    public static implicit operator AccountStatus(string value) => FindValue(value);
}
