using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Ports;

namespace OrgTrail.Deployments;

/// <summary>A deployment while its steps are done: what they share, and what one tells the next.</summary>
/// <param name="session">The connection.</param>
/// <param name="aim">What is wanted and what is there.</param>
/// <param name="time">The clock of waits for changes to spread.</param>
/// <param name="feedback">Told what is waited for.</param>
/// <param name="folder">Where policies are kept before they are replaced; <see langword="null"/> for nowhere.</param>
internal sealed class DeploymentRun(CloudSession session, DeploymentAim aim, TimeProvider time, IFeedback feedback, BackupFolder? folder)
{
    private readonly List<PolicyBackup> _backups = [];

    /// <summary>AWS.</summary>
    public ICloud Cloud => session.Cloud;

    /// <summary>The connection.</summary>
    public CloudSession Session => session;

    /// <summary>The clock of waits.</summary>
    public TimeProvider Time => time;

    /// <summary>Told what is waited for.</summary>
    public IFeedback Feedback => feedback;

    /// <summary>What is wanted and what is there.</summary>
    public DeploymentAim Aim => aim;

    /// <summary>CloudTrail in the trail's home Region.</summary>
    public ITrails Trails => session.Cloud.TrailsIn(aim.Arn.Region);

    /// <summary>The trail, as soon as it is there.</summary>
    public Trail? Trail { get; set; } = aim.Present;

    /// <summary>What has been changed in this run, and may take a while to be seen everywhere.</summary>
    public required Freshness Fresh { get; init; }

    /// <summary>The policies that were replaced.</summary>
    public IReadOnlyList<PolicyBackup> Backups => _backups;

    /// <summary>By what CloudTrail is told which trail is meant.</summary>
    public string Address => Trail is null ? aim.Arn.ToString() : TrailFinder.AddressOf(Trail);

    /// <summary>Makes a call, again and again while it is refused for what this run has changed a moment ago.</summary>
    public Task<T> CallAsync<T>(string activity, Func<CancellationToken, Task<T>> call, CancellationToken cancellation) =>
        new PropagationRetry(Time, Feedback).CallAsync(activity, call, Fresh.Explains, cancellation);

    /// <summary>The same, for a call that answers nothing.</summary>
    public Task CallAsync(string activity, Func<CancellationToken, Task> call, CancellationToken cancellation) =>
        new PropagationRetry(Time, Feedback).CallAsync(activity, call, Fresh.Explains, cancellation);

    /// <summary>Keeps a policy that is about to be replaced, once though the write may be tried several times.</summary>
    /// <param name="resource">The ARN of what has it.</param>
    /// <param name="policy">The policy.</param>
    public PolicyBackup BackUp(string resource, string policy)
    {
        if (_backups.Find(backup => backup.Resource == resource && backup.Policy == policy) is { } kept) return kept;
        var made = new PolicyBackup(resource, policy, folder?.Save(resource, policy));
        _backups.Add(made);
        return made;
    }
}
