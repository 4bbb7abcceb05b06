using System.Management.Automation;
using OrgTrail.Operations;
using OrgTrail.Trails;

namespace OrgTrail.Commands;

/// <summary>Replaces which insights a trail records, or switches them off.</summary>
/// <remarks>
/// <para>Insights are drawn from the events that the trail records: ApiCallRateInsight of management events needs those
/// that write, and insights of data events need data events. What is missing is named and nothing is sent. A second run
/// sends nothing.</para>
/// </remarks>
/// <example>
/// <para>Switches both sorts of insights on.</para>
/// <code>Set-OrgTrailInsightSelector acme -InsightType ApiCallRateInsight, ApiErrorRateInsight</code>
/// </example>
/// <example>
/// <para>Shows what switching insights off would end.</para>
/// <code>Set-OrgTrailInsightSelector acme -None -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "OrgTrailInsightSelector", SupportsShouldProcess = true)]
[OutputType(typeof(InsightSelectors))]
public sealed class SetOrgTrailInsightSelectorCommand : TrailCmdlet
{
    /// <summary>Sorts of insights, of management events: ApiCallRateInsight, ApiErrorRateInsight.</summary>
    [Parameter(Position = 1)]
    [AllowEmptyCollection]
    public string[]? InsightType { get; set; }

    /// <summary>
    /// Insight selectors: hashtables with InsightType and EventCategories (Management, Data), their JSON text, or objects
    /// of AWS Tools. An empty list switches insights off.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("InsightSelectors")]
    [AllowEmptyCollection]
    [PlainValuesTransformation]
    public object[]? InsightSelector { get; set; }

    /// <summary>Switches insights off.</summary>
    [Parameter]
    public SwitchParameter None { get; set; }

    /// <summary>The selectors of another trail, as Get-OrgTrailInsightSelector emits them, with their connection.</summary>
    [Parameter(ValueFromPipeline = true)]
    [OwnObjectTransformation]
    public InsightSelectors? InputObject { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var wanted = Wanted();
        var session = await SessionAsync(Trail?.Source ?? InputObject, cancellation);
        var plan = await new SetInsightSelectors(session, Clock, Feedback).PlanAsync(RequiredTrail, wanted, cancellation);
        await CarryOutAsync(session, plan, cancellation);
    }

    private InsightSelectors Wanted() => (InsightType is null && InsightSelector is null, None.IsPresent, InputObject) switch
    {
        (true, true, _) => new(),
        (true, false, { } given) => given,
        (false, false, _) => InsightSelectorReader.Read([.. InsightType ?? [], .. InsightSelector ?? []]),
        (true, false, null) => throw Contradiction("Nothing says which insights the trail shall record."),
        (false, true, _) => throw Contradiction("Insight selectors are given, and -None says that there shall be none."),
    };

    private static OrgTrailException Contradiction(string what) => new(new Problem(
        "InvalidInsightSelectors", ProblemKind.InvalidInput, what, "Give -InsightType, -InsightSelector or -None."));
}
