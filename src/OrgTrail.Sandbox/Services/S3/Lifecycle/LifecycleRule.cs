using System.Globalization;
using System.Xml.Linq;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>One lifecycle rule: which objects it means, and what becomes of them when (Amazon S3 user guide, "Managing the lifecycle of objects").</summary>
internal sealed class LifecycleRule(XElement rule, string minimumSize)
{
    private const long SmallestTransition = 128 * 1024;
    private readonly XElement? _filter = rule.Element("Filter")?.Element("And") ?? rule.Element("Filter");

    public bool IsEnabled => rule.Element("Status")!.Value == "Enabled";

    public XElement? Expiration => rule.Element("Expiration");

    public XElement? NoncurrentExpiration => rule.Element("NoncurrentVersionExpiration");

    /// <summary>After how many days uploads in parts are given up; <see langword="null"/> for never.</summary>
    public int? AbortDays => Number(rule.Element("AbortIncompleteMultipartUpload")?.Element("DaysAfterInitiation"));

    /// <summary>What keys begin with.</summary>
    public string Prefix => (rule.Element("Prefix") ?? _filter?.Element("Prefix"))?.Value ?? "";

    /// <summary>Whether the rule means a version.</summary>
    public bool Means(StoredObject version)
    {
        if (!version.Key.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var size = version.Length;
        if (Number(_filter?.Element("ObjectSizeGreaterThan")) is { } above && size <= above) return false;
        if (Number(_filter?.Element("ObjectSizeLessThan")) is { } below && size >= below) return false;
        var tags = ObjectTags.Of(version);
        return _filter?.Elements("Tag").All(tag => tags.GetValueOrDefault(tag.Element("Key")!.Value) == tag.Element("Value")!.Value) ?? true;
    }

    /// <summary>Whether a current version is to go.</summary>
    public bool Expires(StoredObject version, DateTimeOffset now) => IsDue(Expiration, version.LastModified, now);

    /// <summary>Whether an older version is to go.</summary>
    /// <param name="since">Since when it is not the current one.</param>
    /// <param name="newer">How many newer ones that are not current either there are.</param>
    /// <param name="now">When.</param>
    public bool ExpiresNoncurrent(DateTimeOffset since, int newer, DateTimeOffset now) =>
        NoncurrentExpiration is { } expiration
        && newer >= (Number(expiration.Element("NewerNoncurrentVersions")) ?? 0)
        && Number(expiration.Element("NoncurrentDays")) is { } days && Due(since, days) <= now;

    /// <summary>The storage class that a version is to have by now; <see langword="null"/> for the one that it has.</summary>
    /// <param name="version">The version.</param>
    /// <param name="since">Since when it is there, or not the current one.</param>
    /// <param name="now">When.</param>
    public string? TransitionOf(StoredObject version, DateTimeOffset since, DateTimeOffset now)
    {
        // Small objects cost more to move than they save (same guide, "Constraints and considerations for transitions").
        if (version.Length < SmallestTransition && minimumSize == LifecycleSetting.DefaultSize && Number(_filter?.Element("ObjectSizeGreaterThan")) is null) return null;
        var due = rule.Elements(version.IsLatest ? "Transition" : "NoncurrentVersionTransition")
            .Where(transition => IsDue(transition, since, now))
            .Select(transition => transition.Element("StorageClass")!.Value);
        return due.OrderByDescending(StorageClasses.Coldness).FirstOrDefault(name => StorageClasses.Coldness(name) > StorageClasses.Coldness(StorageClasses.Of(version)));
    }

    /// <summary>When something falls due: so many days later, at the next midnight.</summary>
    public static DateTimeOffset Due(DateTimeOffset since, int days)
    {
        var due = since.AddDays(days);
        var midnight = new DateTimeOffset(due.UtcDateTime.Date, TimeSpan.Zero);
        return midnight == due ? due : midnight.AddDays(1);
    }

    private static bool IsDue(XElement? action, DateTimeOffset since, DateTimeOffset now) => action switch
    {
        null => false,
        _ when Number(action.Element("Days") ?? action.Element("NoncurrentDays")) is { } days => Due(since, days) <= now,
        _ when action.Element("Date") is { } date => DateTimeOffset.Parse(date.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) <= now,
        _ => false,
    };

    private static int? Number(XElement? element) => element is null ? null : int.Parse(element.Value, CultureInfo.InvariantCulture);
}
