namespace OrgTrail.Deployments;

/// <summary>Trusted access for CloudTrail.</summary>
internal sealed class TrustedAccessStep : Step
{
    /// <summary>Compares.</summary>
    public TrustedAccessStep(DeploymentAim aim) : base(StepIds.TrustedAccess, aim.Facts.Organization.Id)
    {
        var trust = aim.Facts.Trust;
        IsUnknown = !trust.IsKnown;
        Before = IsUnknown ? null : trust.Value is null ? "off" : "on";
        if (trust is { IsKnown: true, Value: null })
            Changes = [$"{TrustedAccess.CloudTrail} gets trusted access to all accounts of the organization"];
    }

    /// <inheritdoc/>
    public override async Task ApplyAsync(DeploymentRun run, CancellationToken cancellation)
    {
        await run.CallAsync(
            "Enabling trusted access",
            calling => run.Cloud.Organizations.EnableTrustedServiceAsync(TrustedAccess.CloudTrail, calling),
            cancellation);
        run.Fresh.TrustedAccess = true;
    }
}
