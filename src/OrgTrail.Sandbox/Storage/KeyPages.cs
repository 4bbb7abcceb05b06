namespace OrgTrail.Sandbox.Storage;

/// <summary>Reads an index page by page, so that writers never wait for a reader.</summary>
internal static class KeyPages
{
    // The first page is small, since a listing with a delimiter leaves it at once; the later ones make up for it.
    private const int SmallestPage = 16;
    private const int LargestPage = 1024;

    /// <summary>Goes on from the last key of one page to the next.</summary>
    /// <param name="prefix">What keys begin with.</param>
    /// <param name="after">The key behind which to begin.</param>
    /// <param name="page">Reads so many items from a key on, that key included.</param>
    /// <param name="keyOf">The key of an item.</param>
    public static IEnumerable<T> List<T>(byte[] prefix, byte[] after, Func<byte[], int, List<T>> page, Func<T, byte[]> keyOf)
    {
        var from = prefix.AsSpan().SequenceCompareTo(after) > 0 ? prefix : after;
        var inclusive = !ReferenceEquals(from, after);
        for (var size = SmallestPage; ; size = Math.Min(2 * size, LargestPage))
        {
            var items = page(from, size);
            foreach (var item in items)
            {
                var key = keyOf(item);
                if (!key.AsSpan().StartsWith(prefix)) yield break;
                if (inclusive || !key.AsSpan().SequenceEqual(from)) yield return item;
            }

            if (items.Count < size) yield break;
            (from, inclusive) = (keyOf(items[^1]), false);
        }
    }
}
