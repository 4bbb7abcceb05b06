namespace OrgTrail.Sandboxes;

/// <summary>What can be wrong with a sandbox of this session. Each refuses rather than go to AWS.</summary>
internal static class SandboxProblems
{
    private const string BackOrNew = "Run Stop-OrgTrailSandbox to go back to AWS, or Start-OrgTrailSandbox for a new sandbox.";

    public static Problem Running(string endpoint) => new(
        "SandboxRunning", ProblemKind.InvalidState,
        $"A sandbox runs already, at {endpoint}.",
        "Use it, or run Stop-OrgTrailSandbox first.");

    public static Problem Gone(string endpoint) => new(
        "SandboxGone", ProblemKind.InvalidState,
        $"The sandbox that this session works in, {endpoint}, does not run any more: nothing was sent.",
        BackOrNew)
    { Why = "It ended with the process that it ran in." };

    public static Problem StoppedElsewhere(string endpoint) => new(
        "SandboxStoppedElsewhere", ProblemKind.InvalidState,
        $"The sandbox that this runspace works in, {endpoint}, was stopped by another runspace: nothing was sent.",
        BackOrNew)
    { Why = "The environment variables of the process lead to AWS again." };

    public static Problem EnvironmentChanged(string variable, string endpoint) => new(
        "SandboxEnvironmentChanged", ProblemKind.InvalidState,
        $"A sandbox runs at {endpoint}, but {variable} leads past it: nothing was sent.",
        $"Run Stop-OrgTrailSandbox to go back to AWS. To go on in the sandbox, set AWS_ENDPOINT_URL to its address and remove what {variable} says otherwise.")
    { Why = "The environment was changed while the sandbox runs." };

    public static Problem Outside(string address, string endpoint) => new(
        "OutsideSandbox", ProblemKind.InvalidState,
        $"{address} lies outside of the sandbox that runs at {endpoint}: nothing was sent.",
        "Run Stop-OrgTrailSandbox to go back to AWS, or leave -EndpointUrl out. While a sandbox runs, -EndpointUrl takes addresses of this machine only.");

    public static Problem OfAnotherRunspace(string endpoint) => new(
        "SandboxOfAnotherRunspace", ProblemKind.InvalidState,
        $"The sandbox at {endpoint} was started by another runspace of this process, which may be in the middle of its work: it was not stopped.",
        "Stop it in the runspace that started it, or with -Force.");

    public static Problem OfAnotherProcess(string endpoint) => new(
        "SandboxOfAnotherProcess", ProblemKind.InvalidState,
        $"The sandbox at {endpoint} runs in another process, from which this one has its environment variables: it was not stopped.",
        "Stop it in the session that started it. With -Force this session leaves it.");
}
