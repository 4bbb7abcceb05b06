using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>The differences between two advanced event selectors of the same name, for people.</summary>
internal static class FieldChanges
{
    public static IEnumerable<string> Between(AdvancedEventSelector then, AdvancedEventSelector now)
    {
        var (before, after) = (Values(then), Values(now));
        foreach (var comparison in before.Keys.Union(after.Keys))
        {
            var (had, has) = (before.GetValueOrDefault(comparison, []), after.GetValueOrDefault(comparison, []));
            string[] changes = [.. Change("gains", has.Except(had)), .. Change("loses", had.Except(has))];
            if (changes.Length > 0) yield return $"{comparison} {string.Join(" and ", changes)}";
        }
    }

    private static Dictionary<string, string[]> Values(AdvancedEventSelector selector) => (
        from condition in selector.FieldSelectors
        from given in condition.Operators
        group given.Values by $"{condition.Field} {given.Name}")
        .ToDictionary(comparison => comparison.Key, comparison => comparison.SelectMany(values => values).ToArray());

    private static IEnumerable<string> Change(string verb, IEnumerable<string> values) =>
        values.ToArray() is { Length: > 0 } changed ? [$"{verb} {SelectorText.Of(changed)}"] : [];
}
