using OrgTrail.Problems;
using OrgTrail.Trails;

namespace OrgTrail.Deployments;

/// <summary>
/// Settings as texts, truth values, whole numbers, lists and tables, read one by one. What is of the wrong sort, and
/// what nobody asked for, is collected in <see cref="Faults"/>.
/// </summary>
internal sealed class SpecificationValues
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _known = [];
    private readonly FaultList _faults = new();

    /// <summary>The settings by their names, whatever their case.</summary>
    public SpecificationValues(IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
            if (!_values.TryAdd(name, value)) _faults.Add(SpecificationProblems.Twice(name));
    }

    /// <summary>What was asked for so far.</summary>
    public IReadOnlyList<string> Known => _known;

    /// <summary>All that is wrong; complete when every setting has been asked for.</summary>
    public IReadOnlyList<Problem> Faults =>
    [
        .. _values.Keys.Where(name => !_known.Contains(name, StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Select(name => SpecificationProblems.Unknown(name, _known)),
        .. _faults.Problems,
    ];

    /// <summary>A text; a fault and empty when it is not given, or empty.</summary>
    public string RequiredText(string name)
    {
        if (Take(name) is null or "") _faults.Add(SpecificationProblems.Missing(name));
        return Text(name) ?? "";
    }

    /// <summary>A text; <see langword="null"/> when it is not given.</summary>
    public string? Text(string name) => Take(name) switch
    {
        null => null,
        string text => text,
        var other => Wrong<string>(name, other, "text"),
    };

    /// <summary>A truth value; <see langword="null"/> when it is not given.</summary>
    public bool? Flag(string name) => Take(name) switch
    {
        null => null,
        bool flag => flag,
        var other => Wrong<bool?>(name, other, "true or false"),
    };

    /// <summary>A whole number; <see langword="null"/> when it is not given.</summary>
    public int? Number(string name) => Take(name) switch
    {
        null => null,
        int number => number,
        long number and >= int.MinValue and <= int.MaxValue => (int)number,
        var other => Wrong<int?>(name, other, "a whole number"),
    };

    /// <summary>A list; a single value counts as a list of one. <see langword="null"/> when it is not given.</summary>
    public IReadOnlyList<object?>? List(string name) => Take(name) switch
    {
        null => null,
        IReadOnlyList<object?> items => items,
        var single => [single],
    };

    /// <summary>A list of texts; empty when it is not given.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var items = List(name) ?? [];
        foreach (var item in items)
            if (item is not string) Wrong<string>(name, item, "text");
        return [.. items.OfType<string>()];
    }

    /// <summary>A table of texts; numbers count as texts. <see langword="null"/> when it is not given.</summary>
    public IReadOnlyDictionary<string, string>? Table(string name) => Take(name) switch
    {
        null => null,
        IReadOnlyDictionary<string, object?> entries => TextTable(name, entries, _faults),
        var other => Wrong<IReadOnlyDictionary<string, string>>(name, other, "a table of texts"),
    };

    /// <summary>A table of texts by the values that somebody wrote; one that is of the wrong sort is a fault, and empty.</summary>
    public static IReadOnlyDictionary<string, string> TextTable(string name, IReadOnlyDictionary<string, object?> entries, FaultList faults) =>
        entries.ToDictionary(entry => entry.Key, entry => Entry(name, entry, faults));

    /// <summary>Reads a setting that has a reader of its own, and keeps what that finds wrong.</summary>
    public T? Parsed<T>(string name, Func<IReadOnlyList<object?>, T> parse)
        where T : class => Parsed(name, otherwise: null, parse);

    /// <summary>The same, with a list to read when the setting is not given; <see langword="null"/> for nothing to read.</summary>
    public T? Parsed<T>(string name, IReadOnlyList<object?>? otherwise, Func<IReadOnlyList<object?>, T> parse)
        where T : class => (List(name) ?? otherwise) is { } items ? _faults.Keep(() => parse(items)) : null;

    private object? Take(string name)
    {
        if (!_known.Contains(name)) _known.Add(name);
        return _values.GetValueOrDefault(name);
    }

    private static string Entry(string name, KeyValuePair<string, object?> entry, FaultList faults)
    {
        if (entry.Value is string or int or long) return $"{entry.Value}";
        faults.Add(SpecificationProblems.WrongSort($"{name}.{entry.Key}", Describe(entry.Value), "text"));
        return "";
    }

    private T? Wrong<T>(string name, object? value, string wanted)
    {
        _faults.Add(SpecificationProblems.WrongSort(name, Describe(value), wanted));
        return default;
    }

    private static string Describe(object? value) => value switch
    {
        null => "nothing",
        string text => $"the text {NamingRule.Quote(text)}",
        bool flag => flag ? "true" : "false",
        IReadOnlyDictionary<string, object?> => "a table",
        IReadOnlyList<object?> => "a list",
        _ => $"the number {value}",
    };
}
