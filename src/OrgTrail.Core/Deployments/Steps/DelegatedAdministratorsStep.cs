namespace OrgTrail.Deployments;

/// <summary>The delegated administrators. Those that are not mentioned stay.</summary>
internal sealed class DelegatedAdministratorsStep : Step
{
    private readonly IReadOnlyList<string> _missing;

    private DelegatedAdministratorsStep(DeploymentAim aim) : base(StepIds.DelegatedAdministrators, aim.Facts.Organization.Id)
    {
        var present = aim.Facts.Administrators;
        IsUnknown = !present.IsKnown;
        Before = present.Value is null ? null : string.Join(", ", present.Value);
        _missing = [.. aim.Wanted.DelegatedAdministrators.Distinct().Except(present.Value ?? aim.Wanted.DelegatedAdministrators)];
        Changes = [.. _missing.Select(account => $"register account {account}")];
    }

    /// <summary>Compares; <see langword="null"/> when none is asked for.</summary>
    public static DelegatedAdministratorsStep? For(DeploymentAim aim) => aim.Wanted.DelegatedAdministrators.Count > 0 ? new(aim) : null;

    /// <inheritdoc/>
    public override async Task ApplyAsync(DeploymentRun run, CancellationToken cancellation)
    {
        foreach (var account in _missing)
            await RegisterAsync(run, account, cancellation);
    }

    private static async Task RegisterAsync(DeploymentRun run, string account, CancellationToken cancellation)
    {
        try
        {
            await run.CallAsync(
                $"Registering delegated administrator {account}", calling => run.Trails.Delegations.RegisterAsync(account, calling), cancellation);
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id == ProblemIds.DelegatedAdministratorAlreadyRegistered)
        {
            // A moment ago it was not: this answers the repetition of a call whose own answer was lost.
        }
    }
}
