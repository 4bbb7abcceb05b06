namespace OrgTrail.Policies;

/// <summary>Why the trail that a condition names is not the one that calls.</summary>
internal static class SourceArnMisfit
{
    private const int Parts = 6;

    internal static string Describe(Condition condition, string actual)
    {
        var nearest = condition.Values.Select(value => (Value: value, Differences: Differences(value, actual))).MinBy(value => value.Differences.Count);
        return nearest.Differences is { Count: > 0 } differences
            ? $"aws:SourceArn names {string.Join(" and ", differences)} ('{nearest.Value}')."
            : $"aws:SourceArn is '{actual}', and the condition is {condition}.";
    }

    private static IReadOnlyList<string> Differences(string value, string actual)
    {
        var (named, real) = (value.Split(':', Parts), actual.Split(':', Parts));
        if (named.Length < Parts || named[0] != "arn") return [$"no ARN, and the trail's is {actual}"];
        if (!Matches(named[2], real[2])) return [$"something of {named[2]}, not the trail {actual}"];
        return
        [
            .. Different(named[1], real[1], $"the partition {named[1]}, not {real[1]}"),
            .. Different(named[3], real[3], $"the Region {named[3]}, and the trail's home Region is {real[3]}"),
            .. Different(named[4], real[4], $"the account {named[4]}, and the trail belongs to the management account {real[4]}"),
            .. Different(named[5], real[5], $"the {Name(named[5])}, not {Name(real[5])}"),
        ];
    }

    private static string[] Different(string named, string real, string words) => Matches(named, real) ? [] : [words];

    private static string Name(string resource) => resource.StartsWith("trail/", StringComparison.Ordinal) ? $"trail {resource["trail/".Length..]}" : $"resource {resource}";

    private static bool Matches(string pattern, string text) => Glob.Parse(pattern).Matches(text);
}
