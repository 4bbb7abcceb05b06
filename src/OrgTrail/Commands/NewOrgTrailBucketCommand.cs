using System.Management.Automation;
using OrgTrail.Completion;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Creates a bucket that is fit for audit logs, or makes one of yours fit.</summary>
/// <remarks>
/// <para>The bucket blocks all public access, owns its objects (BucketOwnerEnforced), keeps versions, encrypts (SSE-S3, or
/// the key of -KmsKeyId with a bucket key), refuses requests without TLS, and with -TrailName lets CloudTrail deliver for
/// that trail. Object lock, lifecycle and access logging are set when you ask for them. A new bucket gets all this in an
/// order in which it is never public; a run that ends in between is finished by the next, and a second run sends no
/// write.</para>
/// <para>A bucket that exists is taken only when it belongs to the account of the credentials, in whatever Region it lies.
/// What nobody has set there is set. What somebody has set otherwise stays, with a warning that names the parameter that
/// changes it. A KMS key is not replaced by SSE-S3 unless you say -KmsKeyId ''. Statements of the bucket policy and
/// lifecycle rules of others are not touched.</para>
/// <para>Others may write the bucket policy at the same time: it is read right before each request that writes it, also before
/// one that is repeated after an error or a lost answer, merged into as it is then, and read again behind it. What somebody
/// wrote over it is merged into again. When statements of others that were there before are gone, that is the error
/// PolicyStatementsGone, which names them and has the policy as it was before in its Exception.Backup.Policy. AWS knows no
/// conditional write of policies: what somebody writes between such a read and the arrival of the request behind it, some
/// milliseconds later, is written over unseen.</para>
/// <para>CloudTrail names the encryption of log files itself: to encrypt them with a KMS key, give New-OrgTrail its
/// -KmsKeyId, too.</para>
/// </remarks>
/// <example>
/// <para>Goes from nothing to a logging organization trail.</para>
/// <code>Enable-OrgTrustedAccess -ProfileName management |
///     New-OrgTrailBucket acme-audit acme |
///     New-OrgTrail -StartLogging</code>
/// </example>
/// <example>
/// <para>Shows what would change at a bucket that exists, with logs that nobody can delete for a year and that are archived after it.</para>
/// <code>New-OrgTrailBucket acme-audit acme -ObjectLockMode COMPLIANCE -ObjectLockYears 1 -ArchiveAfterDays 366 -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "OrgTrailBucket", SupportsShouldProcess = true)]
[OutputType(typeof(Bucket))]
public sealed class NewOrgTrailBucketCommand : ConnectedCmdlet
{
    /// <summary>The bucket: 3 to 63 lower-case letters, digits, '.' and '-'. All accounts of the partition share one name space.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("S3BucketName")]
    [AllowEmptyString]
    public string? BucketName { get; set; }

    /// <summary>The name of the trail that delivers to the bucket. Without it, the bucket policy lets in no trail.</summary>
    [Parameter(Position = 1)]
    public string? TrailName { get; set; }

    /// <summary>What stands before AWSLogs/ in the keys of log files: at most 200 characters, no slash at its ends.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? S3KeyPrefix { get; set; }

    /// <summary>The Region of the bucket. When it is not given, a bucket stays where it is, and a new one is created in the Region of the connection.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? BucketRegion { get; set; }

    /// <summary>The trail's home Region; the Region of the connection when it is not given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? HomeRegion { get; set; }

    /// <summary>The id of the organization, for example o-exampleorgid; looked up when it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? OrganizationId { get; set; }

    /// <summary>The 12-digit id of the management account; looked up when it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ManagementAccountId { get; set; }

    /// <summary>The KMS key of the bucket's default encryption: its id, ARN, alias or alias ARN. It is symmetric and lies in the Region of the bucket. An empty text means SSE-S3.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? KmsKeyId { get; set; }

    /// <summary>Retains the versions of new objects: GOVERNANCE lets those delete them who have a permission of its own, COMPLIANCE nobody. Needs -ObjectLockDays or -ObjectLockYears. Object lock cannot be switched off again.</summary>
    [Parameter]
    [ValidateSet("GOVERNANCE", "COMPLIANCE")]
    public string? ObjectLockMode { get; set; }

    /// <summary>For how many days new objects are retained: 1 to 36500.</summary>
    [Parameter]
    public int? ObjectLockDays { get; set; }

    /// <summary>For how many years new objects are retained: 1 to 100.</summary>
    [Parameter]
    public int? ObjectLockYears { get; set; }

    /// <summary>After how many days log files go to the storage class GLACIER, by the lifecycle rule OrgTrail. They must be restored before they can be read and validated.</summary>
    [Parameter]
    public int? ArchiveAfterDays { get; set; }

    /// <summary>After how many days log files expire, by the lifecycle rule OrgTrail; as many days later they are deleted for good. Not before they are archived, nor while they are locked.</summary>
    [Parameter]
    public int? ExpireAfterDays { get; set; }

    /// <summary>The bucket to which Amazon S3 logs the requests to this one: of the same account and Region, without retention, encrypted by SSE-S3. Its own policy must let logging.s3.amazonaws.com write.</summary>
    [Parameter]
    public string? AccessLogBucket { get; set; }

    /// <summary>What the keys of access logs begin with, for example audit/. When it is not given, what they begin with stays.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? AccessLogPrefix { get; set; }

    /// <summary>Blocks public access, takes object ownership and enables versioning even where somebody has set them otherwise.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The trusted access that Enable-OrgTrustedAccess or Get-OrgTrustedAccess emitted, with its connection.</summary>
    [Parameter(ValueFromPipeline = true)]
    public TrustedAccess? TrustedAccess { get; set; }

    /// <summary>The organization that Enable-OrgAllFeatures emitted, with its connection.</summary>
    [Parameter(ValueFromPipeline = true)]
    public Organization? Organization { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => BucketName;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await SessionAsync((CloudObject?)TrustedAccess ?? Organization, cancellation);
        var plan = await new PrepareBucket(session, Clock, Feedback).PlanAsync(Request(), cancellation);
        await CarryOutAsync(session, plan, cancellation);
    }

    private PrepareBucket.Request Request() => new(BucketName)
    {
        BucketRegion = BucketRegion,
        TrailName = TrailName,
        S3KeyPrefix = S3KeyPrefix,
        OrganizationId = OrganizationId ?? Organization?.Id,
        ManagementAccountId = ManagementAccountId,
        HomeRegion = HomeRegion,
        KmsKeyId = KmsKeyId,
        ObjectLockMode = ObjectLockMode,
        ObjectLockDays = ObjectLockDays,
        ObjectLockYears = ObjectLockYears,
        ArchiveAfterDays = ArchiveAfterDays,
        ExpireAfterDays = ExpireAfterDays,
        AccessLogBucket = AccessLogBucket,
        AccessLogPrefix = AccessLogPrefix,
        Force = Force,
    };
}
