using Amazon.Runtime;
using Amazon.SecurityToken;
using OrgTrail.Aws.Ports;
using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Ports;

public sealed class AwsCloudTests : ConnectionTest
{
    [Fact]
    public async Task The_caller_is_who_STS_says()
    {
        using var cloud = await ConnectAsync(ByHand);
        Assert.Equal(new("111111111111", "arn:aws:iam::111111111111:user/tester"), await cloud.Identity.GetCallerAsync(default));
        Assert.Equal("eu-central-1", cloud.Region);
    }

    [Fact]
    public async Task Connecting_with_keys_sends_nothing()
    {
        using var cloud = await ConnectAsync(ByHand);
        Assert.Empty(Aws.Calls);
    }

    [Fact]
    public async Task There_is_one_client_a_Region()
    {
        using var cloud = await ConnectAsync(ByHand);
        Assert.Same(cloud.TrailsIn("eu-west-1"), cloud.TrailsIn("eu-west-1"));
        Assert.NotSame(cloud.TrailsIn("eu-west-1"), cloud.TrailsIn("eu-west-2"));
        Assert.Same(cloud.KeysIn("eu-west-1"), cloud.KeysIn("eu-west-1"));
        Assert.NotSame(cloud.KeysIn("eu-west-1"), cloud.KeysIn("eu-west-2"));
    }

    [Fact]
    public async Task Closing_the_connection_disposes_of_every_client()
    {
        Aws.AddBucket("acme-audit").KeepTrails();
        Aws.On("KMS", "GetKeyRotationStatus").Answers("""{"KeyRotationEnabled":false}""");
        Aws.On("IAM", "GetRole").Fails("NoSuchEntity", "None.", status: 404);
        var cloud = await ConnectAsync(ByHand);
        var trails = cloud.TrailsIn("eu-west-1");
        var keys = cloud.KeysIn("eu-west-1");
        var uses = new Func<Task>[]
        {
            () => cloud.Identity.GetCallerAsync(default),
            () => cloud.Organizations.DescribeAsync(default),
            () => cloud.Buckets.GetPolicyAsync("acme-audit", default),
            () => trails.DescribeAsync(default),
            () => keys.IsRotatedAsync("1234", default),
            () => cloud.Roles.ExistsAsync("role", default),
        };
        foreach (var use in uses) await use();
        cloud.Dispose();

        foreach (var use in uses) await Assert.ThrowsAsync<ObjectDisposedException>(use);
    }

    [Fact]
    public void A_port_disposes_of_the_client_it_made_and_makes_none_to_dispose_of_it()
    {
        var client = new WatchedClient();
        var identity = new AwsIdentity(() => client, TimeProvider.System);
        _ = identity.GetCallerAsync(new CancellationToken(canceled: true));
        identity.Dispose();
        Assert.False(client.IsDisposed);

        using (var used = new Client<IDisposable>(() => client)) Assert.Same(client, used.Value);
        Assert.True(client.IsDisposed);
    }

    private sealed class WatchedClient() : AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), new AmazonSecurityTokenServiceConfig { ServiceURL = "http://127.0.0.1:1" })
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
