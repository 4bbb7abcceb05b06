using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>What a handshake is about (API reference: Handshake).</summary>
public sealed class ActionType : ConstantClass
{
    /// <summary>An account is invited into the organization.</summary>
    public static readonly ActionType INVITE = new(nameof(INVITE));

    /// <summary>The organization changes to all features.</summary>
    public static readonly ActionType ENABLE_ALL_FEATURES = new(nameof(ENABLE_ALL_FEATURES));

    /// <summary>An invited account is asked to approve that change.</summary>
    public static readonly ActionType APPROVE_ALL_FEATURES = new(nameof(APPROVE_ALL_FEATURES));

    /// <summary>An account gets the service-linked role.</summary>
    public static readonly ActionType ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE = new(nameof(ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE));

    /// <summary>Responsibility for billing is handed over.</summary>
    public static readonly ActionType TRANSFER_RESPONSIBILITY = new(nameof(TRANSFER_RESPONSIBILITY));

    /// <summary>Makes a value, also one that is not among the constants.</summary>
    public ActionType(string value)
        : base(value)
    {
    }

    /// <summary>The constant with that value; a new object for a value that is not among the constants.</summary>
    public static ActionType FindValue(string value) => FindValue<ActionType>(value);

    /// <summary>The same as <see cref="FindValue(string)"/>.</summary>
    public static implicit operator ActionType(string value) => FindValue(value);
}
