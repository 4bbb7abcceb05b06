using System.Management.Automation;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Builds the bucket policy that an organization trail needs.</summary>
/// <remarks>
/// <para>Three statements let CloudTrail check the bucket's ACL and write the log files of the management account and of
/// the organization, each for the named trail only (aws:SourceArn). Nothing is sent when -OrganizationId,
/// -ManagementAccountId and -HomeRegion are given; otherwise they are looked up, or come with the trusted access or the
/// organization in the pipeline. Nothing is written: Set-OrgTrailBucketPolicy does that.</para>
/// </remarks>
/// <example>
/// <para>Builds a policy without any connection.</para>
/// <code>New-OrgTrailBucketPolicy -BucketName my-organization-bucket -TrailName my-organization-trail -OrganizationId o-exampleorgid -ManagementAccountId 111111111111 -HomeRegion us-east-1</code>
/// </example>
/// <example>
/// <para>Merges into a policy from a file, and shows what that changes.</para>
/// <code>$policy = New-OrgTrailBucketPolicy acme-audit acme -InputObject (Get-Content policy.json -Raw)
/// $policy.Changes</code>
/// </example>
[Cmdlet(VerbsCommon.New, "OrgTrailBucketPolicy")]
[OutputType(typeof(BucketPolicy))]
public sealed class NewOrgTrailBucketPolicyCommand : NewPolicyCmdlet
{
    /// <summary>The bucket that the trail delivers to.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("S3BucketName")]
    [AllowEmptyString]
    public string? BucketName { get; set; }

    /// <summary>The name of the trail, or of several trails that deliver to the same bucket and prefix.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [AllowEmptyString]
    public string[] TrailName { get; set; } = [];

    /// <summary>What stands before AWSLogs/ in the keys of log files: at most 200 characters, no slash at its ends.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? S3KeyPrefix { get; set; }

    /// <summary>A policy to merge into: what Get-OrgTrailBucketPolicy emits, or JSON text. All of its statements stay in force as they are; warnings name those that let in more trails than this one, or keep CloudTrail out.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowEmptyString]
    [PolicyInputTransformation(typeof(BucketPolicy))]
    public BucketPolicy? InputObject { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => BucketName;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var from = From(InputObject);
        var policy = await BuildBucketPolicy.RunAsync(() => SessionAsync(from, cancellation), Request(), cancellation);
        WritePolicy(policy, policy.Warnings, from);
    }

    private BuildBucketPolicy.Request Request() => new(BucketName, TrailName)
    {
        S3KeyPrefix = S3KeyPrefix,
        OrganizationId = OrganizationId ?? Organization?.Id,
        ManagementAccountId = ManagementAccountId,
        HomeRegion = HomeRegion,
        Into = InputObject,
    };
}
