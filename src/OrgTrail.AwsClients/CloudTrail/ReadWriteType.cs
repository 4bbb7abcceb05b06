using Amazon.Runtime;

namespace Amazon.CloudTrail;

/// <summary>Which events a basic selector is about (API reference: EventSelector).</summary>
public sealed class ReadWriteType : ConstantClass
{
    /// <summary>All events.</summary>
    public static readonly ReadWriteType All = new(nameof(All));

    /// <summary>Those that change nothing.</summary>
    public static readonly ReadWriteType ReadOnly = new(nameof(ReadOnly));

    /// <summary>Those that change something.</summary>
    public static readonly ReadWriteType WriteOnly = new(nameof(WriteOnly));

    /// <summary>Makes a value, also one that is not among the constants.</summary>
    public ReadWriteType(string value)
        : base(value)
    {
    }

    /// <summary>The constant with that value; a new object for a value that is not among the constants.</summary>
    public static ReadWriteType FindValue(string value) => FindValue<ReadWriteType>(value);

    /// <summary>The same as <see cref="FindValue(string)"/>.</summary>
    public static implicit operator ReadWriteType(string value) => FindValue(value);
}
