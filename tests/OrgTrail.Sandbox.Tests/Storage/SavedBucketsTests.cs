using System.Text.Json;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Tests.Storage;

public sealed class SavedBucketsTests
{
    [Fact]
    public void Buckets_are_saved_in_the_order_of_their_names_and_read_back()
    {
        var state = new SandboxState();
        foreach (var name in new[] { "c", "a", "b" })
            state.S3.Buckets[name] = new() { Name = name, OwnerAccountId = "111111111111", Region = "eu-west-1", Policy = "{}" };

        var json = JsonSerializer.Serialize(state);
        var read = JsonSerializer.Deserialize<SandboxState>(json)!;

        Assert.Equal(["a", "b", "c"], JsonDocument.Parse(json).RootElement.GetProperty("S3").GetProperty("Buckets").EnumerateObject().Select(bucket => bucket.Name));
        Assert.Equal("eu-west-1", read.S3.Buckets["b"].Region);
        Assert.True(read.S3.Buckets["b"].PublicAccessBlock!.BlockPublicPolicy);
    }
}
