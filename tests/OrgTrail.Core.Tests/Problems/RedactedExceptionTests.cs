using OrgTrail.Problems;

namespace OrgTrail.Core.Tests.Problems;

public sealed class RedactedExceptionTests
{
    private const string Secret = "vTq3nWz8Lx1Rb6Ym0Kd5Jh2Gc7Pf4Sa9Ue+/DiNo";

    public RedactedExceptionTests() => Secrets.Know(Secret);

    [Fact]
    public void What_shows_no_secret_stays_what_it_is()
    {
        var cause = new HttpRequestException("No route to host.");

        Assert.Same(cause, new OrgTrailException(Problem(), cause).InnerException);
    }

    [Theory]
    [MemberData(nameof(Leaks))]
    public void What_shows_one_is_replaced(Exception cause)
    {
        var exception = new OrgTrailException(Problem(), cause);

        Assert.DoesNotContain(Secret, Everything(exception), StringComparison.Ordinal);
        Assert.NotSame(cause, exception.InnerException);
        Assert.StartsWith(cause.GetType().FullName!, exception.InnerException!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_becomes_known_later_is_taken_out_at_the_edge()
    {
        const string late = "late-9fJq2Lw7Xz4Tn1Bv6Kc3";
        var exception = new OrgTrailException(Problem() with { Why = $"It said {late}.", RequestId = late });
        Secrets.Know(late);

        var shown = Assert.IsType<OrgTrailException>(RedactedException.Of(exception));

        Assert.Equal(("It said ***.", "***", "Example"), (shown.Problem.Why, shown.Problem.RequestId, shown.Problem.Id));
        Assert.DoesNotContain(late, shown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_shows_no_secret_in_any_of_its_parts()
    {
        var problem = new Problem("Example", ProblemKind.NotFound, $"a {Secret}", $"b {Secret}") { Why = Secret, ErrorCode = Secret, RequestId = Secret };

        Assert.Equal(("a ***", "b ***", "***", "***", "***"), (problem.What, problem.Advice, problem.Why, problem.ErrorCode, problem.RequestId));
        Assert.Equal(problem, problem with { What = $"a {Secret}" });
    }

    [Fact]
    public void A_problem_commands_no_terminal() =>
        Assert.Equal("It says \uFFFD[2J\uFFFD \uFFFDx\n\tindented.", new Problem("Example", ProblemKind.NotFound, "It says \u001b[2J\u0007 \u202Ex\n\tindented.", "").What);

    // Who writes a policy chooses its texts, and who reads a verdict sees them.
    [Fact]
    public void What_is_said_of_a_statement_commands_no_terminal_and_tells_no_secret()
    {
        object[] said = [new NearMiss("acl-check", 0, "\u001b[2J", $"a {Secret}"), new PolicyFault(0, "\u001b[2J", $"a {Secret}", "b\u0007"), new BlockingStatement(0, "\u001b[2J", $"a {Secret}", ["acl-check"])];

        Assert.All(said, one =>
        {
            Assert.DoesNotContain(one.ToString()!, char.IsControl);
            Assert.DoesNotContain(Secret, one.ToString(), StringComparison.Ordinal);
            Assert.Contains("(Sid \uFFFD[2J)", one.ToString(), StringComparison.Ordinal);
        });
    }

    public static TheoryData<Exception> Leaks() =>
    [
        new HttpRequestException($"said {Secret}"),
        new InvalidOperationException("outer", new IOException($"said {Secret}")),
        new AggregateException(new IOException("first"), new IOException($"said {Secret}")),
        new FileNotFoundException("No file.", $"/home/{Secret}"),
        WithData(new InvalidOperationException("plain")),
        new HttpRequestException("The proxy tunnel request to proxy 'http://user:pw@127.0.0.1:3128/' failed", new IOException(Secret)),
    ];

    private static InvalidOperationException WithData(InvalidOperationException exception)
    {
        exception.Data["Body"] = Secret;
        exception.HelpLink = $"https://u:{Secret}@host/";
        return exception;
    }

    private static string Everything(Exception exception) => string.Join('\n',
    [
        exception.ToString(),
        .. exception.Data.Values.Cast<object>(),
        exception.InnerException is { } inner ? Everything(inner) : "",
        exception.HelpLink ?? "",
    ]);

    private static Problem Problem() => new("Example", ProblemKind.NotFound, "It broke.", "Go there.");
}
