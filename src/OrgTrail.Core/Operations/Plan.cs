namespace OrgTrail.Operations;

/// <summary>
/// What an operation is going to change, found by reading only: for <c>-WhatIf</c> to show, for the user to confirm,
/// and then to apply.
/// </summary>
/// <typeparam name="T">What the operation results in.</typeparam>
/// <param name="target">What is changed, for example a trail's ARN.</param>
/// <param name="action">The change in two or three words, for example <c>Update trail</c>.</param>
/// <param name="changes">Each single change, for people; empty when all is right already.</param>
/// <param name="current">The result when there is nothing to change.</param>
/// <param name="apply">Makes the changes.</param>
internal sealed class Plan<T>(
    string target, string action, IReadOnlyList<string> changes, T? current, Func<CancellationToken, Task<T>> apply)
    where T : class
{
    /// <summary>What is changed.</summary>
    public string Target { get; } = target;

    /// <summary>The change in two or three words.</summary>
    public string Action { get; } = action;

    /// <summary>Each single change, for people.</summary>
    public IReadOnlyList<string> Changes { get; } = changes;

    /// <summary>The state before; <see langword="null"/> when there is nothing yet.</summary>
    public T? Current { get; } = current;

    /// <summary>What the user should know of the outcome, although it is no error; a sentence or two each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether all is right already.</summary>
    public bool IsEmpty => Changes.Count == 0;

    /// <summary>Makes the changes.</summary>
    /// <returns>The state afterwards.</returns>
    public Task<T> ApplyAsync(CancellationToken cancellation) => apply(cancellation);
}
