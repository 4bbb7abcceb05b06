using System.Management.Automation;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Tells whether a trail logs, and how its last deliveries went.</summary>
/// <remarks>
/// <para>Asks in the trail's home Region. Errors are empty while all is well, and in member accounts.</para>
/// </remarks>
/// <example>
/// <para>Shows the status of every organization trail.</para>
/// <code>Get-OrgTrail | Get-OrgTrailStatus</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "OrgTrailStatus")]
[OutputType(typeof(TrailStatus))]
public sealed class GetOrgTrailStatusCommand : TrailCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await TrailSessionAsync(cancellation);
        WriteObject(await GetTrail.ReadStatusAsync(session, RequiredTrail, cancellation));
    }
}
