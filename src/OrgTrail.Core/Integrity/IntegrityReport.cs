using OrgTrail.Connection;
using OrgTrail.Health;

namespace OrgTrail;

/// <summary>What the proof of a whole trail came to.</summary>
public sealed class IntegrityReport : CloudObject
{
    /// <summary>The trail's ARN.</summary>
    public required string TrailARN { get; init; }

    /// <summary>Whether everything that was asked for is proved. Never when nothing was found.</summary>
    public required bool Proven { get; init; }

    /// <summary>How many accounts in Regions were looked at.</summary>
    public required int Chains { get; init; }

    /// <summary>How many of them are <see cref="IntegrityVerdict.Failed"/>.</summary>
    public required int Failed { get; init; }

    /// <summary>How many of them are <see cref="IntegrityVerdict.Incomplete"/>.</summary>
    public required int Incomplete { get; init; }

    /// <summary>How many accounts there are among them.</summary>
    public required int Accounts { get; init; }

    /// <summary>How many digests were proved.</summary>
    public required long Digests { get; init; }

    /// <summary>How many log files were proved.</summary>
    public required long Logs { get; init; }

    /// <summary>How many bytes these log files have, uncompressed.</summary>
    public required long Bytes { get; init; }

    /// <summary>Up to when the logs of every account and Region are proved; <see langword="null"/> when nothing is.</summary>
    public DateTimeOffset? ProvenTo { get; init; }

    /// <summary>The results that are not <see cref="IntegrityVerdict.Proven"/>, those that failed first.</summary>
    public IReadOnlyList<IntegrityResult> Failures { get; init => field = new Listed<IntegrityResult>(value); } = new Listed<IntegrityResult>([]);

    /// <summary>The report of results.</summary>
    /// <param name="trailArn">The trail.</param>
    /// <param name="results">The results of all its accounts and Regions.</param>
    public static IntegrityReport Of(string trailArn, IReadOnlyCollection<IntegrityResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var open = results.Where(result => result.Verdict != IntegrityVerdict.Proven)
            .OrderBy(result => result.Verdict).ThenBy(result => result.AccountId, StringComparer.Ordinal).ThenBy(result => result.Region, StringComparer.Ordinal).ToArray();
        return new()
        {
            TrailARN = trailArn,
            Proven = results.Count > 0 && open.Length == 0,
            Chains = results.Count,
            Failed = open.Count(result => result.Verdict == IntegrityVerdict.Failed),
            Incomplete = open.Count(result => result.Verdict == IntegrityVerdict.Incomplete),
            Accounts = results.Select(result => result.AccountId).Distinct().Count(),
            Digests = results.Sum(result => result.Digests),
            Logs = results.Sum(result => result.Logs),
            Bytes = results.Sum(result => result.Bytes),
            ProvenTo = results.Count > 0 && results.All(result => result.ProvenTo is not null) ? results.Min(result => result.ProvenTo) : null,
            Failures = open,
        };
    }

    /// <summary>The report in one line.</summary>
    public override string ToString() =>
        $"{(Proven ? "Proven" : "Not proven")}: {Chains} chains, {Digests} digests, {Logs} logs; {Failed} failed, {Incomplete} incomplete";
}
