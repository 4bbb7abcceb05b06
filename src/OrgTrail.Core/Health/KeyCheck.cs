namespace OrgTrail.Health;

/// <summary>A question about the KMS key of a trail. A trail without one has no trouble with it.</summary>
internal abstract class KeyCheck(string id, string title, string reason, params string[] controls) : Check(id, title, reason, controls)
{
    /// <inheritdoc/>
    public sealed override Task<Finding> JudgeAsync(TrailFacts facts) => facts.Key.Id is { } key
        ? JudgeKeyAsync(facts, key)
        : Task.FromResult(Finding.Pass("The trail uses no KMS key."));

    /// <summary>Answers the question for a trail that has a key.</summary>
    protected abstract Task<Finding> JudgeKeyAsync(TrailFacts facts, string key);
}
