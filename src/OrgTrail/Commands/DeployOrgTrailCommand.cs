using System.Management.Automation;
using OrgTrail.Deployments;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Leads an organization, from nothing or from half-done, to a working organization trail.</summary>
/// <remarks>
/// <para>Reads everything first, then makes right what is not, in this order: all features (checked only), trusted access,
/// bucket, bucket policy, key policy, trail, event selectors, insight selectors, tags, delegated administrators, logging,
/// and a look back. What is right already stays, statements of others in policies too, so that a second run sends no
/// write. What you do not say stays as it is; an organization trail for all Regions with log file validation is what you
/// get otherwise.</para>
/// <para>The wanted state comes from the parameters or from a file, never from both: see about_OrgTrailDeployment. What
/// stands in the way is said before anything is changed, all at once: a second organization trail, Control Tower's trail,
/// a bucket of somebody else, a key in another Region, and the like.</para>
/// <para>-WhatIf shows the differences and, when there are any, emits the deployment as it is planned: a report of drift,
/// and nothing at all when everything is right. -Confirm asks once, for the whole plan.</para>
/// <para>Two deployments of the same state at the same time both succeed: what the other one has done already is taken as it
/// is. What AWS does not know yet, asks to send more slowly, or whose answer is lost, is repeated, for up to a minute and
/// visibly.</para>
/// <para>Others may write the policies of bucket and key at the same time: each is read right before each request that
/// writes it, also before one that is repeated after an error or a lost answer, merged into as it is then, and read again
/// behind it. What somebody wrote over it is merged into again. When statements of others that were there before are gone,
/// the step fails with PolicyStatementsGone, which names them; the policy as it was before is in -BackupPath, and in the
/// Backups of the error's TargetObject. AWS knows no conditional write of policies: what somebody writes between such a
/// read and the arrival of the request behind it, some milliseconds later, is written over unseen.</para>
/// <para>A step that fails is one error, whose message says what is done and what is not, and whose TargetObject is the
/// deployment with the outcome of every step. Running the command again goes on from there.</para>
/// </remarks>
/// <example>
/// <para>Goes from nothing to a logging organization trail with a bucket of its own.</para>
/// <code>Deploy-OrgTrail acme acme-audit -CreateBucket -ProfileName management</code>
/// </example>
/// <example>
/// <para>Shows how the organization differs from a file, as a test in a pipeline.</para>
/// <code>if (Deploy-OrgTrail -Path trail.psd1 -WhatIf) { throw 'The organization trail has drifted.' }</code>
/// </example>
/// <example>
/// <para>Deploys from a file, keeps replaced policies, and checks the outcome.</para>
/// <code>Deploy-OrgTrail -Path trail.psd1 -BackupPath ./backups | Test-OrgTrail</code>
/// </example>
[Cmdlet("Deploy", "OrgTrail", SupportsShouldProcess = true)]
[OutputType(typeof(Deployment))]
public sealed partial class DeployOrgTrailCommand : TrailSettingsCmdlet
{
    private string? _file;
    private string[] _beside = [];
    private string? _backupFolder;
    private bool _isWhatIf;

    /// <summary>
    /// A file with the wanted state, in place of the parameters that describe it: a .psd1 with one hashtable, or a .json
    /// with one object, whose keys are the names of these parameters. It is data, and never executed: a .psd1 with anything
    /// beside the hashtable is refused. At most 1 MB.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>A folder in which every policy is kept, in a file of its own, before it is replaced. It must exist, and be no link; only you can read the files. Without it, replaced policies are in the Backups of the outcome only.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? BackupPath { get; set; }

    /// <summary>Moves a trail that delivers to another bucket or prefix, and changes public access, object ownership and versioning of the bucket where somebody has set them otherwise.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Allows a second organization trail, which records every event twice, and is paid for.</summary>
    [Parameter]
    public SwitchParameter AllowDuplicate { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Path ?? Name;

    private protected override void OnProcess()
    {
        base.OnProcess();
        _file = Path is null ? null : Pipeline.GetFilePath(Path);
        _backupFolder = BackupPath is null ? null : Pipeline.GetFilePath(BackupPath);
        _isWhatIf = Pipeline.IsWhatIf;
        _beside = [.. SpecificationReader.Keys.Where(key => Pipeline.GivenParameters.GetValueOrDefault(key) is not (null or SwitchParameter { IsPresent: false }))];
    }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var wanted = await WantedAsync(cancellation);
        var session = await SessionAsync(null, cancellation);
        var backups = _backupFolder is null ? null : new BackupFolder(_backupFolder, Clock);
        var deploying = new DeployTrail(session, Clock, Feedback, backups) { Force = Force, AllowDuplicate = AllowDuplicate };
        await CarryOutAsync(await deploying.PlanAsync(wanted, cancellation), cancellation);
    }

    private async Task<TrailSpecification> WantedAsync(CancellationToken cancellation)
    {
        if (_file is null) return Described();
        if (_beside.Length > 0) throw new OrgTrailException(SpecificationFileProblems.BesideFile(_beside));
        try
        {
            return SpecificationReader.Read(await DeploymentFile.ReadAsync(_file, cancellation));
        }
        catch (OrgTrailException fault)
        {
            throw new OrgTrailException(SpecificationFileProblems.In(_file, fault.Problem), fault);
        }
    }

    private async Task CarryOutAsync(Plan<Deployment> plan, CancellationToken cancellation)
    {
        if (plan.IsEmpty)
        {
            WriteVerbose($"{plan.Action}: {plan.Target} is right already, nothing was sent.");
            if (!_isWhatIf) WriteObject(plan.Current);
        }
        else if (await ShouldAsync(plan))
        {
            Tell(await plan.ApplyAsync(cancellation));
        }
        else if (_isWhatIf)
        {
            WriteObject(plan.Current);
        }
    }

    // What comes down the pipeline has succeeded; what has not is the target of its error.
    private void Tell(Deployment deployment)
    {
        if (deployment.Succeeded) WriteObject(deployment);
        else Feedback.Failure(new OrgTrailException(DeploymentProblems.Stopped(deployment)), deployment);
    }
}
