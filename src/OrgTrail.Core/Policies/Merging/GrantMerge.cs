using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>
/// Lets one trail into one policy, grant by grant, by changing as little as possible. What others may do stays: nothing is
/// restricted, since nobody knows from a policy which other trails live on a statement.
/// </summary>
/// <param name="policy">The policy.</param>
/// <param name="trail">The trail.</param>
/// <param name="existingTrailArns">The trails that exist; <see langword="null"/> when that is not known.</param>
internal sealed class GrantMerge(PolicyDocument policy, TrailArn trail, IReadOnlyCollection<string>? existingTrailArns)
{
    private readonly List<string> _changes = [];
    private readonly string _trailArn = trail.ToString();

    /// <summary>The trails that count as existing: those that do, and those that are wanted. <see langword="null"/> when it is not known which do.</summary>
    internal static IReadOnlyCollection<string>? Existing(IReadOnlyCollection<string>? existingTrailArns, IEnumerable<TrailArn> wanted) =>
        existingTrailArns is null ? null : [.. existingTrailArns, .. wanted.Select(trail => trail.ToString())];

    /// <summary>Makes the policy allow something.</summary>
    /// <param name="grants">What is to be allowed, and the statements that do it.</param>
    /// <returns>What was changed, one sentence a change.</returns>
    internal IReadOnlyList<string> Provide(params IEnumerable<TrailGrant> grants)
    {
        foreach (var grant in grants)
        {
            Provide(grant);
        }

        return _changes;
    }

    private void Provide(TrailGrant grant)
    {
        if (CallDecision.Make(policy, grant.Call).Allowed == Truth.True)
        {
            return;
        }

        var found = ExtendableStatement.Find(policy, grant, _trailArn).ToArray();
        if ((Array.Find(found, statement => SourceArns.Of(statement).Any(IsOutdated)) ?? found.FirstOrDefault()) is { } statement)
        {
            Extend(statement);
        }
        else
        {
            var sid = Sids.Unique(policy, grant.Sid);
            policy.Append(grant.ToJson(sid, _trailArn));
            _changes.Add($"add statement {sid}");
        }
    }

    /// <summary>
    /// Whether an ARN is that of this trail with another home Region, and no trail has it any more. Only the caller can know:
    /// two trails of one name in two Regions are two trails. A trail of that name in another account is somebody else's.
    /// </summary>
    private bool IsOutdated(string arn) =>
        existingTrailArns is not null
        && arn != _trailArn
        && !existingTrailArns.Contains(arn)
        && TrailArn.TryParse(arn, out var parsed, out _)
        && parsed.Name == trail.Name
        && parsed.AccountId == trail.AccountId;

    private void Extend(Statement statement)
    {
        var outdated = SourceArns.Of(statement).Where(IsOutdated).ToArray();
        SourceArns.Admit(statement, _trailArn, IsOutdated);
        _changes.Add(outdated.Length == 0
            ? $"update {statement.Label}: {SourceArns.Key} gains {_trailArn}"
            : $"update {statement.Label}: {SourceArns.Key} {string.Join(", ", outdated)} becomes {_trailArn}");
    }
}
