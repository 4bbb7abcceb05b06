using System.Management.Automation;
using OrgTrail.Pipeline;

namespace OrgTrail.Tests.Errors;

public sealed class ErrorTableTests
{
    [Theory]
    [InlineData(ProblemKind.InvalidInput, ErrorCategory.InvalidArgument)]
    [InlineData(ProblemKind.NotFound, ErrorCategory.ObjectNotFound)]
    [InlineData(ProblemKind.AlreadyExists, ErrorCategory.ResourceExists)]
    [InlineData(ProblemKind.PermissionDenied, ErrorCategory.PermissionDenied)]
    [InlineData(ProblemKind.Authentication, ErrorCategory.AuthenticationError)]
    [InlineData(ProblemKind.InvalidState, ErrorCategory.InvalidOperation)]
    [InlineData(ProblemKind.LimitExceeded, ErrorCategory.LimitsExceeded)]
    [InlineData(ProblemKind.Conflict, ErrorCategory.ResourceBusy)]
    [InlineData(ProblemKind.Throttled, ErrorCategory.ResourceUnavailable)]
    [InlineData(ProblemKind.ConnectionFailed, ErrorCategory.ConnectionError)]
    [InlineData(ProblemKind.TimedOut, ErrorCategory.OperationTimeout)]
    [InlineData(ProblemKind.ServiceFailed, ErrorCategory.ProtocolError)]
    public void Each_kind_of_problem_has_its_category(ProblemKind kind, ErrorCategory category) =>
        Assert.Equal(category, ErrorTable.From(Problem(kind), null).Category);

    [Fact]
    public void No_kind_of_problem_was_forgotten() =>
        Assert.All(Enum.GetValues<ProblemKind>(), kind => Assert.NotEqual(ErrorCategory.NotSpecified, ErrorTable.From(Problem(kind), null).Category));

    [Fact]
    public void An_error_carries_id_advice_and_target()
    {
        var error = ErrorTable.From(Problem(ProblemKind.NotFound), "acme");

        Assert.Equal(("Example", "Go there.", (object)"acme"), (error.Id, error.RecommendedAction, error.Target));
    }

    [Theory]
    [InlineData(null, null, "It broke. It was old.")]
    [InlineData("TrailNotFoundException", null, "It broke. It was old. (TrailNotFoundException)")]
    [InlineData(null, "1-2-3", "It broke. It was old. (request id 1-2-3)")]
    [InlineData("TrailNotFoundException", "1-2-3", "It broke. It was old. (TrailNotFoundException, request id 1-2-3)")]
    public void The_message_shows_what_the_service_said(string? code, string? request, string message)
    {
        var problem = Problem(ProblemKind.NotFound).Problem with { Why = "It was old.", ErrorCode = code, RequestId = request };

        Assert.Equal(message, ErrorTable.From(new OrgTrailException(problem), null).Message);
    }

    private static OrgTrailException Problem(ProblemKind kind) => new(new Problem("Example", kind, "It broke.", "Go there."));
}
