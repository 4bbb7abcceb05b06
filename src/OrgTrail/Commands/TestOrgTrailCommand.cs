using System.Management.Automation;
using OrgTrail.Completion;
using OrgTrail.Connection;
using OrgTrail.Health;
using OrgTrail.Operations;
using OrgTrail.Sandboxes;

namespace OrgTrail.Commands;

/// <summary>Diagnoses a trail: whether it works, why not, and the command that mends it.</summary>
/// <remarks>
/// <para>Each check tells what was seen, why it matters, what mends it, and which controls of AWS Security Hub and of the
/// CIS AWS Foundations Benchmark it answers. The verdict is Pass, Warning, Fail, or Unknown for what cannot be seen from
/// this account; then the permission is named that is missing. Nothing is changed.</para>
/// <para>Runs in the management account and in delegated administrators. In a member account much stays Unknown; in the
/// account that owns the bucket, the checks of the bucket do not.</para>
/// <para>The check Coverage looks into the bucket whether something came lately from every account in every Region. It is
/// the only one that takes long: a call for each account and Region. -ExcludeCheck Coverage leaves it out. A Region that
/// accounts opt in to counts for an account from which anything ever came from there.</para>
/// <para>CIS 3.8 and 3.9, data events of S3 objects, have no check: they are paid for in every account, and
/// Get-OrgTrailEventSelector shows whether they are recorded.</para>
/// </remarks>
/// <example>
/// <para>Diagnoses every organization trail that you see.</para>
/// <code>Test-OrgTrail -ProfileName management</code>
/// </example>
/// <example>
/// <para>Shows what is wrong, and the commands that mend it.</para>
/// <code>Test-OrgTrail acme | Where-Object Verdict -in Fail, Warning | Format-List CheckId, Observed, Reason, Remedy</code>
/// </example>
/// <example>
/// <para>Fails a CI job: with exit code 1 when a check fails or could not be judged, and when there is no such trail. What
/// the credentials of the job need not see is left out by -ExcludeCheck.</para>
/// <code>$results = Test-OrgTrail acme -ErrorAction Stop
/// if ($results | Where-Object Verdict -in Fail, Unknown) { exit 1 }</code>
/// </example>
/// <example>
/// <para>Keeps the results as evidence.</para>
/// <code>$results = Test-OrgTrail acme
/// $results | ConvertTo-Json -Depth 5 -EnumsAsStrings | Set-Content health.json
/// $results | Export-Csv health.csv</code>
/// </example>
/// <example>
/// <para>Looks at logging, bucket and key of a trail only, and says in one line what that came to.</para>
/// <code>Get-OrgTrail acme | Test-OrgTrail -Check Logging, Bucket*, Key* -Summary</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "OrgTrail")]
[OutputType(typeof(CheckResult), typeof(HealthSummary))]
public sealed class TestOrgTrailCommand : ConnectedCmdlet
{
    private CheckSelection _selection = CheckSelection.All;

    /// <summary>
    /// The trail: its name, its ARN, or an object that has one, such as the trails of Get-OrgTrail and of AWS Tools'
    /// Get-CTTrail. Without it, every organization trail that you see is diagnosed.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TrailARN", "Name")]
    [AllowNull, AllowEmptyString]
    [TrailIdentityTransformation]
    [ArgumentCompleter(typeof(TrailNameCompleter))]
    public TrailIdentity? Trail { get; set; }

    /// <summary>The ids of the checks to make, with wildcards: Bucket*, Logging. All when it is not given.</summary>
    [Parameter]
    [ValidateNotNull]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CheckCompleter))]
    public string[] Check { get; set; } = [];

    /// <summary>The ids of checks to leave out, with wildcards.</summary>
    [Parameter]
    [ValidateNotNull]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CheckCompleter))]
    public string[] ExcludeCheck { get; set; } = [];

    /// <summary>Emits one object for each trail that counts the verdicts, instead of one for each check.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Trail?.ToString();

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellation)
    {
        _selection = CheckSelection.Of(Check, ExcludeCheck);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await SessionAsync(Trail?.Source, cancellation);
        if (Trail is not null)
        {
            await DiagnoseAsync(session, await GetTrail.ReadAsync(session, Trail, cancellation), cancellation);
            return;
        }

        await foreach (var trail in ListTrails.RequireOrganizationTrailsAsync(session, Feedback, cancellation))
            await DiagnoseAsync(session, trail, cancellation);
    }

    private async Task DiagnoseAsync(CloudSession session, Trail trail, CancellationToken cancellation)
    {
        var results = new List<CheckResult>();
        await foreach (var result in TrailHealth.RunAsync(session, trail, _selection, SessionSandbox.TimeOf(session.Options), Feedback, cancellation))
        {
            results.Add(result);
            if (!Summary) WriteObject(result);
        }

        if (Summary) WriteObject(session.AttachSession(HealthSummary.Of(trail, results)));
    }
}
