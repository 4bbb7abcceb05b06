using OrgTrail.Policies;

namespace OrgTrail.Deployments;

/// <summary>The policy of the KMS key that lets CloudTrail encrypt; statements of others stay.</summary>
internal sealed class KeyPolicyStep : Step
{
    private readonly string _region;
    private readonly KeyPlan _plan;

    private KeyPolicyStep(KeyFacts facts, KeyPlan plan, string target, string region) : base(StepIds.KeyPolicy, target)
    {
        _region = region;
        _plan = plan;
        IsUnknown = plan.Policy is null;
        Before = facts.Policy.Value;
        Changes = plan.Policy?.Changes ?? [];
    }

    /// <summary>Compares; <see langword="null"/> when the trail shall use no key.</summary>
    public static KeyPolicyStep? For(DeploymentAim aim, KeyPlan plan) =>
        aim.Facts.Key is { } facts ? new(facts, plan, aim.KmsKeyId!, facts.Key.Value?.Region ?? aim.Arn.Region) : null;

    /// <inheritdoc/>
    public override Task ApplyAsync(DeploymentRun run, CancellationToken cancellation) => run.CallAsync(
        $"Writing the policy of key {Target}",
        new PolicyWrite(LivePolicy.Of(run.Cloud.KeysIn(_region), Target), _plan.MergeInto) { BackUp = policy => run.BackUp(Target, policy) }.ApplyAsync,
        cancellation);
}
