namespace OrgTrail.Sandbox;

/// <summary>
/// How much a sandbox holds. What would go beyond it is refused, so that no client, and no mistake in a script, takes the
/// memory of the machine that it runs on.
/// </summary>
internal sealed record SandboxLimits
{
    /// <summary>What the keys of all objects take in memory: some four million log files.</summary>
    public long IndexBytes { get; init; } = 1536L * 1024 * 1024;

    /// <summary>What all objects that were ever stored take on disk, replaced and deleted ones among them.</summary>
    public long ObjectBytes { get; init; } = 16L * 1024 * 1024 * 1024;

    /// <summary>The state as JSON, without objects. Ten thousand accounts in thirty Regions with a trail take 360 MB.</summary>
    public long StateBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>The refusal of what would go beyond.</summary>
    /// <param name="what">What there is too much of, as the end of a sentence.</param>
    /// <param name="cause">What brought it to light.</param>
    public static OrgTrailException Full(string what, Exception? cause = null) => new(
        new Problem("SandboxFull", ProblemKind.LimitExceeded, $"The sandbox is full: {what}.", "Delete what is not needed, or stop the sandbox and start a new one."),
        cause);
}
