namespace OrgTrail.Problems;

/// <summary>Finds what somebody may have meant who misspelt a name.</summary>
internal static class NearNames
{
    private const int Most = 3;

    // Shorter beginnings are shared by too many names.
    private const int ShortestBeginning = 4;

    /// <summary>A sentence with the nearest names, with a blank before it; empty when none is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">What there is.</param>
    public static string Hint(string name, IEnumerable<string> known)
    {
        var near = Of(name, known);
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(candidate => $"'{candidate}'"))}?";
    }

    /// <summary>The nearest names, the nearest first, at most three.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known) =>
    [
        .. known
            .Select(candidate => (candidate, distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= Math.Max(1, Math.Min(name.Length, pair.candidate.Length) / 4) || IsBeginning(name, pair.candidate))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Take(Most)
            .Select(pair => pair.candidate),
    ];

    private static bool IsBeginning(string a, string b) =>
        Math.Min(a.Length, b.Length) >= ShortestBeginning
        && (a.StartsWith(b, StringComparison.OrdinalIgnoreCase) || b.StartsWith(a, StringComparison.OrdinalIgnoreCase));

    /// <summary>How many letters must be put in, taken out, replaced, or swapped with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) cost[0, j] = j;

        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replaced, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }

        return cost[a.Length, b.Length];
    }
}
