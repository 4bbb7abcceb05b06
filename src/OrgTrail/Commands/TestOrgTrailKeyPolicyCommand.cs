using System.Management.Automation;
using OrgTrail.Completion;
using OrgTrail.Connection;
using OrgTrail.Files;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Tells whether a KMS key and its policy let CloudTrail encrypt for an organization trail, and if not, why.</summary>
/// <remarks>
/// <para>Decides by IAM's evaluation logic, for what CloudTrail does with the key: encrypt, describe and, where the bucket has
/// an S3 Bucket Key, decrypt. Tells which of them nothing allows, which Deny is in the way and by which condition, what is
/// weaker than it should be, and what AWS does not document.</para>
/// <para>Reads the live key unless -Policy or -Path gives a policy, and tells then, too, what is wrong with the key itself
/// (KeyProblems): another Region than the bucket's, not symmetric, not enabled, managed by AWS; and whether it is rotated
/// (RotationEnabled). Nothing is sent when a policy, -ManagementAccountId and -HomeRegion are given.</para>
/// </remarks>
/// <example>
/// <para>Judges the live key of a trail.</para>
/// <code>Get-OrgTrail acme | Test-OrgTrailKeyPolicy</code>
/// </example>
/// <example>
/// <para>Judges a file before anybody attaches it.</para>
/// <code>Test-OrgTrailKeyPolicy -Path policy.json -TrailName acme -ManagementAccountId 111111111111 -HomeRegion us-east-1</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "OrgTrailKeyPolicy")]
[OutputType(typeof(KeyPolicyVerdict))]
public sealed class TestOrgTrailKeyPolicyCommand : ConnectedCmdlet
{
    /// <summary>The policy: what New-OrgTrailKeyPolicy emits, or JSON text. The live key is judged when neither it nor -Path is given.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowEmptyString]
    [PolicyInputTransformation(typeof(KeyPolicy))]
    public KeyPolicy? Policy { get; set; }

    /// <summary>A file with the policy as JSON text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The trail, as Get-OrgTrail emits it, with its key, bucket and home Region.</summary>
    [Parameter(ValueFromPipeline = true)]
    public Trail? Trail { get; set; }

    /// <summary>The trail's name.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [AllowEmptyString]
    public string? TrailName { get; set; }

    /// <summary>The key: id, ARN, alias or alias ARN. An id or an alias means the bucket's Region, or that of the connection.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyId")]
    [AllowEmptyString]
    public string? KmsKeyId { get; set; }

    /// <summary>The bucket that the trail delivers to; the key must lie in its Region, which is not looked at when it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("S3BucketName")]
    [AllowEmptyString]
    public string? BucketName { get; set; }

    /// <summary>
    /// Whether the bucket has an S3 Bucket Key: CloudTrail needs kms:Decrypt then. Looked up for a live key with a bucket when it
    /// is not given; otherwise not demanded, and said in Notes where the policy does not allow it.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public bool? BucketKeyEnabled { get; set; }

    /// <summary>The id of the organization; only statements that name it depend on it.</summary>
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

    /// <inheritdoc/>
    protected override object? ErrorTarget => KmsKeyId;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var from = (CloudObject?)Trail ?? Policy;
        var request = new EvaluateKeyPolicy.Request
        {
            Policy = Path is null ? Policy?.Policy : await TextFile.ReadAsync(Pipeline.GetFilePath(Path), cancellation),
            KmsKeyId = KmsKeyId,
            TrailName = TrailName,
            BucketName = Given(BucketName),
            BucketKeyEnabled = BucketKeyEnabled,
            OrganizationId = Given(OrganizationId),
            ManagementAccountId = ManagementAccountId,
            HomeRegion = HomeRegion,
        };
        WriteConnected(await EvaluateKeyPolicy.RunAsync(() => SessionAsync(from, cancellation), request, TimeOf(from), Feedback, cancellation), from);
    }

    // PowerShell binds a property that is null as an empty string.
    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
