using System.Globalization;
using OrgTrail.Trails;

namespace OrgTrail.Integrity;

/// <summary>A place under which CloudTrail made a folder for each account.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">What stands in front of the account's id, with its slash.</param>
internal readonly record struct LogRoot(string Bucket, string Prefix)
{
    /// <summary>The folder of a lane's digests.</summary>
    public string Digests(AccountRegion lane) => $"{Prefix}{lane.AccountId}/CloudTrail-Digest/{lane.Region}/";

    /// <summary>The folder of a lane's log files.</summary>
    public string Logs(AccountRegion lane) => $"{Prefix}{lane.AccountId}/CloudTrail/{lane.Region}/";

    /// <summary>A day as a folder.</summary>
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture);
}
