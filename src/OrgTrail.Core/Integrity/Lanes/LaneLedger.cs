namespace OrgTrail.Integrity;

/// <summary>What was found and proved in a lane so far; serves many threads.</summary>
internal sealed class LaneLedger
{
    // Enough to act on; of a bucket that somebody emptied, the list would have no end.
    private const int MostFindings = 1000;

    private readonly object _gate = new();
    private readonly List<(DateTimeOffset Time, IntegrityFinding Finding)> _findings = [];
    private readonly Dictionary<(FindingKind Kind, FindingSeverity Severity), int> _more = [];

    /// <summary>How many digests are proved.</summary>
    public long Digests { get; private set; }

    /// <summary>How many log files are proved.</summary>
    public long Logs { get; private set; }

    /// <summary>How many bytes they have.</summary>
    public long Bytes { get; private set; }

    /// <summary>From when on something is proved.</summary>
    public DateTimeOffset? From { get; private set; }

    /// <summary>Up to when something is proved.</summary>
    public DateTimeOffset? To { get; private set; }

    /// <summary>Whether anything at all was found.</summary>
    public IntegrityVerdict Verdict
    {
        get
        {
            lock (_gate)
                return Has(FindingSeverity.Failure) ? IntegrityVerdict.Failed
                    : Has(FindingSeverity.Unknown) || Digests == 0 ? IntegrityVerdict.Incomplete
                    : IntegrityVerdict.Proven;
        }
    }

    /// <summary>Notes a finding.</summary>
    /// <param name="time">What it is about, in the order of time.</param>
    /// <param name="finding">The finding.</param>
    public void Add(DateTimeOffset time, IntegrityFinding finding)
    {
        lock (_gate)
        {
            if (_findings.Count < MostFindings) _findings.Add((time, finding));
            else _more[(finding.Kind, finding.Severity)] = _more.GetValueOrDefault((finding.Kind, finding.Severity)) + 1;
        }
    }

    /// <summary>Counts a digest that is proved.</summary>
    public void Count(DigestDocument digest)
    {
        lock (_gate)
        {
            Digests++;
            From = From < digest.Start ? From : digest.Start;
            To = To > digest.End ? To : digest.End;
        }
    }

    /// <summary>Counts a log file that is proved.</summary>
    public void Count(long bytes)
    {
        lock (_gate)
        {
            Logs++;
            Bytes += bytes;
        }
    }

    /// <summary>Takes back what turned out otherwise.</summary>
    public void Retract(Predicate<IntegrityFinding> isWrong)
    {
        lock (_gate) _findings.RemoveAll(item => isWrong(item.Finding));
    }

    /// <summary>The findings in the order of time; those that are too many only by number.</summary>
    public IReadOnlyList<IntegrityFinding> Findings()
    {
        lock (_gate)
            return
            [
                .. _findings.OrderBy(item => item.Time).ThenBy(item => item.Finding.Key, StringComparer.Ordinal).Select(item => item.Finding),
                .. _more.Select(more => new IntegrityFinding
                {
                    Kind = more.Key.Kind,
                    Severity = more.Key.Severity,
                    Observed = $"{more.Value:N0} findings more of this kind.",
                    Reason = $"The first {MostFindings:N0} findings of an account and Region are listed.",
                }),
            ];
    }

    private bool Has(FindingSeverity severity) => _findings.Exists(item => item.Finding.Severity == severity) || _more.Keys.Any(more => more.Severity == severity);
}
