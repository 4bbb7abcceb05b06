using System.Management.Automation;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Builds the policy that a KMS key needs to encrypt the files of an organization trail.</summary>
/// <remarks>
/// <para>Three statements let CloudTrail make data keys, describe the key and decrypt, each for the named trail only
/// (aws:SourceArn), and data keys only for trails of the management account. With -KmsKeyId they are merged into the key's
/// live policy, with -InputObject into that policy: what already lets CloudTrail in stays, statements of others stay as they
/// are. A policy that begins from nothing also lets the key's account in, without which nobody could change it again.</para>
/// <para>Nothing is sent when -ManagementAccountId and -HomeRegion are given without a live key. Nothing is written: AWS
/// Tools' Write-KMSKeyPolicy takes the object from the pipeline. The key must be symmetric and lie in the bucket's Region;
/// Test-OrgTrailKeyPolicy tells whether it does.</para>
/// </remarks>
/// <example>
/// <para>Builds a policy for a key that does not exist yet, without any connection, and creates the key with it.</para>
/// <code>$policy = New-OrgTrailKeyPolicy -TrailName acme -ManagementAccountId 111111111111 -HomeRegion us-east-1
/// New-KMSKey -Policy $policy.Policy -Description 'Trail acme'</code>
/// </example>
/// <example>
/// <para>Merges into the live policy of a key, shows what that changes, and writes it.</para>
/// <code>$policy = New-OrgTrailKeyPolicy acme -KmsKeyId alias/trails -ReaderArn arn:aws:iam::333333333333:role/auditors
/// $policy.Changes
/// $policy | Write-KMSKeyPolicy -PolicyName default</code>
/// </example>
[Cmdlet(VerbsCommon.New, "OrgTrailKeyPolicy")]
[OutputType(typeof(KeyPolicy))]
public sealed class NewOrgTrailKeyPolicyCommand : NewPolicyCmdlet
{
    /// <summary>The name of the trail, or of several trails that use the same key.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyString]
    public string[] TrailName { get; set; } = [];

    /// <summary>The key whose live policy to merge into: id, ARN, alias or alias ARN. An id or an alias means the Region of the connection.</summary>
    [Parameter(Position = 1)]
    [Alias("KeyId")]
    [ValidateNotNullOrEmpty]
    public string? KmsKeyId { get; set; }

    /// <summary>The account that owns the key, when it is not the management account; an ARN of the key tells it, too.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? KeyAccountId { get; set; }

    /// <summary>Who may read the encrypted files: ARNs of roles or users, or ids of accounts, which then decide by their own IAM policies.</summary>
    [Parameter]
    [AllowEmptyCollection, AllowEmptyString]
    public string[] ReaderArn { get; set; } = [];

    /// <summary>A policy to merge into instead of the live one: what this cmdlet emits, or JSON text. Its other statements stay as they are.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowEmptyString]
    [PolicyInputTransformation(typeof(KeyPolicy))]
    public KeyPolicy? InputObject { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => KmsKeyId ?? InputObject?.KeyId;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var from = From(InputObject);
        var policy = await BuildKeyPolicy.RunAsync(() => SessionAsync(from, cancellation), Request(), cancellation);
        WritePolicy(policy, policy.Warnings, from);
    }

    private BuildKeyPolicy.Request Request() => new(TrailName)
    {
        KmsKeyId = KmsKeyId,
        KeyAccountId = KeyAccountId,
        ReaderArns = ReaderArn,
        OrganizationId = string.IsNullOrEmpty(OrganizationId) ? Organization?.Id : OrganizationId,
        ManagementAccountId = ManagementAccountId,
        HomeRegion = HomeRegion,
        Into = InputObject,
    };
}
