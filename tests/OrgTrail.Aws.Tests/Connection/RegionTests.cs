using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Connection;

public sealed class RegionTests : ConnectionTest
{
    [Fact]
    public async Task Each_place_counts_only_when_those_before_it_say_nothing()
    {
        Env.Write(".aws/credentials", Keys("work", "AKIAWORK", "region = eu-west-3") + Keys("default", "AKIADEFAULT", "region = sa-east-1"));
        Env["AWS_REGION"] = "ap-south-1";
        Env["AWS_DEFAULT_REGION"] = "ca-central-1";
        var options = Nothing with { SessionRegion = "eu-west-2", ProfileName = "work" };

        Assert.Equal("eu-central-1", (await CallAsync(options)).Region);
        options = options with { Region = null };
        Assert.Equal("eu-west-2", (await CallAsync(options)).Region);
        options = options with { SessionRegion = null };
        Assert.Equal("eu-west-3", (await CallAsync(options)).Region);
        options = options with { ProfileName = null, AccessKey = "AKIAGIVEN", SecretKey = Secret };
        Assert.Equal("ap-south-1", (await CallAsync(options)).Region);
        Env["AWS_REGION"] = null;
        Assert.Equal("ca-central-1", (await CallAsync(options)).Region);
        Env["AWS_DEFAULT_REGION"] = null;
        Assert.Equal("sa-east-1", (await CallAsync(options)).Region);
        Env.Write(".aws/credentials", "");
        Assert.Equal("NoRegion", (await RefusedAsync(options)).Id);
    }

    [Theory]
    [InlineData("us-esat-1", "'us-east-1'")]
    [InlineData("eu-centrall-1", "'eu-central-1'")]
    [InlineData("EU-CENTRAL-1", "'eu-central-1'")]
    [InlineData("us-east-1a", "'us-east-1'")]
    [InlineData("Frankfurt", "")]
    [InlineData("", "")]
    public async Task A_misspelt_Region_is_refused_before_anything_is_sent(string region, string meant)
    {
        var problem = await RefusedAsync(new() { AccessKey = "AKIAGIVEN", SecretKey = Secret, Region = region });
        Assert.Equal(("InvalidRegion", ProblemKind.InvalidInput), (problem.Id, problem.Kind));
        Assert.Contains(meant, problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eu-central-9")]
    [InlineData("us-northwest-1")]
    [InlineData("us-gov-west-1")]
    [InlineData("cn-north-1")]
    public async Task A_Region_that_may_be_newer_than_the_SDK_is_taken(string region)
    {
        using var cloud = await ConnectAsync(new() { AccessKey = "AKIAGIVEN", SecretKey = Secret, Region = region });
        Assert.Equal(region, cloud.Region);
    }

    [Fact]
    public async Task With_a_custom_endpoint_any_Region_of_the_right_shape_is_taken()
    {
        Assert.Equal("us-esat-1", (await CallAsync(ByHand with { Region = "us-esat-1" })).Region);
        Assert.Equal("InvalidRegion", (await RefusedAsync(ByHand with { Region = "nowhere" })).Id);
    }

    [Fact]
    public async Task The_problem_names_the_place_of_a_bad_Region()
    {
        Env["AWS_REGION"] = "us-esat-1";
        Assert.Contains("AWS_REGION", (await RefusedAsync(new() { AccessKey = "AKIAGIVEN", SecretKey = Secret })).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Region_names_are_those_of_all_partitions_and_no_pseudo_ones()
    {
        var names = ((OrgTrail.Ports.ICloudProvider)new AwsCloudProvider()).RegionNames();
        Assert.All(["us-east-1", "eu-central-1", "us-gov-west-1", "cn-north-1", "eusc-de-east-1"], name => Assert.Contains(name, names));
        Assert.DoesNotContain("us-east-1-regional", names);
    }
}
