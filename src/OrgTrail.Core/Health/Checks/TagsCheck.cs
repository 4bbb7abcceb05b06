using OrgTrail.State;
using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class TagsCheck() : Check(
    "Tags",
    "The trail has a tag",
    "Tags tell whose trail it is, and policies can protect it by them.",
    SecurityHub(9))
{
    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        // Security Hub user guide, CloudTrail.9: tags that AWS sets do not count.
        string[] tags = [.. (await state.Tags).Where(tag => !tag.Key.StartsWith("aws:", StringComparison.Ordinal)).Select(tag => $"{tag.Key}={tag.Value}")];
        return tags.Length > 0
            ? Finding.Pass($"The trail has the tags {string.Join(", ", tags)}.")
            : Finding.Warn("The trail has no tags.", $"aws cloudtrail add-tags --resource-id {state.Trail.TrailARN} --tags-list Key=Owner,Value=<team> --region {state.Trail.HomeRegion}");
    }
}
