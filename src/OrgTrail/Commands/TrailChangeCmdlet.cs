using System.Management.Automation;

namespace OrgTrail.Commands;

/// <summary>A cmdlet that creates or changes one trail, after looking whether CloudTrail will take it.</summary>
public abstract class TrailChangeCmdlet : TrailSettingsCmdlet
{
    /// <summary>Whether the trail covers every account of the organization. Only the management account can convert a trail.</summary>
    [Parameter]
    public bool? IsOrganizationTrail { get; set; }

    /// <summary>
    /// Sends straight away, without looking first whether the account, the organization, trusted access and the bucket
    /// policy are right. CloudTrail then refuses with its own words.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipPrerequisiteCheck { get; set; }

    private protected override TrailSettings GivenSettings() => base.GivenSettings() with { IsOrganizationTrail = IsOrganizationTrail };
}
