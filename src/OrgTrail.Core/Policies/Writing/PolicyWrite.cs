namespace OrgTrail.Policies;

/// <summary>
/// Merges something into a policy that others write, too, so that nothing of theirs is lost. AWS knows no conditional write
/// of policies: so the policy is read right before each request that writes it, merged into as it is then, and read again
/// behind it. What somebody writes between such a read and the arrival of the request behind it is the one thing that
/// nobody can see. All else is kept, or put back, or named in an error.
/// </summary>
/// <param name="live">The policy.</param>
/// <param name="merge">Merges into a policy as it is, which it may change. May refuse.</param>
internal sealed class PolicyWrite(LivePolicy live, Func<PolicyDocument, MergeResult> merge)
{
    // Somebody who writes as often as that does not come to an end by itself.
    private const int MostRounds = 5;

    // Amazon S3 may show for some seconds what was before (S3 user guide, "Amazon S3 data consistency model").
    private const int MostOldSights = 2;

    private readonly List<SentPolicy> _sent = [];
    // What was there when something was sent, put back, or left as it was: that is owed to others.
    private readonly List<(PolicyContent Content, string Text, PolicyBackup? Backup)> _seen = [];
    private (MergeResult Merge, PolicyContent Content) _meant;
    private bool _isSettled;
    private bool _wasInDoubt;
    private int _oldSights;

    /// <summary>Told of each policy of others that is about to be replaced, and keeps it.</summary>
    public Func<string, PolicyBackup> BackUp { get; init; } = policy => new(live.Arn, policy, Path: null);

    /// <summary>
    /// Does it, unless it is done. After a refusal that passes by itself it is called again, and goes on from what is
    /// there then.
    /// </summary>
    /// <returns>The policy that is there, and what was changed to get it.</returns>
    /// <exception cref="OrgTrailException">It was refused, or statements of others are gone. What was replaced is in <see cref="OrgTrailException.Backup"/>.</exception>
    public async Task<MergeResult> ApplyAsync(CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(cancellation);
        }
        catch (OrgTrailException refusal) when (refusal.Backup is null && _sent.LastOrDefault()?.Backup is { } backup)
        {
            throw new OrgTrailException(refusal.Problem, refusal) { Backup = backup };
        }
    }

    private async Task<MergeResult> RunAsync(CancellationToken cancellation)
    {
        for (var round = 0; ; round++)
        {
            var text = await live.ReadAsync(cancellation);
            var policy = live.Kind.Read(text);
            var there = PolicyContent.Of(policy);
            RequireNews(there);
            var putBack = Undone(there);
            var next = putBack ?? merge(policy);
            if (!next.Changed) return Settle(text, there);
            if (round == MostRounds) throw new OrgTrailException(PolicyWriteProblems.Contended(live));
            await SendAsync(text, there, next, isPutBack: putBack is not null, cancellation);
        }
    }

    private async Task SendAsync(string? text, PolicyContent there, MergeResult next, bool isPutBack, CancellationToken cancellation)
    {
        // What is ours alone need not be kept.
        var backup = string.IsNullOrEmpty(text) || _sent.Exists(sent => sent.Content.Says(there)) ? _sent.LastOrDefault()?.Backup : BackUp(text);
        var sent = new SentPolicy(next, PolicyContent.Of(next.Document ?? live.Kind.Read(next.Policy)), there, backup) { IsPutBack = isPutBack };
        var seen = isPutBack ? (sent.Content, next.Policy, null) : (there, text ?? "", backup);
        _sent.Add(sent);
        _seen.Add(seen);
        (_oldSights, _isSettled, _meant) = (0, false, (next, sent.Content));
        try
        {
            await live.WriteAsync(next.Policy, cancellation);
            sent.HasArrived = true;
        }
        catch (OrgTrailException refusal) when (!refusal.Problem.LeavesDoubt)
        {
            _sent.Remove(sent);
            // Without an earlier request that may still arrive, nothing of ours can have touched what was there.
            if (!_wasInDoubt) _seen.Remove(seen);
            throw;
        }
        catch
        {
            _wasInDoubt = true;
            throw;
        }
    }

    // What AWS has taken and does not show: either an older policy is shown, or somebody has put it back.
    private void RequireNews(PolicyContent there)
    {
        if (_sent.LastOrDefault() is { HasArrived: true } last && last.Before.Says(there) && !last.Content.Says(there) && _oldSights++ < MostOldSights)
            throw new OrgTrailException(PolicyWriteProblems.NotShown(live));
    }

    // A request that was given up may arrive behind what was there in its place since, and take away what that one knew.
    private MergeResult? Undone(PolicyContent there)
    {
        if (_sent.Find(sent => !sent.HasArrived && sent.Content.Says(there)) is not { } late) return null;
        late.HasArrived = true;
        return _meant.Content.Without(there).Any() ? _meant.Merge : null;
    }

    private MergeResult Settle(string? text, PolicyContent there)
    {
        if (_sent.Count == 0) return new(text ?? "", Changed: false, []);
        var result = new MergeResult(_sent[^1].Content.Says(there) ? _sent[^1].Merge.Policy : text ?? "", Changed: true, [.. _sent.SelectMany(sent => sent.Merge.Changes).Distinct()]);
        if (!_isSettled && _sent.Exists(sent => !sent.HasArrived))
        {
            (_isSettled, _meant) = (true, (result, there));
            _seen.Add((there, text ?? "", null));
            throw new OrgTrailException(PolicyWriteProblems.MayStillArrive(live));
        }

        RequireOthers(there);
        return result;
    }

    // Somebody else wrote over them, or took them out. They are named and not given back: they may be rights that were
    // just taken from somebody.
    private void RequireOthers(PolicyContent there)
    {
        var changed = _sent.SelectMany(sent => sent.Before.Without(sent.Content));
        var added = _sent.Where(sent => !sent.IsPutBack).SelectMany(sent => sent.Content.Without(sent.Before));
        var ours = changed.Concat(added).Select(statement => statement.Text).ToHashSet();
        foreach (var (content, text, kept) in _seen.AsEnumerable().Reverse())
            if (content.Without(there).Where(statement => !ours.Contains(statement.Text)).Select(statement => statement.Label).ToArray() is { Length: > 0 } gone)
            {
                var backup = kept ?? BackUp(text);
                throw new OrgTrailException(PolicyWriteProblems.Gone(live, gone, backup)) { Backup = backup };
            }
    }

    /// <summary>A policy that was sent.</summary>
    /// <param name="Merge">What it came from.</param>
    /// <param name="Content">What it says.</param>
    /// <param name="Before">What the one that it was to replace says.</param>
    /// <param name="Backup">That one, when it was somebody else's.</param>
    private sealed record SentPolicy(MergeResult Merge, PolicyContent Content, PolicyContent Before, PolicyBackup? Backup)
    {
        /// <summary>Whether it gives back what a request of ours took away that arrived late.</summary>
        public bool IsPutBack { get; init; }

        /// <summary>Whether AWS has said that it took it, or shows that it did.</summary>
        public bool HasArrived { get; set; }
    }
}
