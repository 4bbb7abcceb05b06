using OrgTrail.Problems;

namespace OrgTrail.Trails;

/// <summary>What can be known to be wrong with event selectors before they are sent (CloudTrail API reference, PutEventSelectors).</summary>
internal static class EventSelectorRules
{
    /// <summary>Checks selectors that are to replace those of a trail.</summary>
    /// <exception cref="OrgTrailException"><c>InvalidEventSelectors</c>: names every broken rule.</exception>
    public static void Require(EventSelectors selectors) => ProblemList.ThrowIfAny([.. Faults(selectors)]);

    /// <summary>What is wrong with selectors: one problem that names every broken rule, or none.</summary>
    public static IEnumerable<Problem> Faults(EventSelectors selectors)
    {
        string[] faults =
        [
            .. Kinds(selectors),
            .. BasicSelectorRules.Faults(selectors.Basic),
            .. AdvancedSelectorRules.Faults(selectors.Advanced),
        ];
        return faults.Length > 0 ? [SelectorProblems.InvalidEvents(faults)] : [];
    }

    /// <summary>What CloudTrail takes, and what whoever gave the selectors hardly wants: a sentence or two each.</summary>
    /// <param name="trail">The trail that they are for, as it will be.</param>
    /// <param name="selectors">What it shall record.</param>
    public static IEnumerable<string> Remarks(Trail trail, EventSelectors selectors)
    {
        foreach (var remark in AdvancedSelectorRules.Remarks(selectors.Advanced)) yield return remark;
        if (OwnDeliveries.AreRecorded(trail, selectors)) yield return OwnDeliveries.Warning(trail);
    }

    private static IEnumerable<string> Kinds(EventSelectors selectors) => (selectors.Basic.Count, selectors.Advanced.Count) switch
    {
        (0, 0) => ["there is none, and a trail has at least one"],
        ( > 0, > 0) => ["basic and advanced ones are given, and a trail has either the ones or the others"],
        _ => [],
    };
}
