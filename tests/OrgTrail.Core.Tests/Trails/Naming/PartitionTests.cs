using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Trails.Naming;

public sealed class PartitionTests
{
    [Theory]
    [InlineData("us-east-1", "aws")]
    [InlineData("ap-southeast-7", "aws")]
    [InlineData("mx-central-1", "aws")]
    [InlineData("cn-northwest-1", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("eusc-de-east-1", "aws-eusc")]
    [InlineData("us-iso-east-1", "aws-iso")]
    [InlineData("us-isob-east-1", "aws-iso-b")]
    [InlineData("eu-isoe-west-1", "aws-iso-e")]
    [InlineData("us-isof-south-1", "aws-iso-f")]
    public void The_partition_follows_from_the_Region(string region, string partition)
    {
        Assert.Equal(partition, Partition.OfRegion(region));
        Assert.True(Partition.IsKnown(partition));
    }

    [Theory]
    [InlineData(null, "The Region is empty.")]
    [InlineData("US-EAST-1", "Region 'US-EAST-1' has an upper-case letter.")]
    [InlineData("us-east-1a", "Region 'us-east-1a' is an Availability Zone, not a Region.")]
    [InlineData("us-east", "Region 'us-east' is not the code of a Region of any AWS partition.")]
    [InlineData("us-isoz-east-1", "Region 'us-isoz-east-1' is not the code of a Region of any AWS partition.")]
    [InlineData("aws-global", "Region 'aws-global' is not the code of a Region of any AWS partition.")]
    [InlineData("us-east-1 ", "Region 'us-east-1 ' is not the code of a Region of any AWS partition.")]
    public void What_is_no_Region_is_refused(string? region, string what)
    {
        var problem = Assert.Throws<OrgTrailException>(() => Partition.OfRegion(region)).Problem;
        Assert.Equal(("InvalidRegion", what), (problem.Id, problem.What));
    }

    [Theory]
    [InlineData("aws-mars")]
    [InlineData("AWS")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_names_are_no_partitions(string? name) => Assert.False(Partition.IsKnown(name));
}
