using System.Collections;
using System.Management.Automation;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Creates an organization trail, after looking whether CloudTrail will take it.</summary>
/// <remarks>
/// <para>Looks first, all at once, whether the credentials belong to the management account or a delegated
/// administrator, whether the organization has all features and trusted access for CloudTrail is on, and whether the
/// bucket exists and its policy lets CloudTrail deliver. What is missing is named together with the cmdlet that mends
/// it, and nothing is sent.</para>
/// <para>The trail covers all Regions and has log file validation on unless you say otherwise. Logging starts with
/// -StartLogging only. A bucket, a policy or trusted access from a moment ago may take a while to spread: refusals that
/// come from that are tried again, for up to a minute and visibly. When the answer to the creation is lost, the trail is
/// looked for, and taken when it is as you asked for. A trail that was created and whose logging could not be started is
/// emitted, together with an error that says so.</para>
/// </remarks>
/// <example>
/// <para>Goes from nothing to a logging organization trail.</para>
/// <code>Enable-OrgTrustedAccess -ProfileName management |
///     New-OrgTrailBucket -BucketName acme-audit -TrailName acme |
///     New-OrgTrail -StartLogging</code>
/// </example>
/// <example>
/// <para>Creates an organization trail for the Region of the connection only.</para>
/// <code>New-OrgTrail -Name acme -S3BucketName acme-audit -IsMultiRegionTrail $false -Region eu-central-1</code>
/// </example>
[Cmdlet(VerbsCommon.New, "OrgTrail", SupportsShouldProcess = true)]
[OutputType(typeof(Trail))]
public sealed class NewOrgTrailCommand : TrailChangeCmdlet
{
    /// <summary>
    /// The trail's name: 3 to 128 letters, digits, periods, underscores and hyphens; a letter or digit at both ends, and
    /// no two of the others side by side.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("TrailName")]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The bucket that log files are delivered to. It must exist, and may belong to another account.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("BucketName")]
    [AllowEmptyString]
    public string? S3BucketName { get; set; }

    /// <summary>What stands before AWSLogs/ in the keys of log files: at most 200 characters, no slash at its ends.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? S3KeyPrefix { get; set; }

    /// <summary>The Region in which the trail is created, when it is not the Region of the connection. A bucket or a bucket policy in the pipeline brings its own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? HomeRegion { get; set; }

    /// <summary>The bucket policy that was made for the trail, with its connection.</summary>
    [Parameter(ValueFromPipeline = true)]
    public BucketPolicy? BucketPolicy { get; set; }

    /// <summary>The bucket that was made for the trail, with its connection.</summary>
    [Parameter(ValueFromPipeline = true)]
    public Bucket? Bucket { get; set; }

    /// <summary>Tags of the trail, at most 50: @{ Team = 'security' }.</summary>
    [Parameter]
    [Alias("TagsList")]
    public Hashtable? Tag { get; set; }

    /// <summary>Starts logging at once. Without it, the trail is created and does not log.</summary>
    [Parameter]
    public SwitchParameter StartLogging { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Name;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await SessionAsync((CloudObject?)BucketPolicy ?? Bucket, cancellation);
        var plan = await new CreateTrail(session, Clock, Feedback).PlanAsync(Request(), cancellation);
        await CarryOutAsync(session, plan, cancellation);
    }

    private CreateTrail.Request Request() => new(Settings())
    {
        // A bucket that was made for no trail has none.
        HomeRegion = HomeRegion is "" ? null : HomeRegion,
        StartLogging = StartLogging,
        SkipPrerequisiteCheck = SkipPrerequisiteCheck,
        IsBucketFresh = Bucket?.Created == true,
        IsPolicyFresh = BucketPolicy?.WasWritten == true || Bucket?.IsPolicyFresh == true,
    };

    private TrailSettings Settings() => GivenSettings().OnTheSafeSide() with
    {
        Name = Name,
        S3BucketName = S3BucketName,
        S3KeyPrefix = S3KeyPrefix is "" ? null : S3KeyPrefix,
        Tags = Tag?.Cast<DictionaryEntry>().ToDictionary(entry => $"{entry.Key}", entry => $"{entry.Value}"),
    };
}
