using OrgTrail.Problems;

namespace OrgTrail;

/// <summary>Something about a statement that a person should know.</summary>
/// <param name="Index">The statement's position in the policy, from 0.</param>
/// <param name="Sid">The statement's id, if it has one.</param>
/// <param name="Message">What it is, as a sentence.</param>
public sealed record PolicyFinding(int Index, string? Sid, string Message)
{
    /// <summary>The statement's id, if it has one.</summary>
    public string? Sid { get; init; } = Sid is null ? null : ShownText.Of(Sid);

    /// <summary>What it is, as a sentence.</summary>
    public string Message { get; init; } = ShownText.Of(Message);

    /// <summary>The statement and the message.</summary>
    public override string ToString() => $"{Policies.Statement.Name(Index, Sid)}: {Message}";
}
