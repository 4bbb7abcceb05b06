namespace OrgTrail.Policies;

/// <summary>The values of a statement that are the same pattern in every request, read once.</summary>
internal sealed class PatternCache
{
    private readonly object _lock = new();
    private readonly Dictionary<(string Text, bool Wildcards, bool IgnoreCase), Pattern> _patterns = [];

    /// <summary>The pattern of a text; <paramref name="read"/> reads it the first time.</summary>
    internal Pattern Get(string text, bool wildcards, bool ignoreCase, Func<string, bool, bool, Pattern> read)
    {
        // A statement may be judged for several requests at once.
        lock (_lock)
        {
            return _patterns.TryGetValue((text, wildcards, ignoreCase), out var known)
                ? known
                : _patterns[(text, wildcards, ignoreCase)] = read(text, wildcards, ignoreCase);
        }
    }
}
