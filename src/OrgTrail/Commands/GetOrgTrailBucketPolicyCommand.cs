using System.Management.Automation;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Reads the policy of a bucket.</summary>
/// <remarks>
/// <para>A bucket without a policy gives an object whose Policy is empty. AWS Tools' Write-S3BucketPolicy takes the object
/// from the pipeline.</para>
/// </remarks>
/// <example>
/// <para>Shows the statements of the bucket that a trail delivers to.</para>
/// <code>(Get-OrgTrail acme | Get-OrgTrailBucketPolicy).Policy | ConvertFrom-Json | ForEach-Object Statement</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "OrgTrailBucketPolicy")]
[OutputType(typeof(BucketPolicy))]
public sealed class GetOrgTrailBucketPolicyCommand : ConnectedCmdlet
{
    /// <summary>The bucket's name; a trail brings the name of its bucket.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("S3BucketName")]
    [AllowNull, AllowEmptyString]
    public string? BucketName { get; set; }

    /// <summary>The object that the name comes from, with its connection.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public CloudObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => BucketName;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await SessionAsync(InputObject, cancellation);
        WriteObject(await GetBucketPolicy.ReadAsync(session, BucketName, cancellation));
    }
}
