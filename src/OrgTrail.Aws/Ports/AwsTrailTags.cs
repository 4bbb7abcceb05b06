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
        const string Operation = "ListTags";
        var resources = Pages.ReadAsync(
            calls,
            Operation,
            token => calls.SendAsync(Operation, () => client.Value.ListTagsAsync(new ListTagsRequest { ResourceIdList = [trail.ToString()], NextToken = token }, cancellation), cancellation),
            page => page.ResourceTagList,
            page => page.NextToken);
        await foreach (var resource in resources.ConfigureAwait(false))
            foreach (var tag in resource.TagsList ?? [])
                tags[calls.Required(Operation, tag.Key)] = tag.Value ?? "";
        return tags;
    }

    public Task AddAsync(TrailArn trail, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) => calls.SendAsync(
        "AddTags",
        () => client.Value.AddTagsAsync(new AddTagsRequest { ResourceId = trail.ToString(), TagsList = TrailMessages.Tags(tags) }, cancellation),
        cancellation);

    // RemoveTags looks at the keys alone (CloudTrail API reference, RemoveTags).
    public Task RemoveAsync(TrailArn trail, IReadOnlyList<string> keys, CancellationToken cancellation) => calls.SendAsync(
        "RemoveTags",
        () => client.Value.RemoveTagsAsync(new RemoveTagsRequest { ResourceId = trail.ToString(), TagsList = [.. keys.Select(key => new Tag { Key = key })] }, cancellation),
        cancellation);
}
