using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>What CloudTrail demands of tags (CloudTrail API reference, AddTags and Tag).</summary>
internal static class TagRules
{
    private const int MostTags = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;
    private const string Reserved = "aws:";

    /// <summary>All that is wrong with tags that somebody gave.</summary>
    public static IEnumerable<Problem> Faults(IReadOnlyDictionary<string, string> tags) =>
    [
        .. Count(tags.Count, $"{tags.Count} tags are given."),
        .. tags.Where(IsBroken).Select(tag => Invalid(
            "InvalidTag",
            $"Tag {NamingRule.Quote(tag.Key)} breaks the rules.",
            $"A tag's key has 1 to {LongestKey} characters and does not begin with '{Reserved}', which is AWS's own; its value has at most {LongestValue} characters.")),
    ];

    /// <summary>What is wrong with the number of tags that a trail has, or would have.</summary>
    /// <param name="count">How many.</param>
    /// <param name="what">What to say when they are too many.</param>
    public static IEnumerable<Problem> Count(int count, string what) =>
        count > MostTags ? [Invalid("TooManyTags", what, $"A trail can have {MostTags} tags at most.")] : [];

    private static bool IsBroken(KeyValuePair<string, string> tag) =>
        tag.Key.Length is 0 or > LongestKey || tag.Value.Length > LongestValue || tag.Key.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase);

    private static Problem Invalid(string id, string what, string advice) => new(id, ProblemKind.InvalidInput, what, advice);
}
