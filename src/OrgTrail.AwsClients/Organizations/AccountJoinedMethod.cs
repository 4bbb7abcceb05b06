using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>How an account came into the organization (API reference: Account).</summary>
public sealed class AccountJoinedMethod : ConstantClass
{
    /// <summary>By invitation.</summary>
    public static readonly AccountJoinedMethod INVITED = new(nameof(INVITED));

    /// <summary>Created in it.</summary>
    public static readonly AccountJoinedMethod CREATED = new(nameof(CREATED));

    /// <summary>Makes a value, also one that is not among the constants.</summary>
    public AccountJoinedMethod(string value)
        : base(value)
    {
    }

    /// <summary>The constant with that value; a new object for a value that is not among the constants.</summary>
    public static AccountJoinedMethod FindValue(string value) => FindValue<AccountJoinedMethod>(value);

    /// <summary>The same as <see cref="FindValue(string)"/>.</summary>
    public static implicit operator AccountJoinedMethod(string value) => FindValue(value);
}
