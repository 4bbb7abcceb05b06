namespace OrgTrail.Integrity;

/// <summary>What is known of a digest once those behind it are known.</summary>
/// <param name="Digest">The digest.</param>
/// <param name="IsProven">Whether CloudTrail signed what it says.</param>
/// <param name="Findings">What is wrong with it.</param>
internal sealed record Judgement(ReadDigest Digest, bool IsProven, IReadOnlyList<IntegrityFinding> Findings)
{
    /// <summary>Whether nothing is wrong with it at all.</summary>
    public bool IsSound => IsProven && Findings.Count == 0;
}
