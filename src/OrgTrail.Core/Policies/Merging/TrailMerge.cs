namespace OrgTrail.Policies;

/// <summary>Lets one trail into one bucket policy, by changing as little as possible.</summary>
internal sealed class TrailMerge(GrantMerge merge, TrailDelivery delivery, IReadOnlyCollection<string>? neighbourArns)
{
    private PolicyDocument Policy => merge.Policy;

    /// <summary>Changes the policy.</summary>
    internal void Apply()
    {
        foreach (var own in OwnStatements().Where(own => own.HasOutdatedFolders()))
        {
            merge.Note(own.RenewFolders());
        }

        foreach (var own in OwnStatements().Where(own => own.SourceArns.Count == 0 && IsOursAlone(own)))
        {
            if (neighbourArns is not null) Tighten(own, neighbourArns);
        }

        foreach (var grant in TrailGrant.For(delivery))
        {
            merge.Provide(grant, OwnStatements().Where(own => own.SourceArns.Count > 0 && own.Serves(grant)).Select(own => own.Statement));
        }
    }

    private IEnumerable<OwnStatement> OwnStatements() =>
        Policy.Statements.Select(statement => OwnStatement.Recognize(statement, delivery)).OfType<OwnStatement>();

    // The check of the ACL is shared by all trails that deliver to the bucket. Where others write too, only their owners
    // know which trails they are.
    private bool IsOursAlone(OwnStatement own) => !own.IsAclCheck || !Policy.Statements.Any(LetsOthersWrite);

    private bool LetsOthersWrite(Statement statement) =>
        statement.Allows
        && PrincipalMatch.Of(statement, TrailCaller.Service).Means == Truth.True
        && StatementEvaluator.MeansAction(statement.Actions, TrailCalls.PutObject)
        && OwnStatement.Recognize(statement, delivery) is null;

    private void Tighten(OwnStatement own, IReadOnlyCollection<string> neighbourArns)
    {
        string[] arns = [.. OwnStatements().SelectMany(other => other.SourceArns).Where(arn => !merge.IsOutdated(arn)).Concat(neighbourArns).Append(merge.TrailArn).Distinct()];
        SourceArns.Set(own.Statement, arns);
        merge.Note($"update {own.Statement.Label}: {SourceArns.Key} becomes {string.Join(", ", arns)}; it had none before");
    }
}
