using System.Management.Automation;

namespace OrgTrail.Completion;

/// <summary>Chooses among candidates.</summary>
internal static class Candidates
{
    private static readonly char[] Quotes = ['\'', '"'];

    /// <summary>Those that a word means, as its beginning or as its wildcard pattern, in order.</summary>
    /// <param name="candidates">What there is to choose from.</param>
    /// <param name="word">What stands at the cursor, perhaps with an opening quote.</param>
    internal static IEnumerable<Candidate> Match(this IEnumerable<Candidate> candidates, string word)
    {
        var start = word.Trim(Quotes);
        return candidates
            .Where(Predicate(start))
            .DistinctBy(candidate => candidate.Text, StringComparer.Ordinal)
            .OrderBy(candidate => candidate.Text, StringComparer.Ordinal);
    }

    private static Func<Candidate, bool> Predicate(string start)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(start))
            return candidate => candidate.Text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

        var pattern = new WildcardPattern(start + "*", WildcardOptions.IgnoreCase);
        return candidate => pattern.IsMatch(candidate.Text);
    }
}
