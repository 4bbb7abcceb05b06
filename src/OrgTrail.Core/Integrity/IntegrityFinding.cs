using OrgTrail.Problems;

namespace OrgTrail;

/// <summary>One thing that the proof of logs came upon.</summary>
public sealed record IntegrityFinding
{
    /// <summary>What it is.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>What it says about the logs.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>The S3 key of the file; <see langword="null"/> when it is about the chain.</summary>
    public string? Key { get; init => field = value is null ? null : ShownText.Of(value); }

    /// <summary>What was seen.</summary>
    public required string Observed { get; init => field = ShownText.Of(value); }

    /// <summary>What it means.</summary>
    public required string Reason { get; init => field = ShownText.Of(value); }

    /// <summary>What to do next: a command, or in words.</summary>
    public string Remedy { get; init => field = ShownText.Of(value); } = "";

    /// <summary>The finding in one line.</summary>
    public override string ToString() => $"{Kind} ({Severity}): {(Key is null ? "" : $"{Key}: ")}{Observed}";
}
