namespace OrgTrail.Policies;

/// <summary>Three-valued logic (Kleene's).</summary>
internal static class Truths
{
    internal static Truth Not(Truth value) => Truth.True - (int)value;

    internal static Truth All(IEnumerable<Truth> values) => values.Aggregate(Truth.True, (a, b) => a < b ? a : b);

    internal static Truth Any(IEnumerable<Truth> values) => values.Aggregate(Truth.False, (a, b) => a > b ? a : b);

    /// <summary>What several possible worlds agree on.</summary>
    internal static Truth Agreed(IEnumerable<Truth> worlds)
    {
        var distinct = worlds.Distinct().ToArray();
        return distinct is [var only] ? only : Truth.Uncertain;
    }

    internal static Truth Of(bool value) => value ? Truth.True : Truth.False;
}
