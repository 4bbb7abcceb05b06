namespace OrgTrail.Testing;

/// <summary>What a child process left behind.</summary>
/// <param name="ExitCode">Zero for success; -1 when it was stopped at its time limit.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="TimedOut">Whether it was stopped at its time limit.</param>
public sealed record ProcessResult(int ExitCode, string Output, string Error, bool TimedOut)
{
    /// <summary>Everything it said, for the message of a failed test.</summary>
    public override string ToString() =>
        $"{(TimedOut ? "stopped at its time limit" : $"exit code {ExitCode}")}\n--- standard output\n{Output}\n--- standard error\n{Error}";
}
