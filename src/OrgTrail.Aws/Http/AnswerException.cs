using OrgTrail.Problems;

namespace OrgTrail.Aws.Http;

/// <summary>
/// An answer that cannot be used, or none in time. Of no type that the SDK takes for a passing trouble of the network, so
/// that the request is not sent again: it may have been carried out, and what is wrong stays wrong.
/// </summary>
/// <param name="kind">How far the request came.</param>
/// <param name="message">What is wrong, for a person to read.</param>
internal sealed class AnswerException(ServiceFaultKind kind, string message) : Exception(message)
{
    /// <summary>How far the request came.</summary>
    public ServiceFaultKind Kind { get; } = kind;

    /// <summary>It is no answer of the service.</summary>
    public static AnswerException Unusable(string message) => new(ServiceFaultKind.Unreadable, message);

    /// <summary>It was not there in time, or not whole.</summary>
    public static AnswerException Late(TimeSpan limit) => new(ServiceFaultKind.TimedOut, $"There was no whole answer within {limit.TotalSeconds:0.###} s.");
}
