using System.Collections.ObjectModel;

namespace OrgTrail.Health;

/// <summary>A list that reads as its items: Export-Csv writes of a list what its <see cref="ToString"/> says.</summary>
internal sealed class Listed<T>(IEnumerable<T> items) : ReadOnlyCollection<T>([.. items])
{
    /// <summary>The items on one line.</summary>
    public override string ToString() => string.Join("; ", this);
}
