using System.Management.Automation;

namespace OrgTrail.Pipeline;

/// <summary>An error that a cmdlet reports.</summary>
/// <param name="Id">What <c>FullyQualifiedErrorId</c> starts with. Scripts may depend on it.</param>
/// <param name="Category">PowerShell's category.</param>
/// <param name="Message">What the user reads.</param>
/// <param name="RecommendedAction">What to do next.</param>
/// <param name="Exception">What was thrown.</param>
/// <param name="Target">What the cmdlet was working on.</param>
internal sealed record CmdletError(
    string Id,
    ErrorCategory Category,
    string Message,
    string? RecommendedAction,
    Exception Exception,
    object? Target)
{
    /// <summary>The error as PowerShell wants it.</summary>
    internal ErrorRecord ToErrorRecord() => new(Exception, Id, Category, Target)
    {
        ErrorDetails = new ErrorDetails(Message) { RecommendedAction = RecommendedAction ?? "" },
    };
}
