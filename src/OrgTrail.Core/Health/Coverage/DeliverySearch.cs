using OrgTrail.Ports;
using OrgTrail.Trails;

namespace OrgTrail.Health;

/// <summary>Looks for a trail's files in its bucket, a key at a time, without ever holding a listing.</summary>
/// <param name="objects">The objects of buckets.</param>
/// <param name="bucket">The bucket.</param>
/// <param name="keys">The keys that are looked for.</param>
internal sealed class DeliverySearch(IBucketObjects objects, string bucket, DeliveredKeys keys)
{
    // CloudTrail gives up on a file after 30 days (CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail").
    private static readonly TimeSpan LongestMemory = TimeSpan.FromDays(30);

    /// <summary>The Regions that an account ever delivered from, for whatever trail: one listing.</summary>
    public async Task<IReadOnlyList<string>> RegionsOfAsync(string account, CancellationToken cancellation)
    {
        var folder = keys.Regions(account);
        var regions = new List<string>();
        await foreach (var found in objects.ListFoldersAsync(bucket, folder, cancellation))
            // Others than CloudTrail may have made folders there, too.
            if (found[folder.Length..].TrimEnd('/') is var region && Partition.Find(region) is not null)
                regions.Add(string.Intern(region));
        return regions;
    }

    /// <summary>The time of the first file of the trail from a moment on. One call, unless other trails deliver there too.</summary>
    /// <returns><see langword="null"/> when there is none.</returns>
    public async Task<DateTimeOffset?> FirstSinceAsync(AccountRegion origin, DateTimeOffset time, CancellationToken cancellation)
    {
        var folder = keys.Folder(origin);
        var after = keys.Before(origin, time);
        while (await objects.FindKeyAsync(bucket, folder, after, cancellation) is { } key)
        {
            if (keys.TimeOf(origin, key) is { } found) return found;
            after = keys.Behind(origin, key);
        }

        return null;
    }

    /// <summary>The time of the last file of a trail that fell silent, to the hour: some ten calls.</summary>
    /// <returns><see langword="null"/> when there is none of the last 30 days.</returns>
    public async Task<DateTimeOffset?> LastBeforeAsync(AccountRegion origin, DateTimeOffset time, CancellationToken cancellation)
    {
        if (await FirstSinceAsync(origin, time - LongestMemory, cancellation) is not { } last) return null;
        for (var until = time; until - last > TimeSpan.FromHours(1);)
        {
            var middle = last + ((until - last) / 2);
            if (await FirstSinceAsync(origin, middle, cancellation) is { } later) last = later;
            else until = middle;
        }

        return last;
    }
}
