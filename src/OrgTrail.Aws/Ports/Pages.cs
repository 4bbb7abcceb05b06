namespace OrgTrail.Aws.Ports;

/// <summary>Listings that come in pages. A page may be empty although others follow it (AWS Organizations API reference, "NextToken").</summary>
internal static class Pages
{
    /// <summary>All pages, each read when it is wanted.</summary>
    /// <param name="read">Reads the page of a token; the first has none.</param>
    /// <param name="next">The token of the page behind; <see langword="null"/> or empty behind the last.</param>
    public static async IAsyncEnumerable<TPage> ReadAsync<TPage>(Func<string?, Task<TPage>> read, Func<TPage, string?> next)
    {
        string? token = null;
        do
        {
            var page = await read(token).ConfigureAwait(false);
            yield return page;
            token = next(page);
        }
        while (!string.IsNullOrEmpty(token));
    }
}
