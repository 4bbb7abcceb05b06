using OrgTrail.Problems;

namespace OrgTrail;

/// <summary>Something for which a service refuses a policy when it is put, whatever the policy would allow.</summary>
/// <param name="Index">The statement's position in the policy, from 0; <see langword="null"/> for the policy as a whole.</param>
/// <param name="Sid">The statement's id, if it has one.</param>
/// <param name="Reason">What is wrong, as a sentence.</param>
/// <param name="Answer">What the service answers.</param>
public sealed record PolicyFault(int? Index, string? Sid, string Reason, string Answer)
{
    /// <summary>The statement's id, if it has one.</summary>
    public string? Sid { get; init; } = Sid is null ? null : ShownText.Of(Sid);

    /// <summary>What is wrong, as a sentence.</summary>
    public string Reason { get; init; } = ShownText.Of(Reason);

    /// <summary>What the service answers.</summary>
    public string Answer { get; init; } = ShownText.Of(Answer);

    /// <summary>What the service names besides, where it does.</summary>
    internal string? Detail { get; init; }

    /// <summary>The statement, what is wrong, and the service's answer.</summary>
    public override string ToString() =>
        $"{(Index is { } index ? $"{Policies.Statement.Name(index, Sid)}: " : "")}{Reason} (\"{Answer}\")";

    internal static PolicyFault Of(Policies.Statement statement, string reason, string answer) => new(statement.Index, statement.Sid, reason, answer);
}
