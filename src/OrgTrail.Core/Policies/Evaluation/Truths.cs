namespace OrgTrail.Policies;

/// <summary>Three-valued logic (Kleene's).</summary>
internal static class Truths
{
    internal static Truth Not(Truth value) => Truth.True - (int)value;

    /// <summary>The least of the values; those behind a False are not asked for.</summary>
    internal static Truth All(IEnumerable<Truth> values)
    {
        var least = Truth.True;
        foreach (var value in values)
        {
            if (value == Truth.False) return value;
            if (value < least) least = value;
        }

        return least;
    }

    /// <summary>The greatest of the values; those behind a True are not asked for.</summary>
    internal static Truth Any(IEnumerable<Truth> values)
    {
        var greatest = Truth.False;
        foreach (var value in values)
        {
            if (value == Truth.True) return value;
            if (value > greatest) greatest = value;
        }

        return greatest;
    }

    /// <summary>What several possible worlds agree on.</summary>
    internal static Truth Agreed(IEnumerable<Truth> worlds)
    {
        var distinct = worlds.Distinct().ToArray();
        return distinct is [var only] ? only : Truth.Uncertain;
    }

    internal static Truth Of(bool value) => value ? Truth.True : Truth.False;
}
