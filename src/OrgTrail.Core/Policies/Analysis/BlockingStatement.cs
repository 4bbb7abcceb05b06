using OrgTrail.Problems;

namespace OrgTrail;

/// <summary>A Deny that keeps CloudTrail from what it needs.</summary>
/// <param name="Index">The statement's position in the policy, from 0.</param>
/// <param name="Sid">The statement's id, if it has one.</param>
/// <param name="Reason">The conditions that matched, and why.</param>
/// <param name="Calls">What it blocks: for a bucket of <c>acl-check</c>, <c>management-write</c> and <c>organization-write</c>, for a key of <c>encrypt</c>, <c>describe</c> and <c>decrypt</c>.</param>
public sealed record BlockingStatement(int Index, string? Sid, string Reason, IReadOnlyList<string> Calls)
{
    /// <summary>The statement's id, if it has one.</summary>
    public string? Sid { get; init; } = Sid is null ? null : ShownText.Of(Sid);

    /// <summary>The conditions that matched, and why.</summary>
    public string Reason { get; init; } = ShownText.Of(Reason);

    /// <summary>The whole in one sentence.</summary>
    public override string ToString() =>
        $"{Policies.Statement.Name(Index, Sid)} denies {string.Join(", ", Calls)}: {Reason}";
}
