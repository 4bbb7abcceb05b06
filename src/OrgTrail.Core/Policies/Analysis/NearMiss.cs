using OrgTrail.Problems;

namespace OrgTrail;

/// <summary>The statement that comes nearest to allowing what nothing allows, and what of it does not fit.</summary>
/// <param name="Call">What is missing, for example <c>organization-write</c>.</param>
/// <param name="Index">The statement's position in the policy, from 0; <see langword="null"/> when none comes near.</param>
/// <param name="Sid">The statement's id, if it has one.</param>
/// <param name="Reason">What does not fit, in sentences.</param>
public sealed record NearMiss(string Call, int? Index, string? Sid, string Reason)
{
    /// <summary>The statement's id, if it has one.</summary>
    public string? Sid { get; init; } = Sid is null ? null : ShownText.Of(Sid);

    /// <summary>What does not fit, in sentences.</summary>
    public string Reason { get; init; } = ShownText.Of(Reason);

    /// <summary>The statement, what it comes nearest to, and what does not fit.</summary>
    public override string ToString() => Sentence(Call);

    /// <summary>Misses in words, those of one statement and reason together; nothing of those that no statement comes near.</summary>
    internal static IEnumerable<string> Words(IEnumerable<NearMiss> misses) => misses
        .Where(miss => miss.Index is not null)
        .GroupBy(miss => (miss.Index, miss.Reason))
        .Select(group => group.First().Sentence(string.Join(", ", group.Select(miss => miss.Call))));

    private string Sentence(string calls) => Index is { } index
        ? $"{Policies.Statement.Name(index, Sid)} comes nearest to {calls}: {Reason}"
        : $"No statement comes near to {calls}: {Reason}";
}
