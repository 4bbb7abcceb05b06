using System.Security.Cryptography;
using System.Text;
using OrgTrail.Aws.Errors;

namespace OrgTrail.Aws.Ports;

/// <summary>
/// Listings that come in pages. A page may be empty although others follow it (AWS Organizations API reference,
/// "NextToken"), but no listing of AWS goes round in a circle or on for ever.
/// </summary>
internal static class Pages
{
    /// <summary>As many pages in a row may be without an item.</summary>
    public const int MostEmpty = 1000;

    /// <summary>As many pages may be there in all: of the smallest pages of AWS, 20 items, this holds 200,000 accounts.</summary>
    public const int Most = 10_000;

    /// <summary>All items, each page read when it is wanted.</summary>
    /// <param name="calls">The service; the word for a listing without an end is its.</param>
    /// <param name="operation">The operation's name.</param>
    /// <param name="read">Reads the page of a token; the first has none.</param>
    /// <param name="items">The items of a page, <see langword="null"/> when the answer has no such list.</param>
    /// <param name="next">The token of the page behind; <see langword="null"/> or empty behind the last.</param>
    public static async IAsyncEnumerable<TItem> ReadAsync<TPage, TItem>(
        ServiceCalls calls, string operation, Func<string?, Task<TPage>> read, Func<TPage, IReadOnlyList<TItem>?> items, Func<TPage, string?> next)
        where TItem : class
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        var empty = 0;
        do
        {
            var page = await read(token).ConfigureAwait(false);
            token = next(page);
            // A page that names another may leave its empty list out; of one that does not, it is to be seen that nothing is behind.
            var found = string.IsNullOrEmpty(token) ? calls.Required(operation, items(page)) : items(page) ?? [];
            foreach (var item in found)
                yield return item;

            empty = found.Count == 0 ? empty + 1 : 0;
            Require(calls, operation, tokens.Add(Fingerprint(token)), "a page names a token that another page named before");
            Require(calls, operation, empty < MostEmpty || string.IsNullOrEmpty(token), $"{MostEmpty} pages in a row had no item");
            Require(calls, operation, tokens.Count < Most, $"there were {Most} pages");
        }
        while (!string.IsNullOrEmpty(token));
    }

    private static void Require(ServiceCalls calls, string operation, bool isSound, string otherwise)
    {
        if (!isSound) throw calls.Unusable(operation, $"The listing has no end: {otherwise}.");
    }

    /// <summary>What remembers a token, of whatever length it is.</summary>
    private static string Fingerprint(string? token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token ?? "")));
}
