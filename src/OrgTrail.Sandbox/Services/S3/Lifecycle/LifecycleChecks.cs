using System.Globalization;
using System.Xml.Linq;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>What S3 refuses of a lifecycle rule.</summary>
internal static class LifecycleChecks
{
    private static readonly string[] Members =
        ["ID", "Prefix", "Filter", "Status", "Expiration", "Transition", "NoncurrentVersionExpiration", "NoncurrentVersionTransition", "AbortIncompleteMultipartUpload"];

    private static readonly string[] Actions =
        ["Expiration", "Transition", "NoncurrentVersionExpiration", "NoncurrentVersionTransition", "AbortIncompleteMultipartUpload"];

    private static readonly string[] FilterMembers = ["Prefix", "Tag", "ObjectSizeGreaterThan", "ObjectSizeLessThan", "And"];

    public static void Require(XElement rule)
    {
        if (rule.Element("Status")?.Value is not ("Enabled" or "Disabled") || rule.Elements().Any(member => !Members.Contains(member.Name.LocalName))) throw S3Errors.MalformedXml();
        if (rule.Element("Filter") is null == (rule.Element("Prefix") is null)) throw S3Errors.MalformedXml();
        if (!rule.Elements().Any(member => Actions.Contains(member.Name.LocalName)))
            throw S3Errors.InvalidRequest("At least one action needs to be specified in a rule");
        RequireFilter(rule.Element("Filter"));
        RequireExpiration(rule.Element("Expiration"));
        foreach (var older in rule.Elements("NoncurrentVersionExpiration"))
            RequireDays(older.Element("NoncurrentDays"), required: true, "NoncurrentVersionExpiration");
        foreach (var transition in rule.Elements("Transition").Concat(rule.Elements("NoncurrentVersionTransition")))
            RequireTransition(transition);
        foreach (var abort in rule.Elements("AbortIncompleteMultipartUpload"))
            RequireDays(abort.Element("DaysAfterInitiation"), required: true, "AbortIncompleteMultipartUpload");
    }

    // One member alone, or several below And.
    private static void RequireFilter(XElement? filter)
    {
        if (filter is null) return;
        if (filter.Elements().Count() > 1 || filter.Elements().Any(member => !FilterMembers.Contains(member.Name.LocalName))) throw S3Errors.MalformedXml();
        var tags = filter.Descendants("Tag").Select(tag => tag.Element("Key")?.Value ?? throw S3Errors.MalformedXml()).ToArray();
        if (tags.Distinct(StringComparer.Ordinal).Count() < tags.Length) throw S3Errors.InvalidRequest("Duplicate Tag Keys are not allowed.");
    }

    private static void RequireExpiration(XElement? expiration)
    {
        if (expiration is null) return;
        if (expiration.Elements().Count() != 1 || expiration.Elements().First().Name.LocalName is not ("Days" or "Date" or "ExpiredObjectDeleteMarker")) throw S3Errors.MalformedXml();
        RequireDays(expiration.Element("Days"), required: false, "Expiration");
        RequireMidnight(expiration.Element("Date"));
    }

    private static void RequireTransition(XElement transition)
    {
        var name = transition.Element("StorageClass")?.Value ?? throw S3Errors.MalformedXml();
        if (StorageClasses.Coldness(name) <= 0) throw S3Errors.MalformedXml();
        RequireMidnight(transition.Element("Date"));
        foreach (var days in transition.Elements("Days").Concat(transition.Elements("NoncurrentDays")))
        {
            if (!int.TryParse(days.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                throw S3Errors.InvalidArgument($"'{days.Name}' in Transition action must be nonnegative", days.Name.LocalName, days.Value);
        }
    }

    private static void RequireDays(XElement? days, bool required, string action)
    {
        if (days is null && required) throw S3Errors.MalformedXml();
        if (days is not null && (!int.TryParse(days.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0))
            throw S3Errors.InvalidArgument($"'{days.Name}' for {action} action must be a positive integer", days.Name.LocalName, days.Value);
    }

    private static void RequireMidnight(XElement? date)
    {
        if (date is null) return;
        if (!DateTimeOffset.TryParse(date.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) || time.UtcDateTime.TimeOfDay != TimeSpan.Zero)
            throw S3Errors.InvalidArgument("'Date' must be at midnight GMT", "Date", date.Value);
    }
}
