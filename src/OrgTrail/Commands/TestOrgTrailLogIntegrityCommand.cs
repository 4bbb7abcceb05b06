using System.Management.Automation;
using OrgTrail.Completion;
using OrgTrail.Connection;
using OrgTrail.Integrity;
using OrgTrail.Operations;
using OrgTrail.Sandboxes;

namespace OrgTrail.Commands;

/// <summary>Proves the logs that a trail delivered for a whole organization: that none was changed, removed or added.</summary>
/// <remarks>
/// <para>CloudTrail signs a digest every hour for each account and Region; it lists the log files of the hour by their hash, and
/// the digest in front of it. This cmdlet follows these chains for all accounts and Regions at once, in the bucket or in a
/// copy, and emits an object for each account and Region as soon as it is judged. Get-Help about_OrgTrailIntegrity tells what
/// is proved and what is not.</para>
/// <para>The verdict is Proven, Failed, or Incomplete when something could not be read or nothing was found; then the finding
/// names the missing permission, or the command that restores an archived file. Nothing is changed in AWS.</para>
/// <para>The caller needs cloudtrail:GetTrail, GetTrailStatus and ListPublicKeys, organizations:DescribeOrganization and
/// ListAccounts, s3:ListBucket and s3:GetObject on the bucket, and kms:Decrypt on the trail's key.</para>
/// </remarks>
/// <example>
/// <para>Proves all that a trail ever delivered.</para>
/// <code>Test-OrgTrailLogIntegrity acme -ProfileName management</code>
/// </example>
/// <example>
/// <para>Proves March, and shows what is wrong.</para>
/// <code>Test-OrgTrailLogIntegrity acme -StartTime 2026-03-01Z -EndTime 2026-04-01Z | Select-Object -ExpandProperty Findings</code>
/// </example>
/// <example>
/// <para>Audits regularly: each run goes on where the last one ended, and finds what was changed in between.</para>
/// <code>Test-OrgTrailLogIntegrity acme -ReceiptPath ./acme.receipt.json -Summary</code>
/// </example>
/// <example>
/// <para>Proves a bundle or a copy of the bucket, without AWS.</para>
/// <code>Test-OrgTrailLogIntegrity -Path ./evidence</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "OrgTrailLogIntegrity")]
[OutputType(typeof(IntegrityResult), typeof(IntegrityReport))]
public sealed class TestOrgTrailLogIntegrityCommand : ConnectedCmdlet
{
    /// <summary>
    /// The trail: its name, its ARN, or an object that has one, such as the trails of Get-OrgTrail and of AWS Tools'
    /// Get-CTTrail. Without it, and without -Path, every organization trail that you see is proved.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TrailARN", "Name")]
    [AllowNull, AllowEmptyString]
    [TrailIdentityTransformation]
    [ArgumentCompleter(typeof(TrailNameCompleter))]
    public TrailIdentity? Trail { get; set; }

    /// <summary>A bundle of Export-OrgTrailEvidence, as folder or zip file, or a folder that mirrors the bucket. It is proved offline.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>From when on. A time without a zone is local time. Without it, from the first digest, or from where the receipt ends.</summary>
    [Parameter]
    public DateTime? StartTime { get; set; }

    /// <summary>Up to when. A time without a zone is local time. Without it, all that there is.</summary>
    [Parameter]
    public DateTime? EndTime { get; set; }

    /// <summary>The accounts, by their 12-digit ids. Without it, all: those of the organization and those in the bucket.</summary>
    [Parameter]
    [ValidateNotNull]
    [AccountIdTransformation]
    public string[] AccountId { get; set; } = [];

    /// <summary>The Regions that the events happened in. Without it, all.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] EventRegion { get; set; } = [];

    /// <summary>
    /// A file that keeps what was proved. When it is there, the proof goes on from where it ends and finds what was cut off or
    /// written anew since; at the end it is written, atomically. A proof that was interrupted goes on from the checkpoint beside it.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReceiptPath { get; set; }

    /// <summary>One part of all accounts and Regions, for machines that share the work: 3/64 is the third of 64. Join-OrgTrailReceipt joins their receipts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Shard { get; set; } = "1/1";

    /// <summary>How many files are read at once, at most; fewer while the endpoint asks for it. 32 when it is not given.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 32;

    /// <summary>Emits one object for each trail that counts, instead of one for each account and Region.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Path ?? Trail?.ToString();

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        if (Path is { } path)
        {
            await foreach (var copy in CopiedLogs.OpenAsync(Pipeline.GetFilePath(path), Trail, cancellation))
                await EmitAsync(copy.Trail.Arn.ToString(), ProveLogs.RunAsync(copy.Evidence, copy.Trail, Request() with { HasLogs = copy.HasLogs }, Receipt(), TimeOf(null), Feedback, cancellation));
            return;
        }

        var session = await SessionAsync(Trail?.Source, cancellation);
        if (Trail is not null) await ProveAsync(session, await GetTrail.ReadAsync(session, Trail, cancellation), cancellation);
        else
            await foreach (var trail in ListTrails.RequireOrganizationTrailsAsync(session, Feedback, cancellation))
                await ProveAsync(session, trail, cancellation);
    }

    private Task ProveAsync(CloudSession session, Trail trail, CancellationToken cancellation) =>
        EmitAsync(trail.TrailARN, ProveLogs.RunAsync(session, trail, Request(), Receipt(), SessionSandbox.TimeOf(session.Options), Feedback, cancellation));

    private async Task EmitAsync(string trailArn, IAsyncEnumerable<IntegrityResult> proof)
    {
        var results = new List<IntegrityResult>();
        await foreach (var result in proof)
        {
            if (Summary) results.Add(result);
            else WriteObject(result);
        }

        if (Summary) WriteObject(IntegrityReport.Of(trailArn, results));
    }

    private ProofRequest Request() => ProofRequest.Of(StartTime, EndTime, AccountId, EventRegion, Shard, ThrottleLimit);

    private string? Receipt() => ReceiptPath is null ? null : Pipeline.GetFilePath(ReceiptPath);
}
