using System.Management.Automation;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Deletes trails, after asking, and when you say so what only organization trails need. Buckets and all log files stay.</summary>
/// <remarks>
/// <para>It cannot be taken back: the chain of digests ends, and an organization trail vanishes from every member
/// account. -Confirm:$false answers for you.</para>
/// <para>-IncludeDelegatedAdmin and -IncludeTrustedAccess end the organization's part too, in this order: logging stops,
/// the trails go, delegated administrators are unregistered, trusted access is disabled. They need the management account
/// and are refused, before anything is changed, while other organization trails are left. With them, a trail that is
/// gone already is no error: the same names go on where another run ended, while Get-OrgTrail no longer emits the trails
/// that are gone.</para>
/// </remarks>
/// <example>
/// <para>Shows what deleting would end.</para>
/// <code>Remove-OrgTrail acme -WhatIf</code>
/// </example>
/// <example>
/// <para>Ends CloudTrail for the organization as a whole.</para>
/// <code>Get-OrgTrail -ProfileName management | Remove-OrgTrail -IncludeDelegatedAdmin -IncludeTrustedAccess</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "OrgTrail", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveOrgTrailCommand : TrailCmdlet
{
    private readonly List<(string Organization, CloudSession Session, TrailIdentity Trail)> _trails = [];

    /// <summary>Disables trusted access for CloudTrail too, when no organization trail is left.</summary>
    [Parameter]
    public SwitchParameter IncludeTrustedAccess { get; set; }

    /// <summary>Unregisters CloudTrail's delegated administrators too, when no organization trail is left.</summary>
    [Parameter]
    public SwitchParameter IncludeDelegatedAdmin { get; set; }

    private bool IncludesOrganization => IncludeTrustedAccess || IncludeDelegatedAdmin;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await TrailSessionAsync(cancellation);
        // The organization's part comes behind the last of its trails in the pipeline.
        if (IncludesOrganization) _trails.Add(((await session.OrganizationAsync(cancellation)).Id, session, RequiredTrail));
        else await RemoveAsync(session, [RequiredTrail], cancellation);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellation)
    {
        // Without a trail nothing says which organization is meant: that of the session's own credentials may be another one.
        if (IncludesOrganization && _trails.Count == 0)
            WriteWarning("No trail came, so nothing was removed. Name one, even when it is gone already: Remove-OrgTrail <name> with the same parameters.");
        foreach (var organization in _trails.GroupBy(trail => trail.Organization))
        {
            try
            {
                await RemoveAsync(organization.First().Session, [.. organization.Select(trail => trail.Trail)], cancellation);
            }
            catch (OrgTrailException exception)
            {
                Feedback.Failure(exception, string.Join(", ", organization.Select(trail => trail.Trail)));
            }
        }
    }

    private async Task RemoveAsync(CloudSession session, List<TrailIdentity> trails, CancellationToken cancellation)
    {
        var request = new RemoveTrail.Request(trails) { IncludeTrustedAccess = IncludeTrustedAccess, IncludeDelegatedAdmin = IncludeDelegatedAdmin };
        await CarryOutSilentlyAsync(await new RemoveTrail(session, Clock, Feedback).PlanAsync(request, cancellation), cancellation);
    }
}
