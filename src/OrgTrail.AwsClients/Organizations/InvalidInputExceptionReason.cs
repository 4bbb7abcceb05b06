using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>What is wrong with the input; those that calls of OrgTrail can meet (API reference: InvalidInputException).</summary>
public sealed class InvalidInputExceptionReason : ConstantClass
{
    /// <summary>No service has this principal.</summary>
    public static readonly InvalidInputExceptionReason UNRECOGNIZED_SERVICE_PRINCIPAL = new(nameof(UNRECOGNIZED_SERVICE_PRINCIPAL));

    /// <summary>A value does not match its pattern.</summary>
    public static readonly InvalidInputExceptionReason INVALID_PATTERN = new(nameof(INVALID_PATTERN));

    /// <summary>An ID does not match its pattern.</summary>
    public static readonly InvalidInputExceptionReason INVALID_PATTERN_TARGET_ID = new(nameof(INVALID_PATTERN_TARGET_ID));

    /// <summary>The token is not one of this listing.</summary>
    public static readonly InvalidInputExceptionReason INVALID_NEXT_TOKEN = new(nameof(INVALID_NEXT_TOKEN));

    /// <summary>A value is not one of the constants.</summary>
    public static readonly InvalidInputExceptionReason INVALID_ENUM = new(nameof(INVALID_ENUM));

    /// <summary>An element of a list is not valid.</summary>
    public static readonly InvalidInputExceptionReason INVALID_LIST_MEMBER = new(nameof(INVALID_LIST_MEMBER));

    /// <summary>A required value is missing.</summary>
    public static readonly InvalidInputExceptionReason INPUT_REQUIRED = new(nameof(INPUT_REQUIRED));

    /// <summary>A value is too short.</summary>
    public static readonly InvalidInputExceptionReason MIN_LENGTH_EXCEEDED = new(nameof(MIN_LENGTH_EXCEEDED));

    /// <summary>A value is too long.</summary>
    public static readonly InvalidInputExceptionReason MAX_LENGTH_EXCEEDED = new(nameof(MAX_LENGTH_EXCEEDED));

    /// <summary>A number is too small.</summary>
    public static readonly InvalidInputExceptionReason MIN_VALUE_EXCEEDED = new(nameof(MIN_VALUE_EXCEEDED));

    /// <summary>A number is too large.</summary>
    public static readonly InvalidInputExceptionReason MAX_VALUE_EXCEEDED = new(nameof(MAX_VALUE_EXCEEDED));

    /// <summary>The filter has too many values.</summary>
    public static readonly InvalidInputExceptionReason MAX_LIMIT_EXCEEDED_FILTER = new(nameof(MAX_LIMIT_EXCEEDED_FILTER));

    /// <summary>Makes a value, also one that is not among the constants.</summary>
    public InvalidInputExceptionReason(string value)
        : base(value)
    {
    }

    /// <summary>The constant with that value; a new object for a value that is not among the constants.</summary>
    public static InvalidInputExceptionReason FindValue(string value) => FindValue<InvalidInputExceptionReason>(value);

    /// <summary>The same as <see cref="FindValue(string)"/>.</summary>
    public static implicit operator InvalidInputExceptionReason(string value) => FindValue(value);
}
