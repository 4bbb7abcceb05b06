using OrgTrail.Trails;

namespace OrgTrail.Integrity;

/// <summary>What is to be proved, and what is known of the trail.</summary>
/// <param name="Trail">The trail.</param>
internal sealed record ProofScope(TrailArn Trail)
{
    /// <summary>From when on; <see langword="null"/> from the beginning.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Up to when; <see langword="null"/> for all there is.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>When CloudTrail last delivered a digest; <see langword="null"/> when that is not known.</summary>
    public DateTimeOffset? LatestDigest { get; init; }

    /// <summary>When logging was last stopped.</summary>
    public DateTimeOffset? Stopped { get; init; }

    /// <summary>When logging was last started.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>Whether log files are there to be read.</summary>
    public bool HasLogs { get; init; } = true;
}
