namespace OrgTrail.Trails;

/// <summary>The rules for advanced event selectors (CloudTrail API reference, AdvancedEventSelector and AdvancedFieldSelector).</summary>
internal static class AdvancedSelectorRules
{
    private const int MostValues = 500;
    private const int LongestName = 1000;
    private const int LongestValue = 2048;

    /// <summary>What is wrong with selectors, each fault with its selector.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<AdvancedEventSelector> selectors)
    {
        if (selectors.SelectMany(Values).Count() is > MostValues and var count)
            yield return $"they have {count} values, and a trail has at most {MostValues}";
        for (var i = 0; i < selectors.Count; i++)
            foreach (var fault in Faults(selectors[i]))
                yield return $"AdvancedEventSelector[{i}]{Named(selectors[i])}: {fault}";
    }

    private static string Named(AdvancedEventSelector selector) => string.IsNullOrEmpty(selector.Name) ? "" : $" {NamingRule.Quote(selector.Name)}";

    private static IEnumerable<string> Values(AdvancedEventSelector selector) =>
        selector.FieldSelectors.SelectMany(condition => condition.Operators).SelectMany(given => given.Values);

    private static IEnumerable<string> Faults(AdvancedEventSelector selector)
    {
        if (selector.Name?.Length > LongestName)
            yield return $"its name has {selector.Name.Length} characters, and may have {LongestName}";
        foreach (var twice in selector.FieldSelectors.GroupBy(condition => condition.Field).Where(group => group.Count() > 1))
            yield return $"{twice.Key} stands in {twice.Count()} field selectors; give all operators of a field in one";
        foreach (var fault in selector.FieldSelectors.SelectMany(Common).Concat(ByCategory(selector)))
            yield return fault;
    }

    private static IEnumerable<string> Common(AdvancedFieldSelector condition)
    {
        var values = condition.Operators.SelectMany(given => given.Values).ToArray();
        if (values.Length == 0)
            yield return $"{condition.Field} has no value; give one with Equals, StartsWith, EndsWith, NotEquals, NotStartsWith or NotEndsWith";
        if (values.Any(value => value.Length is 0 or > LongestValue))
            yield return $"{condition.Field} has a value that is empty or too long; values have 1 to {LongestValue} characters";
        if (condition.Operators.Where(given => !IsExclusion(given.Name)).SelectMany(given => given.Values).FirstOrDefault(value => value.Contains('*')) is { } pattern)
            yield return $"{condition.Field} has {NamingRule.Quote(pattern)}, and selectors know no wildcards; use {Instead(pattern, "")}";
    }

    /// <summary>What CloudTrail takes, and what does not mean what it says: an exclusion with a wildcard leaves nothing out.</summary>
    public static IEnumerable<string> Remarks(IReadOnlyList<AdvancedEventSelector> selectors)
    {
        for (var i = 0; i < selectors.Count; i++)
            foreach (var condition in selectors[i].FieldSelectors)
                foreach (var (name, values) in condition.Operators.Where(given => IsExclusion(given.Name)))
                    if (values.FirstOrDefault(value => value.Contains('*')) is { } pattern)
                        yield return $"AdvancedEventSelector[{i}]{Named(selectors[i])} leaves nothing out with {condition.Field} {name} {NamingRule.Quote(pattern)}: selectors know no wildcards. Use {Instead(pattern, "Not")}.";
    }

    private static bool IsExclusion(string name) => name.StartsWith("Not", StringComparison.Ordinal);

    // A pattern with one wildcard, at its beginning or its end, has an operator that says it.
    private static string Instead(string pattern, string not) => (pattern.IndexOf('*', StringComparison.Ordinal), pattern.TrimEnd('*'), pattern.TrimStart('*')) switch
    {
        ( > 0, var start, _) when !start.Contains('*') => $"{not}StartsWith {NamingRule.Quote(start)}",
        (0, _, var end) when end.Length > 0 && !end.Contains('*') => $"{not}EndsWith {NamingRule.Quote(end)}",
        _ => $"{not}StartsWith or {not}EndsWith",
    };

    private static IEnumerable<string> ByCategory(AdvancedEventSelector selector)
    {
        var given = selector.FieldSelectors.Where(condition => condition.Operators.Any()).ToArray();
        var category = Array.Find(given, condition => condition.Field == FieldRules.CategoryField);
        if (category is null) return [Missing(FieldRules.Category)];

        string[] faults = [.. FieldRules.Category.Faults(category)];
        return faults.Length > 0 ? faults : Faults(category.Equals[0], given);
    }

    private static IEnumerable<string> Faults(string category, AdvancedFieldSelector[] given)
    {
        var rules = FieldRules.Of(category);
        foreach (var condition in given.Where(condition => condition.Field != FieldRules.CategoryField))
        {
            var rule = rules.FirstOrDefault(rule => rule.Field == condition.Field);
            foreach (var fault in rule?.Faults(condition) ?? [$"{NamingRule.Quote(condition.Field)} is no field for {category} events of trails; allowed are {FieldRules.CategoryField}, {string.Join(", ", rules.Select(known => known.Field))}"])
                yield return fault;
        }

        foreach (var rule in rules.Where(rule => rule.IsRequired && !given.Any(condition => condition.Field == rule.Field)))
            yield return Missing(rule);
    }

    private static string Missing(FieldRule rule) =>
        $"{rule.Field} is required, with Equals and {(rule.Values.Count > 0 ? $"one of {string.Join(", ", rule.Values)}" : "one value")}";
}
