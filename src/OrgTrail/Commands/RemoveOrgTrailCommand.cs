using System.Management.Automation;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Deletes trails, after asking, and when you say so what only organization trails need. Buckets and all log files stay.</summary>
/// <remarks>
/// <para>It cannot be taken back: the chain of digests ends, and an organization trail vanishes from every member
/// account. -Confirm:$false answers for you.</para>
/// <para>-IncludeDelegatedAdmin and -IncludeTrustedAccess end the organization's part too, in this order: logging stops,
/// the trails go, delegated administrators are unregistered, trusted access is disabled. They need the management account
/// and are refused, before anything is changed, while other organization trails are left. With them, a trail that is
/// gone already is no error: the same command goes on where another run ended.</para>
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
    private readonly List<TrailIdentity> _trails = [];

    /// <summary>Disables trusted access for CloudTrail too, when no organization trail is left.</summary>
    [Parameter]
    public SwitchParameter IncludeTrustedAccess { get; set; }

    /// <summary>Unregisters CloudTrail's delegated administrators too, when no organization trail is left.</summary>
    [Parameter]
    public SwitchParameter IncludeDelegatedAdmin { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        // The organization's part comes behind the last trail in the pipeline.
        if (IncludeTrustedAccess || IncludeDelegatedAdmin) _trails.Add(RequiredTrail);
        else await RemoveAsync([RequiredTrail], cancellation);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellation)
    {
        if (_trails.Count > 0) await RemoveAsync(_trails, cancellation);
    }

    private async Task RemoveAsync(List<TrailIdentity> trails, CancellationToken cancellation)
    {
        var request = new RemoveTrail.Request(trails) { IncludeTrustedAccess = IncludeTrustedAccess, IncludeDelegatedAdmin = IncludeDelegatedAdmin };
        var session = await SessionAsync(trails[0].Source, cancellation);
        await CarryOutSilentlyAsync(await new RemoveTrail(session, TimeProvider.System, Feedback).PlanAsync(request, cancellation), cancellation);
    }
}
