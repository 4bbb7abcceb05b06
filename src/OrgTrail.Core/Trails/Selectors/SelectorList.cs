namespace OrgTrail.Trails;

/// <summary>Goes through selectors in whatever form they were given.</summary>
/// <param name="name">What one of them is called in faults: <c>EventSelector</c>.</param>
/// <param name="faults">Gets what is wrong.</param>
internal sealed class SelectorList(string name, ICollection<string> faults)
{
    /// <summary>Reads the selectors.</summary>
    /// <param name="given">Selectors, plain values of their members, JSON texts of one or several, or lists of all these.</param>
    /// <param name="read">Reads one, given its members and its path.</param>
    public IReadOnlyList<T> Read<T>(IReadOnlyList<object?> given, Func<IReadOnlyDictionary<string, object?>, string, T> read)
        where T : class
    {
        var selectors = new List<T>();
        foreach (var item in given.SelectMany(Flat))
            if (One(item, $"{name}[{selectors.Count}]", read) is { } selector)
                selectors.Add(selector);
        return selectors;
    }

    private T? One<T>(object? item, string path, Func<IReadOnlyDictionary<string, object?>, string, T> read)
        where T : class
    {
        switch (item)
        {
            case T selector:
                return selector;
            case IReadOnlyDictionary<string, object?> members:
                return read(members, path);
            default:
                faults.Add($"{path} is {(item is null ? "empty" : $"'{item}'")}, and neither an object nor JSON text of one");
                return null;
        }
    }

    private IEnumerable<object?> Flat(object? item)
    {
        if (item is string text)
        {
            var value = SelectorJson.Read(text, out var fault);
            if (fault is null) return value is string ? [value] : Flat(value);
            faults.Add(fault);
            return [];
        }

        return item is IReadOnlyList<object?> list ? list.SelectMany(Flat) : [item];
    }
}
