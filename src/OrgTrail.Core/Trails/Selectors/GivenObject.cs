using System.Globalization;
using OrgTrail.Problems;

namespace OrgTrail.Trails;

/// <summary>
/// An object that somebody wrote down, as JSON or as a hashtable, read member by member. What is wrong with it is
/// gathered, so that all of it can be said at once.
/// </summary>
internal sealed class GivenObject
{
    private readonly IReadOnlyDictionary<string, object?> _members;
    private readonly string _path;
    private readonly ICollection<string> _faults;

    /// <summary>Begins to read.</summary>
    /// <param name="members">The members; their names are taken in any case.</param>
    /// <param name="path">Where the object stands, for faults: <c>EventSelector[0]</c>.</param>
    /// <param name="known">The names of all members that there are.</param>
    /// <param name="faults">Gets what is wrong.</param>
    public GivenObject(IReadOnlyDictionary<string, object?> members, string path, IReadOnlyCollection<string> known, ICollection<string> faults)
    {
        (_members, _path, _faults) = (members, path, faults);
        foreach (var name in members.Keys.Except(known, StringComparer.OrdinalIgnoreCase))
            faults.Add($"{path} has {NamingRule.Quote(name)}, which is not one of {string.Join(", ", known)}{Hint(name, known)}");
        foreach (var twice in members.Keys.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            faults.Add($"{path} has {twice.Key} twice");
    }

    /// <summary>A text; numbers and truth values count as the texts that JSON writes them as.</summary>
    /// <returns><see langword="null"/> when there is none.</returns>
    public string? Text(string name)
    {
        var value = Value(name);
        if (value is not null && AsText(value) is null) _faults.Add($"{_path}.{name} is no text");
        return AsText(value);
    }

    /// <summary>A text that must be there.</summary>
    public string RequiredText(string name)
    {
        if (Value(name) is null) _faults.Add($"{_path} has no {name}");
        return Text(name) ?? "";
    }

    /// <summary>A truth value.</summary>
    /// <returns><see langword="null"/> when there is none.</returns>
    public bool? Flag(string name)
    {
        var value = Value(name);
        if (value is not (null or bool)) _faults.Add($"{_path}.{name} is neither true nor false");
        return value as bool?;
    }

    /// <summary>Texts; a single one counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var items = Items(name);
        if (items.Any(item => AsText(item) is null)) _faults.Add($"{_path}.{name} has something that is no text");
        return [.. items.Select(AsText).OfType<string>()];
    }

    /// <summary>Objects; a single one counts as a list of one.</summary>
    /// <param name="name">The member.</param>
    /// <param name="read">Reads one, given its members and its path.</param>
    public IReadOnlyList<T> Objects<T>(string name, Func<IReadOnlyDictionary<string, object?>, string, T> read)
        where T : class
    {
        var items = Items(name);
        if (items.Any(item => item is not (T or IReadOnlyDictionary<string, object?>))) _faults.Add($"{_path}.{name} has something that is no object");
        return [.. items
            .Select((item, i) => item is IReadOnlyDictionary<string, object?> members ? read(members, $"{_path}.{name}[{i}]") : item as T)
            .OfType<T>()];
    }

    private static string Hint(string name, IEnumerable<string> known) =>
        NearNames.Of(name, known) is [var near, ..] ? $" (perhaps {near})" : "";

    private IReadOnlyList<object?> Items(string name) => Value(name) switch
    {
        null => [],
        IReadOnlyList<object?> list => list,
        var single => [single],
    };

    private object? Value(string name) =>
        _members.FirstOrDefault(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string? AsText(object? value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
