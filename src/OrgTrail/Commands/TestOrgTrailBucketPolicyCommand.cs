using System.Management.Automation;
using OrgTrail.Completion;
using OrgTrail.Connection;
using OrgTrail.Files;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Tells whether a bucket policy lets CloudTrail deliver for an organization trail, and if not, why.</summary>
/// <remarks>
/// <para>Decides by IAM's evaluation logic, for the calls that CloudTrail makes: acl-check, management-write and
/// organization-write. Tells which of them nothing allows, which Deny is in the way and by which condition, what is
/// weaker than it should be, and what AWS does not document. A policy that Amazon S3 would refuse when it is put is never
/// sufficient: Invalid names what S3 would refuse it for.</para>
/// <para>Judges the bucket's live policy unless -Policy or -Path gives another one. Nothing is sent when a policy and all
/// ids are given.</para>
/// </remarks>
/// <example>
/// <para>Judges the live policy of the bucket that a trail delivers to.</para>
/// <code>Get-OrgTrail acme | Test-OrgTrailBucketPolicy</code>
/// </example>
/// <example>
/// <para>Judges a file before anybody attaches it.</para>
/// <code>Test-OrgTrailBucketPolicy -Path policy.json -BucketName acme-audit -TrailName acme -OrganizationId o-exampleorgid -ManagementAccountId 111111111111 -HomeRegion us-east-1</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "OrgTrailBucketPolicy")]
[OutputType(typeof(PolicyVerdict))]
public sealed class TestOrgTrailBucketPolicyCommand : ConnectedCmdlet
{
    /// <summary>The policy: what Get- or New-OrgTrailBucketPolicy emits, or JSON text. The bucket's live policy when neither it nor -Path is given.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowEmptyString]
    [PolicyInputTransformation(typeof(BucketPolicy))]
    public BucketPolicy? Policy { get; set; }

    /// <summary>A file with the policy as JSON text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The trail, as Get-OrgTrail emits it, with its bucket, prefix, key and home Region.</summary>
    [Parameter(ValueFromPipeline = true)]
    public Trail? Trail { get; set; }

    /// <summary>The bucket.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("S3BucketName")]
    [AllowEmptyString]
    public string? BucketName { get; set; }

    /// <summary>The trail's name.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [AllowEmptyString]
    public string? TrailName { get; set; }

    /// <summary>What stands before AWSLogs/ in the keys of log files; nothing when it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? S3KeyPrefix { get; set; }

    /// <summary>The id of the organization; looked up when it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? OrganizationId { get; set; }

    /// <summary>The 12-digit id of the management account; looked up when it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? ManagementAccountId { get; set; }

    /// <summary>The trail's home Region; the Region of the connection when it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? HomeRegion { get; set; }

    /// <summary>The KMS key of the trail; it decides by which encryption CloudTrail writes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? KmsKeyId { get; set; }

    /// <summary>Whether the trail delivers digests too; $true when it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("LogFileValidationEnabled")]
    public bool? EnableLogFileValidation { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => BucketName;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var from = (CloudObject?)Trail ?? Policy;
        var request = new EvaluateBucketPolicy.Request
        {
            Policy = Path is null ? Policy?.Policy : await TextFile.ReadAsync(Pipeline.GetFilePath(Path), cancellation),
            IsLive = Path is null && Policy is { IsLive: true } live && live.BucketName == BucketName,
            BucketName = BucketName,
            TrailName = TrailName,
            S3KeyPrefix = S3KeyPrefix,
            OrganizationId = OrganizationId,
            ManagementAccountId = ManagementAccountId,
            HomeRegion = HomeRegion,
            KmsKeyId = KmsKeyId,
            EnableLogFileValidation = EnableLogFileValidation ?? true,
        };
        WriteConnected(await EvaluateBucketPolicy.RunAsync(() => SessionAsync(from, cancellation), request, TimeOf(from), Feedback, cancellation), from);
    }
}
