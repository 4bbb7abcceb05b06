using OrgTrail.State;

namespace OrgTrail.Health;

/// <summary>A question about the KMS key of a trail. A trail without one has no trouble with it.</summary>
internal abstract class KeyCheck(string id, string title, string reason, params string[] controls) : Check(id, title, reason, controls)
{
    /// <inheritdoc/>
    public sealed override async Task<Finding> EvaluateAsync(TrailState state)
    {
        if (state.Key is not { } key) return Finding.Pass("The trail uses no KMS key.");
        try
        {
            return await EvaluateKeyAsync(state, key);
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id == ProblemIds.KmsKeyNotFound)
        {
            return Missing(state, Missing(key, await key.Region, refusal.Problem));
        }
    }

    /// <summary>Answers the question for a trail that has a key.</summary>
    protected abstract Task<Finding> EvaluateKeyAsync(TrailState state, KeyState key);

    /// <summary>Answers the question for a key that does not exist.</summary>
    protected virtual Finding Missing(TrailState state, Problem problem) =>
        Finding.Unknown(problem.ToString(), $"Test-OrgTrail -Trail {state.Trail.TrailARN} -Check KeyState") with { Details = [problem], Blocks = [problem] };

    private static Problem Missing(KeyState key, string region, Problem refusal) => refusal with
    {
        What = $"There is no KMS key {key.Id} in Region {region}.",
        Advice = "Check -KmsKeyId: the key lies in the bucket's Region, and a key of another account must be given by its ARN; -KmsKeyId '' is for none.",
    };
}
