using System.Management.Automation;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Merges a policy into the live policy of a bucket and writes it; statements of others stay as they are.</summary>
/// <remarks>
/// <para>Merges by meaning, not by Sid: what lets CloudTrail in already stays, a statement like these for other trails gains
/// this one, what is missing is added behind the rest. Nothing is restricted: other trails may live on a statement that
/// lets in every trail, so a warning names it and leaves it alone, and another one names a Deny that still keeps CloudTrail
/// out. A second run writes nothing. A policy over 20 KB is refused.</para>
/// <para>Others may write the policy at the same time: it is read right before each request that writes it, also before
/// one that is repeated after an error or a lost answer, merged into as it is then, and read again behind it. What somebody
/// wrote over it is merged into again. When statements of others that were there before are gone, that is the error
/// PolicyStatementsGone, which names them and has the policy as it was before in its Exception.Backup.Policy. AWS knows no
/// conditional write of policies: what somebody writes between such a read and the arrival of the request behind it, some
/// milliseconds later, is written over unseen.</para>
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
        var plan = await new WriteBucketPolicy(session, Clock, Feedback).PlanAsync(Policy!.ForBucket(BucketName), cancellation);
        await CarryOutAsync(session, plan, cancellation);
    }
}
