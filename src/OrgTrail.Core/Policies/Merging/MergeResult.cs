namespace OrgTrail.Policies;

/// <summary>A policy with what a trail needs.</summary>
/// <param name="Policy">The policy as JSON text: exactly the given one when nothing was changed; otherwise indented, or on one line where only that fits the size limit.</param>
/// <param name="Changed">Whether anything had to be changed.</param>
/// <param name="Changes">What was changed, one sentence a change.</param>
public sealed record MergeResult(string Policy, bool Changed, IReadOnlyList<string> Changes);
