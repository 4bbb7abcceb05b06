namespace OrgTrail.Policies;

/// <summary>
/// What is known of a condition key in a request: the possibilities, each the key's values or <see langword="null"/> for
/// a key that is absent. A condition is decided only when it comes out the same in all of them.
/// </summary>
/// <param name="Possibilities">The possible values.</param>
/// <param name="IsMultivalued">Whether AWS documents the key as multivalued, so that conditions need <c>ForAnyValue</c> or <c>ForAllValues</c>.</param>
/// <param name="NeverNamed">Whether no policy can name the key's value: the key is absent, or its value is AWS's own.</param>
/// <param name="Description">The possibilities in words, to stand behind the key in a sentence.</param>
internal sealed record ContextValue(
    IReadOnlyList<IReadOnlyList<SymbolicText>?> Possibilities,
    bool IsMultivalued,
    bool NeverNamed,
    string Description)
{
    /// <summary>The key is not part of the request.</summary>
    internal static ContextValue Absent { get; } = new([null], false, true, "is absent from the calls of an AWS service");

    /// <summary>The key is withheld, or present with a value of AWS's own, such as the address of one of its machines.</summary>
    internal static ContextValue Withheld { get; } = new([null, [SymbolicText.Foreign]], false, true, "is absent from the calls of an AWS service, or has a value of AWS's own");

    /// <summary>The key is present with a value that depends on more than a policy.</summary>
    internal static ContextValue Unknown { get; } = new([[SymbolicText.Anything]], false, false, "has a value that cannot be known beforehand");

    /// <summary>AWS does not document whether the key is present.</summary>
    internal static ContextValue Undocumented { get; } = new([null, [SymbolicText.Anything]], false, false, "is not documented for the calls of CloudTrail");

    /// <summary>The key is present with this one value.</summary>
    internal static ContextValue Known(SymbolicText value) => new([[value]], false, false, $"is '{value}'");

    /// <summary>The key is present with one of these values.</summary>
    internal static ContextValue OneOf(params string[] values) =>
        new([.. values.Select(value => (IReadOnlyList<SymbolicText>)[value])], false, false, $"is one of '{string.Join("', '", values)}'");

    /// <summary>The key is present with a list of values: one of these lists.</summary>
    internal static ContextValue List(string description, params IReadOnlyList<SymbolicText>[] lists) => new(lists, true, false, description);
}
