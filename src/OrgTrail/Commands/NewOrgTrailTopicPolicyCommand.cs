using System.Management.Automation;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Builds the policy that an SNS topic needs to be told of the files of an organization trail.</summary>
/// <remarks>
/// <para>One statement lets CloudTrail publish, for the named trail only (aws:SourceArn). With -InputObject it is merged into
/// that policy: what already lets CloudTrail publish stays, statements of others stay as they are. A topic has a policy from
/// the beginning, which lets its owner in: pass it on, since SNS replaces the whole policy.</para>
/// <para>Nothing is sent when -ManagementAccountId and -HomeRegion are given, and nothing is written: AWS Tools'
/// Set-SNSTopicAttribute takes the object from the pipeline. The key of an encrypted topic must let cloudtrail.amazonaws.com
/// call kms:GenerateDataKey* and kms:Decrypt, too.</para>
/// </remarks>
/// <example>
/// <para>Merges into the policy that a topic has, and writes it.</para>
/// <code>$topic = 'arn:aws:sns:us-east-1:111111111111:trail-notifications'
/// (Get-SNSTopicAttribute $topic).Policy | New-OrgTrailTopicPolicy $topic acme | Set-SNSTopicAttribute</code>
/// </example>
[Cmdlet(VerbsCommon.New, "OrgTrailTopicPolicy")]
[OutputType(typeof(TopicPolicy))]
public sealed class NewOrgTrailTopicPolicyCommand : NewPolicyCmdlet
{
    /// <summary>The topic that the trail notifies, as an ARN.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyString]
    public string? TopicArn { get; set; }

    /// <summary>The name of the trail, or of several trails that notify the same topic.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [AllowEmptyString]
    public string[] TrailName { get; set; } = [];

    /// <summary>A policy to merge into: what this cmdlet emits, or JSON text. Its other statements stay as they are.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowEmptyString]
    [PolicyInputTransformation(typeof(TopicPolicy))]
    public TopicPolicy? InputObject { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => TopicArn;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var from = From(InputObject);
        var request = new BuildTopicPolicy.Request(TopicArn, TrailName)
        {
            OrganizationId = string.IsNullOrEmpty(OrganizationId) ? Organization?.Id : OrganizationId,
            ManagementAccountId = ManagementAccountId,
            HomeRegion = HomeRegion,
            Into = InputObject,
        };
        var policy = await BuildTopicPolicy.RunAsync(() => SessionAsync(from, cancellation), request, cancellation);
        WritePolicy(policy, policy.Warnings, from);
    }
}
