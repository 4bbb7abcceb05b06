using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>Why the trail that a condition names is not the one that calls.</summary>
internal static class SourceArnMisfit
{
    internal static string Describe(Condition condition, string actual)
    {
        var nearest = condition.Values.Select(value => (Value: value, Differences: Differences(value, actual))).MinBy(value => value.Differences.Count);
        return nearest.Differences is { Count: > 0 } differences
            ? $"aws:SourceArn names {string.Join(" and ", differences)} ('{nearest.Value}')."
            : $"aws:SourceArn is '{actual}', and the condition is {condition}.";
    }

    private static IReadOnlyList<string> Differences(string value, string actual)
    {
        if (Arn.Find(value) is not { } named || Arn.Find(actual) is not { } real) return [$"no ARN, and the trail's is {actual}"];
        if (!Matches(named.Service, real.Service)) return [$"something of {named.Service}, not the trail {actual}"];
        return
        [
            .. Different(named.Partition, real.Partition, $"the partition {named.Partition}, not {real.Partition}"),
            .. Different(named.Region, real.Region, $"the Region {named.Region}, and the trail's home Region is {real.Region}"),
            .. Different(named.AccountId, real.AccountId, $"the account {named.AccountId}, and the trail belongs to the management account {real.AccountId}"),
            .. Different(named.Resource, real.Resource, $"the {Name(named.Resource)}, not {Name(real.Resource)}"),
        ];
    }

    private static string[] Different(string named, string real, string words) => Matches(named, real) ? [] : [words];

    private static string Name(string resource) => resource.StartsWith("trail/", StringComparison.Ordinal) ? $"trail {resource["trail/".Length..]}" : $"resource {resource}";

    private static bool Matches(string pattern, string text) => Glob.Parse(pattern).Matches(text);
}
