using System.Globalization;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Storage classes, and what is archived until it is restored (Amazon S3 user guide, "Understanding and managing Amazon S3 storage classes").</summary>
internal static class StorageClasses
{
    public const string Header = "x-amz-storage-class";
    public const string Standard = "STANDARD";

    /// <summary>The header that says how a restore stands, and among an object's own headers what the store knows of it.</summary>
    private const string RestoreHeader = "x-amz-restore";

    // In the order in which lifecycle rules may lead from one to the next.
    private static readonly string[] Known =
        [Standard, "REDUCED_REDUNDANCY", "STANDARD_IA", "INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"];

    /// <summary>How far down a class is; negative for none that is known.</summary>
    public static int Coldness(string name) => Array.IndexOf(Known, name);

    /// <summary>Refuses a class that buckets of this kind do not have.</summary>
    public static void Require(string? name)
    {
        if (name is not null && !Known.Contains(name))
            throw new AwsErrorException("InvalidStorageClass", "The storage class you specified is not valid") { Members = { ["StorageClassRequested"] = name } };
    }

    public static string Of(StoredObject stored) => stored.Headers.GetValueOrDefault(Header, Standard);

    /// <summary>Whether an object's bytes are out of reach unless it is restored.</summary>
    public static bool IsArchived(StoredObject stored) => Of(stored) is "GLACIER" or "DEEP_ARCHIVE";

    /// <summary>Refuses to read what is archived and not restored now.</summary>
    public static void RequireReadable(StoredObject stored, DateTimeOffset now)
    {
        if (IsArchived(stored) && !(Restore(stored) is { } restore && restore.Ready <= now && restore.Expiry > now)) throw Archived(stored);
    }

    /// <summary>When a restore is ready, and until when the copy is kept; <see langword="null"/> when none was asked for.</summary>
    public static (DateTimeOffset Ready, DateTimeOffset Expiry)? Restore(StoredObject stored) =>
        stored.Headers.TryGetValue(HiddenHeaders.Restore, out var text) && text.Split(';') is [var ready, var expiry] ? (Time(ready), Time(expiry)) : null;

    /// <summary>The text that <see cref="Restore"/> reads.</summary>
    public static string RestoreText(DateTimeOffset ready, DateTimeOffset expiry) =>
        string.Create(CultureInfo.InvariantCulture, $"{ready.UtcTicks};{expiry.UtcTicks}");

    /// <summary>The header by which a restore is told; <see langword="null"/> for none.</summary>
    public static KeyValuePair<string, string>? RestoreStatus(StoredObject stored, DateTimeOffset now) => Restore(stored) switch
    {
        null => null,
        var (ready, _) when ready > now => new(RestoreHeader, "ongoing-request=\"true\""),
        var (_, expiry) when expiry > now => new(RestoreHeader, $"ongoing-request=\"false\", expiry-date=\"{expiry.ToString("R", CultureInfo.InvariantCulture)}\""),
        _ => null,
    };

    private static DateTimeOffset Time(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static AwsErrorException Archived(StoredObject stored) =>
        new("InvalidObjectState", "The operation is not valid for the object's storage class", 403) { Members = { ["StorageClass"] = Of(stored) } };
}
