namespace OrgTrail.Policies;

/// <summary>Whether a word was meant to be another one.</summary>
internal static class Spelling
{
    private const int MostEdits = 3;

    /// <summary>Whether a word is another one with a slip or two: not the same, and not much else.</summary>
    internal static bool IsSlipOf(string word, string meant) =>
        !string.Equals(word, meant, StringComparison.Ordinal)
        && (string.Equals(word, meant, StringComparison.OrdinalIgnoreCase) || Distance(word, meant) <= Math.Min(MostEdits, meant.Length / 4));

    /// <summary>The number of characters to add, take away or replace (Levenshtein's distance), case aside.</summary>
    internal static int Distance(string left, string right)
    {
        // Longer words differ by more than anybody asks for.
        if (Math.Abs(left.Length - right.Length) > MostEdits) return int.MaxValue;
        var before = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var same = char.ToUpperInvariant(left[i]) == char.ToUpperInvariant(right[j]) ? 0 : 1;
                row[j + 1] = Math.Min(Math.Min(row[j], before[j + 1]) + 1, before[j] + same);
            }

            before = row;
        }

        return before[right.Length];
    }
}
