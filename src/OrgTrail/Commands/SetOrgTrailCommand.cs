using System.Management.Automation;
using OrgTrail.Completion;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Changes a trail: sends only what is given and different.</summary>
/// <remarks>
/// <para>Converts an account trail to an organization trail and back, and a single-Region trail to a multi-Region one
/// and back. The change goes to the trail's home Region by itself. Where another bucket, another prefix or the
/// conversion to an organization trail asks for another bucket policy, that is said before anything is sent.</para>
/// </remarks>
/// <example>
/// <para>Turns an account trail into an organization trail that covers all Regions.</para>
/// <code>Set-OrgTrail acme -IsOrganizationTrail $true -IsMultiRegionTrail $true</code>
/// </example>
/// <example>
/// <para>Shows what would change, as differences.</para>
/// <code>Get-OrgTrail acme | Set-OrgTrail -EnableLogFileValidation $true -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "OrgTrail", SupportsShouldProcess = true)]
[OutputType(typeof(Trail))]
public sealed class SetOrgTrailCommand : TrailChangeCmdlet
{
    /// <summary>The trail: its name, its ARN, or an object that has one, such as the trails of Get-OrgTrail and of AWS Tools.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TrailARN", "Name")]
    [AllowNull, AllowEmptyString]
    [TrailIdentityTransformation]
    [ArgumentCompleter(typeof(TrailNameCompleter))]
    public TrailIdentity? Trail { get; set; }

    /// <summary>Another bucket for log files; its policy must let CloudTrail deliver.</summary>
    [Parameter]
    public string? S3BucketName { get; set; }

    /// <summary>Another prefix before AWSLogs/; empty to remove it. The bucket policy must change first.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? S3KeyPrefix { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Trail?.ToString();

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await SessionAsync(Trail?.Source, cancellation);
        var wanted = GivenSettings() with { S3BucketName = S3BucketName, S3KeyPrefix = S3KeyPrefix };
        var plan = await new UpdateTrail(session, Clock, Feedback)
            .PlanAsync(Trail ?? new TrailIdentity(""), wanted, SkipPrerequisiteCheck, cancellation);
        await CarryOutAsync(session, plan, cancellation);
    }
}
