namespace OrgTrail.Testing.Tests;

public sealed class MotoServerTests
{
    [Fact]
    public void A_reset_forgets_the_buckets()
    {
        Assert.SkipUnless(AwsCli.Available, AwsCli.MissingBecause);
        Assert.SkipUnless(MotoServer.Available, MotoServer.MissingBecause);
        var cli = new AwsCli(MotoServer.Shared.Endpoint);

        Assert.True(cli.Run("s3api", "create-bucket", "--bucket", "acme-audit").Succeeded);
        Assert.True(cli.Run("s3api", "head-bucket", "--bucket", "acme-audit").Succeeded);
        MotoServer.Shared.Reset();
        Assert.False(cli.Run("s3api", "head-bucket", "--bucket", "acme-audit").Succeeded);
    }
}
