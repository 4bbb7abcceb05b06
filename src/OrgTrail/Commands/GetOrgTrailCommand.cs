using System.Management.Automation;
using OrgTrail.Completion;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Finds the organization trails that you see, in all Regions, or reads the ones that you name.</summary>
/// <remarks>
/// <para>Works in the management account, in delegated administrators and in member accounts, which see organization
/// trails under the ARN of the management account.</para>
/// </remarks>
/// <example>
/// <para>Finds every organization trail, in all Regions.</para>
/// <code>Get-OrgTrail -ProfileName management</code>
/// </example>
/// <example>
/// <para>Finds the trails whose names begin with audit, account trails among them.</para>
/// <code>Get-OrgTrail audit* | Format-List</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "OrgTrail")]
[OutputType(typeof(Trail))]
public sealed class GetOrgTrailCommand : ConnectedCmdlet
{
    /// <summary>
    /// Names, ARNs or objects of trails; wildcards match names. Without it, every organization trail is found. What is
    /// named is found whether or not it is an organization trail.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TrailARN", "Name")]
    [AllowNull, AllowEmptyString, SupportsWildcards]
    [TrailIdentityTransformation]
    [ArgumentCompleter(typeof(TrailNameCompleter))]
    public TrailIdentity? Trail { get; set; }

    /// <summary>Finds account trails too when no trail is named.</summary>
    [Parameter]
    public SwitchParameter IncludeAccountTrail { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Trail?.ToString();

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await SessionAsync(Trail?.Source, cancellation);
        if (Trail is not null && !WildcardPattern.ContainsWildcardCharacters(Trail.ToString()))
        {
            WriteObject(await GetTrail.ReadAsync(session, Trail, cancellation));
            return;
        }

        await foreach (var trail in ListTrails.RunAsync(session, Filter(), Feedback, cancellation))
            WriteObject(trail);
    }

    private ListTrails.Filter Filter() => new()
    {
        Name = Trail is null ? null : WildcardPattern.Get(Trail.ToString(), WildcardOptions.IgnoreCase).IsMatch,
        OrganizationTrailsOnly = Trail is null && !IncludeAccountTrail,
    };
}
