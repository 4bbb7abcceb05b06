using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>Lets one trail into one policy, by changing as little as possible.</summary>
internal sealed class TrailMerge(PolicyDocument policy, TrailDelivery delivery)
{
    private readonly List<string> _changes = [];
    private readonly string _trailArn = delivery.Trail.ToString();

    /// <summary>Changes the policy.</summary>
    /// <returns>What was changed, one sentence a change.</returns>
    internal IReadOnlyList<string> Apply()
    {
        foreach (var own in OwnStatements().Where(own => own.HasOutdatedFolders()))
        {
            _changes.Add(own.RenewFolders());
        }

        foreach (var own in OwnStatements().Where(own => own.SourceArns.Count == 0 && IsOursAlone(own)))
        {
            Tighten(own);
        }

        foreach (var grant in TrailGrant.For(delivery))
        {
            Provide(grant);
        }

        return _changes;
    }

    private IEnumerable<OwnStatement> OwnStatements() =>
        policy.Statements.Select(statement => OwnStatement.Recognize(statement, delivery)).OfType<OwnStatement>();

    // The check of the ACL is shared by all trails that deliver to the bucket. Where others write too, only their owners
    // know which trails they are.
    private bool IsOursAlone(OwnStatement own) => !own.IsAclCheck || !policy.Statements.Any(LetsOthersWrite);

    private bool LetsOthersWrite(Statement statement) =>
        statement.Allows
        && PrincipalMatch.Of(statement, TrailCaller.Service).Means == Truth.True
        && StatementEvaluator.MeansAction(statement.Actions, TrailCalls.PutObject)
        && OwnStatement.Recognize(statement, delivery) is null;

    private void Tighten(OwnStatement own)
    {
        string[] arns = [.. OwnStatements().SelectMany(other => other.SourceArns).Where(arn => !IsOutdated(arn)).Append(_trailArn).Distinct()];
        own.SetSourceArns(arns);
        _changes.Add($"update {own.Statement.Label}: aws:SourceArn becomes {string.Join(", ", arns)}; it had none before");
    }

    private void Provide(TrailGrant grant)
    {
        if (IsAllowed(grant))
        {
            return;
        }

        var candidates = OwnStatements().Where(own => own.SourceArns.Count > 0 && own.Serves(grant)).ToArray();
        var own = Array.Find(candidates, candidate => candidate.SourceArns.Any(IsOutdated)) ?? candidates.FirstOrDefault();
        if (own is null)
        {
            Add(grant);
        }
        else
        {
            Extend(own);
        }
    }

    private bool IsAllowed(TrailGrant grant) =>
        CallDecision.Make(policy, TrailCalls.For(delivery, kmsKeyId: null, logFileValidation: true).Single(call => call.Name == grant.Call)).Allowed == Truth.True;

    private void Extend(OwnStatement own)
    {
        var outdated = own.SourceArns.Where(IsOutdated).ToArray();
        own.SetSourceArns([.. own.SourceArns.Except(outdated), _trailArn]);
        _changes.Add(outdated.Length == 0
            ? $"update {own.Statement.Label}: aws:SourceArn gains {_trailArn}"
            : $"update {own.Statement.Label}: aws:SourceArn {string.Join(", ", outdated)} becomes {_trailArn}");
    }

    // The same trail with another home Region: a trail is recognised by its name. A trail of that name in another account
    // is somebody else's.
    private bool IsOutdated(string arn) =>
        arn != _trailArn && TrailArn.TryParse(arn, out var parsed, out _) && parsed.Name == delivery.Trail.Name && parsed.AccountId == delivery.ManagementAccountId;

    private void Add(TrailGrant grant)
    {
        var sid = UniqueSid(grant.Sid);
        policy.Append(grant.ToJson(sid, _trailArn));
        _changes.Add($"add statement {sid}");
    }

    // Sids are unique in a policy and have letters and digits only (IAM user guide, "Sid").
    private string UniqueSid(string wanted)
    {
        var taken = policy.Statements.Select(statement => statement.Sid).ToHashSet();
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? wanted : $"{wanted}{n}").First(sid => !taken.Contains(sid));
    }
}
