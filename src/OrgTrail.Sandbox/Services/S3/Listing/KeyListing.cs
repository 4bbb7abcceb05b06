using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>One page of a bucket's keys.</summary>
/// <param name="Objects">The objects, in order.</param>
/// <param name="CommonPrefixes">The prefixes that stand for the keys that begin with them, in order.</param>
/// <param name="Last">The last of both; <see langword="null"/> on an empty page.</param>
/// <param name="IsTruncated">Whether there is more.</param>
internal sealed record KeyListing(IReadOnlyList<StoredObject> Objects, IReadOnlyList<string> CommonPrefixes, string? Last, bool IsTruncated)
{
    // No key begins so that another one would come behind it with the same beginning, save by this very character.
    private const string LastCharacter = "\U0010FFFF";

    /// <summary>Reads a page. Behind a common prefix it goes on at once, so that it reads no more than it answers.</summary>
    /// <param name="store">The objects.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">What keys begin with; empty for all.</param>
    /// <param name="delimiter">Up to where keys are rolled up, from behind the prefix; empty for not at all.</param>
    /// <param name="after">The key or the common prefix behind which to begin; empty for the first.</param>
    /// <param name="most">How many objects and prefixes together.</param>
    public static KeyListing Read(IObjectStore store, string bucket, string prefix, string delimiter, string after, int most)
    {
        var objects = new List<StoredObject>();
        var prefixes = new List<string>();
        var last = RollUp(after, prefix, delimiter) == after && after.Length > 0 ? after : null;
        var position = last is null ? after : last + LastCharacter;
        for (var more = most > 0; more;)
        {
            more = false;
            foreach (var stored in store.List(bucket, prefix, position))
            {
                var rolledUp = RollUp(stored.Key, prefix, delimiter);
                if (rolledUp is not null && rolledUp == last) continue;
                if (objects.Count + prefixes.Count == most) return new(objects, prefixes, last, true);
                last = rolledUp ?? stored.Key;
                if (rolledUp is null)
                {
                    objects.Add(stored);
                    continue;
                }

                prefixes.Add(rolledUp);
                position = rolledUp + LastCharacter;
                more = true;
                break;
            }
        }

        return new(objects, prefixes, last, false);
    }

    /// <summary>The common prefix that a key is rolled up into; <see langword="null"/> for none.</summary>
    public static string? RollUp(string key, string prefix, string delimiter)
    {
        if (delimiter.Length == 0 || !key.StartsWith(prefix, StringComparison.Ordinal)) return null;
        var end = key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return end < 0 ? null : key[..(end + delimiter.Length)];
    }
}
