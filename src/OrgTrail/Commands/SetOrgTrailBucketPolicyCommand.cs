using System.Management.Automation;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Merges a policy into the live policy of a bucket and writes it; statements of others stay as they are.</summary>
/// <remarks>
/// <para>Merges by meaning, not by Sid: what lets CloudTrail in already stays, a statement like these for other trails gains
/// this one, what is missing is added behind the rest. Nothing is restricted: other trails may live on a statement that
/// lets in every trail, so a warning names it and leaves it alone, and another one names a Deny that still keeps CloudTrail
/// out. A second run writes nothing. The live policy is read again right before it is
/// written; when somebody changed it in between, nothing is written. A policy over 20 KB is refused.</para>
/// </remarks>
/// <example>
/// <para>Shows what would change, then writes it.</para>
/// <code>$policy = New-OrgTrailBucketPolicy acme-audit acme -ProfileName management
/// $policy | Set-OrgTrailBucketPolicy -WhatIf
/// $policy | Set-OrgTrailBucketPolicy</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "OrgTrailBucketPolicy", SupportsShouldProcess = true)]
[OutputType(typeof(BucketPolicy))]
public sealed class SetOrgTrailBucketPolicyCommand : ConnectedCmdlet
{
    /// <summary>The bucket, when -Policy is JSON text; a policy of New-OrgTrailBucketPolicy knows its own.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("S3BucketName")]
    [AllowEmptyString]
    public string? BucketName { get; set; }

    /// <summary>The policy: what New-OrgTrailBucketPolicy emits, or JSON text.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("InputObject")]
    [AllowEmptyString]
    [PolicyInputTransformation(typeof(BucketPolicy))]
    public BucketPolicy? Policy { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => BucketName;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await SessionAsync(Policy, cancellation);
        var plan = await WriteBucketPolicy.PlanAsync(session, Policy!.ForBucket(BucketName), cancellation);
        await CarryOutAsync(session, plan, cancellation);
    }
}
