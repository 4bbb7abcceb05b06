using System.Management.Automation;
using OrgTrail.Completion;
using OrgTrail.Connection;

namespace OrgTrail.Commands;

/// <summary>A cmdlet that makes the policy of what a trail uses: all of them ask for the same organization and the same trail.</summary>
public abstract class NewPolicyCmdlet : ConnectedCmdlet
{
    /// <summary>
    /// The id of the organization, for example o-exampleorgid. The policy of a bucket needs it, and it is looked up when it is
    /// not given; in the policy of a key or a topic only statements that name it depend on it.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? OrganizationId { get; set; }

    /// <summary>The 12-digit id of the management account; looked up when it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? ManagementAccountId { get; set; }

    /// <summary>The trail's home Region; the Region of the connection when it is not given. The partition of all ARNs follows from it.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? HomeRegion { get; set; }

    /// <summary>The trusted access that Enable-OrgTrustedAccess or Get-OrgTrustedAccess emitted, with its connection.</summary>
    [Parameter(ValueFromPipeline = true)]
    public TrustedAccess? TrustedAccess { get; set; }

    /// <summary>The organization that Enable-OrgAllFeatures emitted, with its connection.</summary>
    [Parameter(ValueFromPipeline = true)]
    public Organization? Organization { get; set; }

    /// <summary>What came down the pipeline with a connection; <see langword="null"/> for nothing.</summary>
    /// <param name="input">The policy to merge into.</param>
    private protected CloudObject? From(CloudObject? input) => (CloudObject?)TrustedAccess ?? (CloudObject?)Organization ?? input;

    /// <summary>Emits a policy, and says before what a person should know of it.</summary>
    private protected void WritePolicy(CloudObject policy, IReadOnlyList<string> warnings, CloudObject? from)
    {
        foreach (var warning in warnings) WriteWarning(warning);
        WriteConnected(policy, from);
    }
}
