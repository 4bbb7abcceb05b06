namespace OrgTrail.Policies;

/// <summary>What an element such as <c>Action</c> or <c>NotAction</c> selects.</summary>
/// <param name="Except">Whether the items are those that are <em>not</em> meant (<c>NotAction</c>, <c>NotResource</c>, <c>NotPrincipal</c>).</param>
/// <param name="Items">The listed items; one when the element is a scalar.</param>
internal sealed record Selection<T>(bool Except, IReadOnlyList<T> Items);
