using OrgTrail.Trails;

namespace OrgTrail;

/// <summary>A condition of an advanced event selector: one of the values of each operator that is given (CloudTrail API reference, AdvancedFieldSelector).</summary>
public sealed class AdvancedFieldSelector
{
    /// <summary>For example <c>eventCategory</c>, <c>resources.type</c> or <c>readOnly</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The field is one of these.</summary>
    public new IReadOnlyList<string> Equals { get; init => field = value.ToArray(); } = [];

    /// <summary>The field begins with one of these.</summary>
    public IReadOnlyList<string> StartsWith { get; init => field = value.ToArray(); } = [];

    /// <summary>The field ends with one of these.</summary>
    public IReadOnlyList<string> EndsWith { get; init => field = value.ToArray(); } = [];

    /// <summary>The field is none of these.</summary>
    public IReadOnlyList<string> NotEquals { get; init => field = value.ToArray(); } = [];

    /// <summary>The field begins with none of these.</summary>
    public IReadOnlyList<string> NotStartsWith { get; init => field = value.ToArray(); } = [];

    /// <summary>The field ends with none of these.</summary>
    public IReadOnlyList<string> NotEndsWith { get; init => field = value.ToArray(); } = [];

    /// <summary>The operators that are given, with their values, in the order of the API reference.</summary>
    internal IEnumerable<(string Name, IReadOnlyList<string> Values)> Operators => All.Where(given => given.Values.Count > 0);

    private (string Name, IReadOnlyList<string> Values)[] All =>
    [
        (nameof(Equals), Equals), (nameof(StartsWith), StartsWith), (nameof(EndsWith), EndsWith),
        (nameof(NotEquals), NotEquals), (nameof(NotStartsWith), NotStartsWith), (nameof(NotEndsWith), NotEndsWith),
    ];

    /// <summary>The field and what it is compared with.</summary>
    public override string ToString() =>
        $"{Field} {string.Join(" or ", Operators.Select(given => $"{given.Name} {SelectorText.Of(given.Values)}"))}";
}
