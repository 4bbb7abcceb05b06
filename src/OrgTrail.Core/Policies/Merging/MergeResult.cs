namespace OrgTrail.Policies;

/// <summary>A policy with what a trail needs.</summary>
/// <param name="Policy">The policy as JSON text: exactly the given one when nothing was changed; otherwise indented, or on one line where only that fits the size limit.</param>
/// <param name="Changed">Whether anything had to be changed.</param>
/// <param name="Changes">What was changed, one sentence a change.</param>
internal sealed record MergeResult(string Policy, bool Changed, IReadOnlyList<string> Changes)
{
    /// <summary>The same as it was read and changed, so that nobody need read it again.</summary>
    internal PolicyDocument? Document { get; init; }

    /// <summary>What keeps a wanted trail out, or may, in spite of the merge: statements of others by index and Sid, and why. Empty when CloudTrail gets in.</summary>
    public IReadOnlyList<string> Denials { get; init; } = [];

    /// <summary>Statements that let in more trails than the wanted one. They stay as they are, since other trails may live on them.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>What the service refuses the policy for when it is put: statements of others by index and Sid, and why. Empty for one that it takes.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>All that a person should know of the outcome of a merge into a live policy.</summary>
    public IReadOnlyList<string> Warnings => WarningsFor(isLive: true);

    /// <summary>All that a person should know of the outcome.</summary>
    /// <param name="isLive">Whether the policy that was merged into is in force. One that stays as it is was taken then, whatever it says.</param>
    internal IReadOnlyList<string> WarningsFor(bool isLive) => [.. Denials, .. isLive && !Changed ? [] : Refusals, .. Suggestions];
}
