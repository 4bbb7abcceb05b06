using System.Management.Automation;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Reads which events a trail records: its basic or advanced event selectors.</summary>
/// <remarks>
/// <para>Works in the management account, in delegated administrators and in member accounts; the last two need the
/// ARN of an organization trail or the object that Get-OrgTrail emits. A trail that nobody gave selectors records all
/// management events and nothing else.</para>
/// </remarks>
/// <example>
/// <para>Shows what a trail records.</para>
/// <code>Get-OrgTrailEventSelector acme</code>
/// </example>
/// <example>
/// <para>Keeps the advanced selectors of a trail in a file.</para>
/// <code>(Get-OrgTrailEventSelector acme).Advanced | ConvertTo-Json -Depth 5 | Set-Content selectors.json</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "OrgTrailEventSelector")]
[OutputType(typeof(EventSelectors))]
public sealed class GetOrgTrailEventSelectorCommand : TrailCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await TrailSessionAsync(cancellation);
        WriteObject(await GetSelectors.ReadEventsAsync(session, RequiredTrail, cancellation));
    }
}
