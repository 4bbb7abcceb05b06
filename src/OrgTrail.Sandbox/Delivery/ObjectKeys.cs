using System.Globalization;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>
/// The keys of what one account and Region of a trail delivers (CloudTrail user guide, "Getting and viewing your CloudTrail log files"
/// and "CloudTrail digest file structure"). Organization trails have a folder of the organization's id for all accounts.
/// </summary>
internal sealed class ObjectKeys(SandboxTrail trail, string? organizationId, AccountRegion place)
{
    private readonly string _folder =
        $"{(trail.S3KeyPrefix is { } prefix ? prefix + "/" : "")}AWSLogs/{(organizationId is { } id ? id + "/" : "")}{place.AccountId}/";

    /// <summary>A log file: its stamp has minutes, and a unique part of 16 letters and digits.</summary>
    public string LogFile(DateTimeOffset time, string unique) =>
        $"{_folder}CloudTrail/{place.Region}/{Day(time)}/{place.AccountId}_CloudTrail_{place.Region}_{Format(time, "yyyyMMddTHHmmZ")}_{unique}.json.gz";

    /// <summary>A digest: its stamp is the end of its time, in seconds.</summary>
    public string Digest(DateTimeOffset end, bool backfill) =>
        $"{_folder}CloudTrail-Digest/{place.Region}/{Day(end)}/{place.AccountId}_CloudTrail-Digest_{place.Region}_{trail.Name}_{trail.HomeRegion}_{Format(end, "yyyyMMddTHHmmssZ")}{(backfill ? "_backfill" : "")}.json.gz";

    private static string Day(DateTimeOffset time) => Format(time, "yyyy/MM/dd");

    private static string Format(DateTimeOffset time, string format) =>
        time.UtcDateTime.ToString(format.Replace("T", "'T'", StringComparison.Ordinal).Replace("Z", "'Z'", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
