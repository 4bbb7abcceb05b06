using System.Management.Automation;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Reads which insights a trail records. A trail that records none has no selectors; that is no error.</summary>
/// <remarks>
/// <para>Works in the management account, in delegated administrators and in member accounts; the last two need the
/// ARN of an organization trail or the object that Get-OrgTrail emits.</para>
/// </remarks>
/// <example>
/// <para>Finds the organization trails that record no insights.</para>
/// <code>Get-OrgTrail | Get-OrgTrailInsightSelector | Where-Object { -not $_.Selectors }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "OrgTrailInsightSelector")]
[OutputType(typeof(InsightSelectors))]
public sealed class GetOrgTrailInsightSelectorCommand : TrailCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await TrailSessionAsync(cancellation);
        WriteObject(await GetSelectors.ReadInsightsAsync(session, RequiredTrail, cancellation));
    }
}
