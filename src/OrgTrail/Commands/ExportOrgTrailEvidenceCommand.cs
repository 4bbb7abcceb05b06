using System.Management.Automation;
using OrgTrail.Completion;
using OrgTrail.Integrity;
using OrgTrail.Operations;
using OrgTrail.Sandboxes;

namespace OrgTrail.Commands;

/// <summary>Makes a bundle of evidence: digests with their signatures, public keys and the verdicts, which proves itself without AWS.</summary>
/// <remarks>
/// <para>The logs are proved as Test-OrgTrailLogIntegrity does it, and every digest that was read is kept with its metadata, which
/// a plain copy of a bucket loses. The bundle also has the public keys of CloudTrail, the receipt, the verdicts, and the trail,
/// its status and the accounts as they were read; with -IncludeLog the log files, too. Test-OrgTrailLogIntegrity -Path
/// proves it anywhere.</para>
/// <para>It emits what the proof came to. Evidence is never overwritten, and an export that is interrupted leaves nothing behind.</para>
/// </remarks>
/// <example>
/// <para>Keeps the evidence of a quarter.</para>
/// <code>Export-OrgTrailEvidence acme -DestinationPath ./2026-q1.zip -StartTime 2026-01-01Z -EndTime 2026-04-01Z</code>
/// </example>
/// <example>
/// <para>Keeps the log files of two accounts, too, and proves them on another machine.</para>
/// <code>Export-OrgTrailEvidence acme -DestinationPath ./case -AccountId 222222222222, 333333333333 -IncludeLog
/// Test-OrgTrailLogIntegrity -Path ./case</code>
/// </example>
[Cmdlet(VerbsData.Export, "OrgTrailEvidence", SupportsShouldProcess = true)]
[OutputType(typeof(IntegrityReport))]
public sealed class ExportOrgTrailEvidenceCommand : TrailCmdlet
{
    /// <summary>A folder that is not there yet, or a zip file: then it ends in .zip.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Path")]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = "";

    /// <summary>From when on. A time without a zone is local time. Without it, from the first digest.</summary>
    [Parameter]
    public DateTime? StartTime { get; set; }

    /// <summary>Up to when. A time without a zone is local time. Without it, all that there is.</summary>
    [Parameter]
    public DateTime? EndTime { get; set; }

    /// <summary>The accounts, by their 12-digit ids. Without it, all.</summary>
    [Parameter]
    [ValidateNotNull]
    [AccountIdTransformation]
    public string[] AccountId { get; set; } = [];

    /// <summary>The Regions that the events happened in. Without it, all.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] EventRegion { get; set; } = [];

    /// <summary>Keeps the log files, too. They hold what people did, and can be many.</summary>
    [Parameter]
    public SwitchParameter IncludeLog { get; set; }

    /// <summary>How many files are read at once, at most; fewer while the endpoint asks for it. 32 when it is not given.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 32;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var request = ProofRequest.Of(StartTime, EndTime, AccountId, EventRegion, "1/1", ThrottleLimit);
        var session = await TrailSessionAsync(cancellation);
        var trail = await GetTrail.ReadAsync(session, RequiredTrail, cancellation);
        var path = Pipeline.GetFilePath(DestinationPath);
        if (!await ShouldAsync(path, "Write evidence", [IncludeLog ? "digests, public keys, verdicts and log files" : "digests, public keys and verdicts"])) return;
        var report = await ExportEvidence.RunAsync(
            session, trail, request, path, IncludeLog, SessionSandbox.TimeOf(session.Options), Feedback, cancellation);
        WriteObject(session.AttachSession(report));
    }
}
