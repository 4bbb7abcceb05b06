using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>Lets one trail into one policy, grant by grant, by changing as little as possible.</summary>
/// <param name="policy">The policy.</param>
/// <param name="trail">The trail.</param>
/// <param name="existingTrailArns">The trails that exist; <see langword="null"/> when that is not known.</param>
internal sealed class GrantMerge(PolicyDocument policy, TrailArn trail, IReadOnlyCollection<string>? existingTrailArns)
{
    private readonly List<string> _changes = [];

    /// <summary>What was changed, one sentence a change.</summary>
    internal IReadOnlyList<string> Changes => _changes;

    internal PolicyDocument Policy { get; } = policy;

    internal string TrailArn { get; } = trail.ToString();

    /// <summary>The trails that count as existing: those that do, and those that are wanted. <see langword="null"/> when it is not known which do.</summary>
    internal static IReadOnlyCollection<string>? Existing(IReadOnlyCollection<string>? existingTrailArns, IEnumerable<TrailArn> wanted) =>
        existingTrailArns is null ? null : [.. existingTrailArns, .. wanted.Select(trail => trail.ToString())];

    /// <summary>Makes the policy allow something.</summary>
    /// <param name="grant">What is to be allowed, and the statement that does it.</param>
    /// <param name="candidates">The statements that allow it for other trails, and would for this one by naming it, too.</param>
    internal void Provide(TrailGrant grant, IEnumerable<Statement> candidates)
    {
        if (CallDecision.Make(Policy, grant.Call).Allowed == Truth.True)
        {
            return;
        }

        var found = candidates.ToArray();
        if ((Array.Find(found, statement => SourceArns.Of(statement).Any(IsOutdated)) ?? found.FirstOrDefault()) is { } statement)
        {
            Extend(statement);
        }
        else
        {
            var sid = Sids.Unique(Policy, grant.Sid);
            Policy.Append(grant.ToJson(sid, TrailArn));
            Note($"add statement {sid}");
        }
    }

    /// <summary>
    /// Whether an ARN is that of this trail with another home Region, and no trail has it any more. Only the caller can know:
    /// two trails of one name in two Regions are two trails. A trail of that name in another account is somebody else's.
    /// </summary>
    internal bool IsOutdated(string arn) =>
        existingTrailArns is not null
        && arn != TrailArn
        && !existingTrailArns.Contains(arn)
        && Trails.TrailArn.TryParse(arn, out var parsed, out _)
        && parsed.Name == trail.Name
        && parsed.AccountId == trail.AccountId;

    /// <summary>Takes down a change.</summary>
    internal void Note(string change) => _changes.Add(change);

    private void Extend(Statement statement)
    {
        var before = SourceArns.Of(statement);
        var outdated = before.Where(IsOutdated).ToArray();
        SourceArns.Set(statement, [.. before.Except(outdated), TrailArn]);
        Note(outdated.Length == 0
            ? $"update {statement.Label}: {SourceArns.Key} gains {TrailArn}"
            : $"update {statement.Label}: {SourceArns.Key} {string.Join(", ", outdated)} becomes {TrailArn}");
    }
}
