using System.Management.Automation;
using OrgTrail.Operations;
using OrgTrail.Trails;

namespace OrgTrail.Commands;

/// <summary>Replaces what a trail records, by basic or by advanced event selectors.</summary>
/// <remarks>
/// <para>The selectors are checked first: whatever CloudTrail would refuse is named, all of it at once, and nothing is
/// sent. They are compared with those of the trail by what they mean, so that a second run sends nothing. A warning says
/// when management events, or data or network activity events of any sort, will no longer be recorded, when the trail
/// records its own deliveries, and when an exclusion leaves nothing out.</para>
/// <para>Selectors are objects of Get-OrgTrailEventSelector or of AWS Tools, hashtables with the members of the
/// CloudTrail API, or their JSON text; what "aws cloudtrail get-event-selectors" prints is taken whole, as either kind. A trail has either basic selectors, at most 5, or advanced ones, with at most 500
/// values.</para>
/// </remarks>
/// <example>
/// <para>Records all management events, and data events that write to one bucket.</para>
/// <code>Set-OrgTrailEventSelector acme -AdvancedEventSelector @{
///     Name           = 'Management events selector'
///     FieldSelectors = @{ Field = 'eventCategory'; Equals = 'Management' }
/// }, @{
///     Name           = 'Writes to the ledger'
///     FieldSelectors = @(
///         @{ Field = 'eventCategory'; Equals = 'Data' }
///         @{ Field = 'resources.type'; Equals = 'AWS::S3::Object' }
///         @{ Field = 'resources.ARN'; StartsWith = 'arn:aws:s3:::acme-ledger/' }
///         @{ Field = 'readOnly'; Equals = 'false' }
///     )
/// }</code>
/// </example>
/// <example>
/// <para>Shows what would change if a trail recorded what another one does.</para>
/// <code>Get-OrgTrailEventSelector acme | Set-OrgTrailEventSelector -Trail acme-copy -WhatIf</code>
/// </example>
/// <example>
/// <para>Takes the selectors from a file.</para>
/// <code>Set-OrgTrailEventSelector acme -AdvancedEventSelector (Get-Content selectors.json -Raw)</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "OrgTrailEventSelector", SupportsShouldProcess = true)]
[OutputType(typeof(EventSelectors))]
public sealed class SetOrgTrailEventSelectorCommand : TrailCmdlet
{
    /// <summary>
    /// Basic event selectors, at most 5: hashtables with ReadWriteType, IncludeManagementEvents, DataResources and
    /// ExcludeManagementEventSources, their JSON text, or objects of AWS Tools.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("EventSelectors")]
    [AllowNull, AllowEmptyCollection]
    [PlainValuesTransformation]
    public object[]? EventSelector { get; set; }

    /// <summary>
    /// Advanced event selectors: hashtables with Name and FieldSelectors, each of these with Field and its values under
    /// Equals, StartsWith, EndsWith, NotEquals, NotStartsWith or NotEndsWith; their JSON text, or objects of AWS Tools.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AdvancedEventSelectors")]
    [AllowNull, AllowEmptyCollection]
    [PlainValuesTransformation]
    public object[]? AdvancedEventSelector { get; set; }

    /// <summary>The selectors of another trail, as Get-OrgTrailEventSelector emits them, with their connection.</summary>
    [Parameter(ValueFromPipeline = true)]
    [OwnObjectTransformation]
    public EventSelectors? InputObject { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var wanted = EventSelector is null && AdvancedEventSelector is null && InputObject is not null
            ? InputObject
            : EventSelectorReader.Read(EventSelector ?? [], AdvancedEventSelector ?? []);
        var session = await SessionAsync(Trail?.Source ?? InputObject, cancellation);
        var plan = await new SetEventSelectors(session, Clock, Feedback).PlanAsync(RequiredTrail, wanted, cancellation);
        await CarryOutAsync(session, plan, cancellation);
    }
}
