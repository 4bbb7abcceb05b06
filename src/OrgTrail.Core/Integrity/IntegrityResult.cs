using OrgTrail.Connection;
using OrgTrail.Health;

namespace OrgTrail;

/// <summary>What is proved about the logs of one account in one Region.</summary>
public sealed class IntegrityResult : CloudObject
{
    /// <summary>The 12-digit id of the account whose events are logged.</summary>
    public required string AccountId { get; init; }

    /// <summary>The Region that they happened in.</summary>
    public required string Region { get; init; }

    /// <summary>What the proof came to.</summary>
    public required IntegrityVerdict Verdict { get; init; }

    /// <summary>How many digests were proved.</summary>
    public required long Digests { get; init; }

    /// <summary>How many log files were proved.</summary>
    public required long Logs { get; init; }

    /// <summary>How many bytes these log files have, uncompressed.</summary>
    public required long Bytes { get; init; }

    /// <summary>From when on the logs are proved; <see langword="null"/> when nothing is.</summary>
    public DateTimeOffset? ProvenFrom { get; init; }

    /// <summary>Up to when they are proved; <see langword="null"/> when nothing is. Between the two lies what the findings name.</summary>
    public DateTimeOffset? ProvenTo { get; init; }

    /// <summary>What was found, in the order of time; empty when there is nothing to say.</summary>
    public IReadOnlyList<IntegrityFinding> Findings { get; init => field = new Listed<IntegrityFinding>(value); } = new Listed<IntegrityFinding>([]);

    /// <summary>The trail's ARN.</summary>
    public required string TrailARN { get; init; }

    /// <summary>What a receipt keeps of it.</summary>
    internal IReadOnlyList<Integrity.ProvenChain> Chains { get; init; } = [];

    /// <summary>The verdict in one line.</summary>
    public override string ToString() => $"{Verdict} {AccountId} {Region}: {Digests} digests, {Logs} logs, {Findings.Count} findings";
}
