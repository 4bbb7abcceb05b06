using Amazon.CloudTrail;
using Amazon.CloudTrail.Model;
using OrgTrail.Aws.Errors;
using OrgTrail.Ports;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Ports;

/// <summary>Tags of trails.</summary>
/// <param name="client">The client of CloudTrail, which is the owner's.</param>
/// <param name="calls">Sends the requests.</param>
internal sealed class AwsTrailTags(Client<IAmazonCloudTrail> client, ServiceCalls calls) : ITrailTags
{
    public async Task<IReadOnlyDictionary<string, string>> ListAsync(TrailArn trail, CancellationToken cancellation)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        var pages = Pages.ReadAsync(
            token => calls.SendAsync("ListTags", () => client.Value.ListTagsAsync(new ListTagsRequest { ResourceIdList = [trail.ToString()], NextToken = token }, cancellation), cancellation),
            page => page.NextToken);
        await foreach (var page in pages.ConfigureAwait(false))
            foreach (var tag in (page.ResourceTagList ?? []).SelectMany(resource => resource.TagsList ?? []))
                tags[tag.Key ?? ""] = tag.Value ?? "";
        return tags;
    }

    public Task AddAsync(TrailArn trail, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) => calls.SendAsync(
        "AddTags",
        () => client.Value.AddTagsAsync(new AddTagsRequest { ResourceId = trail.ToString(), TagsList = TrailRequests.Tags(tags) }, cancellation),
        cancellation);

    // RemoveTags looks at the keys alone (CloudTrail API reference, RemoveTags).
    public Task RemoveAsync(TrailArn trail, IReadOnlyList<string> keys, CancellationToken cancellation) => calls.SendAsync(
        "RemoveTags",
        () => client.Value.RemoveTagsAsync(new RemoveTagsRequest { ResourceId = trail.ToString(), TagsList = [.. keys.Select(key => new Tag { Key = key })] }, cancellation),
        cancellation);
}
