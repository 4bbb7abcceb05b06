using Amazon.CloudTrail.Model;
using OrgTrail.Ports;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Ports;

/// <summary>
/// Between trails and the SDK's requests and answers. The settings go by the table of <see cref="TrailSetting"/>, since the
/// requests of two operations and the answers of three are five types with the same members.
/// </summary>
internal static class TrailMessages
{
    private static readonly SettingMembers<CreateTrailRequest> Creating = new(setting => setting.Name);
    private static readonly SettingMembers<UpdateTrailRequest> Updating = new(setting => setting.Name);
    private static readonly SettingMembers<CreateTrailResponse> Created = new(setting => setting.AnswerName);
    private static readonly SettingMembers<UpdateTrailResponse> Updated = new(setting => setting.AnswerName);
    private static readonly SettingMembers<Amazon.CloudTrail.Model.Trail> Shown = new(setting => setting.AnswerName);

    public static CreateTrailRequest Create(TrailSettings settings) => Creating.Write(settings, new()
    {
        Name = settings.Name,
        TagsList = settings.Tags is { } tags ? Tags(tags) : null,
    });

    public static UpdateTrailRequest Update(string address, TrailSettings changes) => Updating.Write(changes, new() { Name = address });

    public static List<Tag> Tags(IReadOnlyDictionary<string, string> tags) => [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    /// <param name="trail">A trail with an ARN.</param>
    /// <param name="region">The Region that was asked, for an ARN that does not say which Region it lies in.</param>
    public static OrgTrail.Trail ToTrail(Amazon.CloudTrail.Model.Trail trail, string region) => new()
    {
        Name = trail.Name ?? NameIn(trail.TrailARN!),
        TrailARN = trail.TrailARN!,
        HomeRegion = Given(trail.HomeRegion) ?? RegionIn(trail.TrailARN!) ?? region,
        Settings = Shown.Read(trail),
        HasCustomEventSelectors = trail.HasCustomEventSelectors,
        HasInsightSelectors = trail.HasInsightSelectors,
    };

    public static OrgTrail.Trail ToTrail(CreateTrailResponse trail, string region) =>
        ToTrail(trail.Name, trail.TrailARN!, region, Created.Read(trail));

    public static OrgTrail.Trail ToTrail(UpdateTrailResponse trail, string region) =>
        ToTrail(trail.Name, trail.TrailARN!, region, Updated.Read(trail));

    public static TrailListing ToListing(string arn, TrailInfo trail, string region) =>
        new(arn, trail.Name ?? NameIn(arn), Given(trail.HomeRegion) ?? RegionIn(arn) ?? region);

    private static OrgTrail.Trail ToTrail(string? name, string arn, string region, TrailSettings settings) => new()
    {
        Name = name ?? NameIn(arn),
        TrailARN = arn,
        HomeRegion = RegionIn(arn) ?? region,
        Settings = settings,
    };

    private static string NameIn(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    private static string? RegionIn(string arn) => TrailArn.TryParse(arn, out var parts, out _) ? parts.Region : null;

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
