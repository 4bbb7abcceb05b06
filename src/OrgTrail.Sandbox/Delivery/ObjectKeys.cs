using System.Globalization;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>
/// The keys of what one lane of a trail delivers (CloudTrail user guide, "Getting and viewing your CloudTrail log files"
/// and "CloudTrail digest file structure"). Organization trails have a folder of the organization's id for all accounts.
/// </summary>
internal sealed class ObjectKeys(SandboxTrail trail, string? organizationId, Lane lane)
{
    private readonly string _folder =
        $"{(trail.S3KeyPrefix is { } prefix ? prefix + "/" : "")}AWSLogs/{(organizationId is { } id ? id + "/" : "")}{lane.AccountId}/";

    /// <summary>A log file: its stamp has minutes, and a unique part of 16 letters and digits.</summary>
    public string LogFile(DateTimeOffset time, string unique) =>
        $"{_folder}CloudTrail/{lane.Region}/{Day(time)}/{lane.AccountId}_CloudTrail_{lane.Region}_{Format(time, "yyyyMMddTHHmmZ")}_{unique}.json.gz";

    /// <summary>A digest: its stamp is the end of its time, in seconds.</summary>
    public string Digest(DateTimeOffset end, bool backfill) =>
        $"{_folder}CloudTrail-Digest/{lane.Region}/{Day(end)}/{lane.AccountId}_CloudTrail-Digest_{lane.Region}_{trail.Name}_{trail.HomeRegion}_{Format(end, "yyyyMMddTHHmmssZ")}{(backfill ? "_backfill" : "")}.json.gz";

    private static string Day(DateTimeOffset time) => Format(time, "yyyy/MM/dd");

    private static string Format(DateTimeOffset time, string format) =>
        time.UtcDateTime.ToString(format.Replace("T", "'T'", StringComparison.Ordinal).Replace("Z", "'Z'", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
