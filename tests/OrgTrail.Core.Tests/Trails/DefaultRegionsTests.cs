using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Trails;

public sealed class DefaultRegionsTests
{
    [Theory]
    [InlineData("us-east-1", false)]
    [InlineData("eu-central-1", false)]
    [InlineData("eu-central-2", true)]
    [InlineData("ap-east-1", true)]
    [InlineData("us-gov-east-1", false)]
    [InlineData("cn-north-1", false)]
    public void A_Region_of_the_commercial_partition_needs_opting_in_unless_every_account_has_it(string region, bool needsOptIn) =>
        Assert.Equal(needsOptIn, DefaultRegions.NeedsOptIn(region));
}
