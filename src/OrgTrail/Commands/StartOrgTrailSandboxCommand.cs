using System.Management.Automation;
using System.Management.Automation.Runspaces;
using OrgTrail.Completion;
using OrgTrail.Pipeline;
using OrgTrail.Sandbox;
using OrgTrail.Sandboxes;

namespace OrgTrail.Commands;

/// <summary>Starts an AWS on loopback for trying and testing, and points this session at it.</summary>
/// <remarks>
/// <para>The sandbox knows AWS Organizations, CloudTrail, and of S3, STS, KMS, IAM, SNS and CloudWatch Logs what
/// organization trails touch, with AWS's rules and refusals. It listens on loopback only, and runs in this process.</para>
/// <para>Until Stop-OrgTrailSandbox, the environment variables by which AWS SDKs, AWS Tools and the AWS CLI find endpoint,
/// keys and Region point at it; then they are restored, those that were set in the meantime included. The keys belong to the
/// management account; an access key that is a 12-digit account id acts for that account.</para>
/// <para>Nothing else leads out of it: removing the module or importing it again does not, $StoredAWSCredentials and
/// $StoredAWSRegion do not count, and where it is not certain that a command stays inside, as when the environment was
/// changed or the sandbox has ended with another process, every cmdlet refuses until Stop-OrgTrailSandbox or a new start.</para>
/// </remarks>
/// <example>
/// <para>Tries the whole set-up without an AWS account.</para>
/// <code>$sandbox = Start-OrgTrailSandbox
/// aws s3api create-bucket --bucket acme-audit
/// Enable-OrgTrustedAccess | New-OrgTrailBucketPolicy acme-audit acme | Set-OrgTrailBucketPolicy | New-OrgTrail -StartLogging
/// $sandbox.Advance('02:00')
/// Get-OrgTrail | Get-OrgTrailStatus
/// Stop-OrgTrailSandbox</code>
/// </example>
/// <example>
/// <para>Tests a runbook with Pester, offline.</para>
/// <code>Describe 'Our audit runbook' {
///     BeforeAll { $sandbox = Start-OrgTrailSandbox -Account 3 -Bucket acme-audit }
///     AfterAll { Stop-OrgTrailSandbox }
///
///     It 'leaves one organization trail that logs' {
///         ./Enable-Audit.ps1 -BucketName acme-audit
///
///         (Get-OrgTrail | Get-OrgTrailStatus).IsLogging | Should -Be $true
///     }
/// }</code>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "OrgTrailSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(Sandboxes.Sandbox))]
public sealed class StartOrgTrailSandboxCommand : AsyncCmdlet
{
    private readonly Runspace? _runspace = Runspace.DefaultRunspace;

    /// <summary>How many accounts the organization has, the management account among them: 1 to 10000.</summary>
    [Parameter]
    [Alias("AccountCount")]
    public int Account { get; set; } = 10;

    /// <summary>The Regions that exist; the session uses the first. Five of AWS's when it is not given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Region { get; set; }

    /// <summary>What all ids that are random follow from: the same seed, the same ids.</summary>
    [Parameter]
    public int Seed { get; set; } = 1;

    /// <summary>The port on loopback; a free one when it is not given.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>Begins without an organization; aws organizations create-organization makes one.</summary>
    [Parameter]
    public SwitchParameter NoOrganization { get; set; }

    /// <summary>A file with the state to begin with, as the method SaveState of the emitted object writes it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StateFile { get; set; }

    /// <summary>Buckets that exist from the beginning, in the first Region, in the management account.</summary>
    [Parameter]
    public string[] Bucket { get; set; } = [];

    /// <summary>How much time passes at once, after the start or in the sandbox that runs already: CloudTrail delivers for it.</summary>
    [Parameter]
    public TimeSpan Advance { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var sandbox = SessionSandbox.Current;
        if (sandbox is null || Advance == TimeSpan.Zero)
        {
            if (!await ShouldAsync("this session", "Start sandbox", ["the environment variables of AWS point at it until Stop-OrgTrailSandbox"])) return;
            sandbox = SessionSandbox.Start(Options(), Bucket, _runspace);
        }

        if (Advance != TimeSpan.Zero) sandbox.AdvanceUntil(Advance, cancellation);
        WriteObject(sandbox);
    }

    private SandboxOptions Options() => new()
    {
        AccountCount = Account,
        Regions = Region,
        Seed = Seed,
        Port = Port,
        Organization = !NoOrganization,
        StateFile = StateFile is null ? null : Pipeline.GetFilePath(StateFile),
    };
}
