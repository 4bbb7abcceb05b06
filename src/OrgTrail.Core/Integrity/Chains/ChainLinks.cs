namespace OrgTrail.Integrity;

/// <summary>
/// Follows one chain from digest to digest. What a digest says of the one in front of it counts only when it is proved
/// itself, so that one that was changed does not speak against its neighbours.
/// </summary>
/// <param name="probe">Looks for a digest that a proved one follows and that no listing showed.</param>
/// <param name="from">From when on digests must be there; <see langword="null"/> for all.</param>
/// <param name="hasGaps">Whether the chain has a digest only where something was late, so that a gap says nothing.</param>
/// <param name="stop">When logging was stopped, and started again behind it, as far as is known.</param>
internal sealed class ChainLinks(Func<DigestLink, Task<IntegrityFinding?>> probe, DateTimeOffset? from, bool hasGaps, (DateTimeOffset? Stopped, DateTimeOffset? Started) stop)
{
    // Enough to look past what was put between two digests.
    private const int Remembered = 64;
    private readonly List<Judgement> _past = [];

    /// <summary>The digest in front; <see langword="null"/> at the beginning.</summary>
    public Judgement? Last => _past.Count == 0 ? null : _past[^1];

    /// <summary>Goes on to the next digest.</summary>
    /// <returns>What is wrong between it and those in front of it.</returns>
    public async Task<IReadOnlyList<IntegrityFinding>> FollowAsync(Judgement current)
    {
        var findings = current.IsProven ? await LinkAsync(current.Digest.Document!).ConfigureAwait(false) : [];
        if (_past.Count == Remembered) _past.RemoveAt(0);
        _past.Add(current);
        return findings;
    }

    private async Task<IReadOnlyList<IntegrityFinding>> LinkAsync(DigestDocument current)
    {
        if (current.Previous is not { } link) return Last is null || hasGaps ? [] : Gap(current).ToArray();
        var place = _past.FindLastIndex(past => past.Digest.Listed.Bucket == link.Bucket && past.Digest.Listed.Key == link.Key);
        if (place >= 0) return Past(place, current).ToArray();
        if (Last is null && IsOutside(link)) return [];
        return await probe(link).ConfigureAwait(false) is { } finding ? [finding] : [];
    }

    // What stands between a digest and the one that it follows is not part of the chain, also when CloudTrail signed it.
    private IEnumerable<IntegrityFinding> Past(int place, DigestDocument current)
    {
        foreach (var between in _past.Skip(place + 1).Where(past => past.IsSound))
            yield return ChainFindings.Broken(between.Digest.Listed.Key, current.Key);
        if (_past[place] is { Digest: var digest, IsProven: true } && digest.Hash != current.Previous!.Hash)
            yield return ChainFindings.Broken(digest.Listed.Key, current.Key);
        // One that is not proved may say any time.
        if (!hasGaps && _past[place] is { IsProven: true, Digest.Document: { } previous } && previous.End < current.Start)
            yield return ChainFindings.Gap(previous.End, current.Start, isLinked: true);
    }

    private IEnumerable<IntegrityFinding> Gap(DigestDocument current)
    {
        var end = Last!.Digest.Listed.End;
        if (stop.Stopped is { } stopped && stop.Started is { } started && end + Lateness.OfFinal < stopped && stopped <= current.End && started > current.Start && started <= current.End + Lateness.OfFinal)
            yield return DigestFindings.FinalMissing(end, stopped);
        yield return ChainFindings.Gap(end, current.Start, isLinked: false);
    }

    private bool IsOutside(DigestLink link) => from is { } start && DeliveredName.Parse(link.Key) is { } name && IsBefore(name, start);

    private static bool IsBefore(DeliveredName name, DateTimeOffset start) => name.StampOf() is { } end && end < start;
}
