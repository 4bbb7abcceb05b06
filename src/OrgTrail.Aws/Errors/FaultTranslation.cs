using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using System.Xml;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using OrgTrail.Aws.Http;
using OrgTrail.Problems;

namespace OrgTrail.Aws.Errors;

/// <summary>From the exceptions of the AWS SDK and of the network to <see cref="ServiceFault"/>, which every ring understands.</summary>
internal static class FaultTranslation
{
    /// <summary>Whether an exception is a failed request, and not a mistake of ours.</summary>
    public static bool IsFault(Exception exception) => Cause(exception) is not null;

    /// <summary>What an exception means.</summary>
    /// <param name="service">As in <see cref="ServiceFault"/>.</param>
    /// <param name="operation">As in <see cref="ServiceFault"/>.</param>
    /// <param name="exception">What the SDK threw: one for which <see cref="IsFault"/> holds.</param>
    public static ServiceFault Translate(string service, string operation, Exception exception)
    {
        var cause = Cause(exception) ?? throw new ArgumentException("The exception is no failed request.", nameof(exception));
        return Describe(new ServiceFault(service, operation, Kind(cause)!.Value), cause);
    }

    /// <summary>The exception to throw instead. The SDK's own stays behind: it holds whole answers, which can repeat a signed request.</summary>
    public static OrgTrailException ToException(ServiceFault fault, Exception cause) =>
        new(ProblemTable.For(fault), cause is AmazonServiceException or AmazonClientException ? null : cause);

    /// <summary>The outermost exception that says what became of the request.</summary>
    private static Exception? Cause(Exception exception)
    {
        Exception? cause = exception;
        // What is told already is no failed request any more, whatever it came from.
        while (cause is not null and not OrgTrailException && Kind(cause) is null)
            cause = cause.InnerException;
        return cause is OrgTrailException ? null : cause;
    }

    private static ServiceFaultKind? Kind(Exception exception) => exception switch
    {
        AnswerException answer => answer.Kind,
        BrokenAnswerException or AmazonUnmarshallingException or XmlException or JsonException => ServiceFaultKind.Unreadable,
        AmazonServiceException { StatusCode: not 0 } => ServiceFaultKind.Refused,
        AmazonServiceException { InnerException: null } => ServiceFaultKind.Refused,
        TimeoutException or OperationCanceledException => ServiceFaultKind.TimedOut,
        HttpRequestException or SocketException or IOException or AuthenticationException => ServiceFaultKind.Unreachable,
        AmazonClientException { InnerException: null } => ServiceFaultKind.Refused,
        _ => null,
    };

    private static ServiceFault Describe(ServiceFault fault, Exception exception) => exception is AmazonServiceException answer
        ? fault with
        {
            Code = answer.ErrorCode is { Length: > 0 } code ? code : null,
            Message = answer.Message,
            Reason = Reason(answer),
            StatusCode = (int)answer.StatusCode,
            RequestId = answer.RequestId is { Length: > 0 } id ? id : null,
        }
        : fault with { Message = Words(exception) };

    private static string? Reason(AmazonServiceException exception) => exception switch
    {
        ConstraintViolationException violation => violation.Reason?.Value,
        HandshakeConstraintViolationException violation => violation.Reason?.Value,
        InvalidInputException input => input.Reason?.Value,
        _ => null,
    };

    /// <summary>What an exception and those behind it say, each thing once.</summary>
    private static string Words(Exception exception)
    {
        var words = new List<string>();
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
            if (!words.Any(said => said.Contains(cause.Message, StringComparison.OrdinalIgnoreCase)))
                words.Add(cause.Message);
        return string.Join(" ", words);
    }
}
