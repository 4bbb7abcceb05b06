using System.Management.Automation;

namespace OrgTrail.Pipeline;

/// <summary>The one place where exceptions become errors of PowerShell.</summary>
internal static class ErrorTable
{
    /// <summary>The id of an error that nobody foresaw.</summary>
    internal const string UnexpectedError = "UnexpectedError";

    private const string ReportIt =
        "This is a defect of OrgTrail. Please report it with the output of: Get-Error | Out-String";

    /// <summary>The error that tells of an exception.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="target">What the cmdlet was working on.</param>
    internal static CmdletError From(Exception exception, object? target) => exception is OrgTrailException known
        ? new(known.Problem.Id, CategoryOf(known.Problem.Kind), MessageOf(known.Problem), known.Problem.Advice, known, target)
        : new(UnexpectedError, ErrorCategory.OperationStopped, exception.Message, ReportIt, exception, target);

    private static ErrorCategory CategoryOf(ProblemKind kind) => kind switch
    {
        ProblemKind.InvalidInput => ErrorCategory.InvalidArgument,
        ProblemKind.NotFound => ErrorCategory.ObjectNotFound,
        ProblemKind.AlreadyExists => ErrorCategory.ResourceExists,
        ProblemKind.PermissionDenied => ErrorCategory.PermissionDenied,
        ProblemKind.Authentication => ErrorCategory.AuthenticationError,
        ProblemKind.InvalidState => ErrorCategory.InvalidOperation,
        ProblemKind.LimitExceeded => ErrorCategory.LimitsExceeded,
        ProblemKind.Conflict => ErrorCategory.ResourceBusy,
        ProblemKind.Throttled => ErrorCategory.ResourceUnavailable,
        ProblemKind.ConnectionFailed => ErrorCategory.ConnectionError,
        ProblemKind.TimedOut => ErrorCategory.OperationTimeout,
        ProblemKind.ServiceFailed => ErrorCategory.ProtocolError,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    // AWS Support asks for the request id, and a search engine for the error code.
    private static string MessageOf(Problem problem) => (problem.ErrorCode, problem.RequestId) switch
    {
        (null, null) => problem.ToString(),
        (string code, null) => $"{problem} ({code})",
        (null, string request) => $"{problem} (request id {request})",
        (string code, string request) => $"{problem} ({code}, request id {request})",
    };
}
