using Amazon.Runtime;

namespace Amazon.CloudTrail;

/// <summary>What an insight is about (API reference: InsightSelector).</summary>
public sealed class InsightType : ConstantClass
{
    /// <summary>An unusual number of calls.</summary>
    public static readonly InsightType ApiCallRateInsight = new(nameof(ApiCallRateInsight));

    /// <summary>An unusual number of errors.</summary>
    public static readonly InsightType ApiErrorRateInsight = new(nameof(ApiErrorRateInsight));

    /// <summary>Makes a value, also one that is not among the constants.</summary>
    public InsightType(string value)
        : base(value)
    {
    }

    /// <summary>The constant with that value; a new object for a value that is not among the constants.</summary>
    public static InsightType FindValue(string value) => FindValue<InsightType>(value);

    /// <summary>The same as <see cref="FindValue(string)"/>.</summary>
    public static implicit operator InsightType(string value) => FindValue(value);
}
