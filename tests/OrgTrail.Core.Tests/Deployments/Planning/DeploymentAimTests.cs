using OrgTrail.Deployments;
using static OrgTrail.Core.Tests.Deployments.Planning.PlanScene;

namespace OrgTrail.Core.Tests.Deployments.Planning;

public sealed class DeploymentAimTests
{
    private static readonly DeploymentFacts NoTrail = Right with { Trails = [], Trail = null };

    [Fact]
    public void The_home_Region_is_the_one_that_is_asked_for() =>
        Assert.Equal("eu-west-1", HomeOf(Acme with { HomeRegion = "eu-west-1" }, Right));

    [Fact]
    public void Or_else_where_the_one_trail_of_that_name_is() =>
        Assert.Equal("eu-west-1", HomeOf(Acme, NoTrail.With(TrailNamed("acme", "eu-west-1"))));

    [Fact]
    public void Or_else_the_Region_of_the_connection()
    {
        Assert.Equal("us-east-1", HomeOf(Acme, NoTrail));
        Assert.Equal("us-east-1", HomeOf(Acme, NoTrail.With(TrailNamed("acme", "eu-west-1")).With(TrailNamed("acme", "eu-north-1"))));
        Assert.Equal("us-east-1", HomeOf(Acme, NoTrail.With(TrailNamed("acme", "eu-west-1", account: Member))));
    }

    [Fact]
    public void The_management_account_owns_the_trail_whoever_deploys_it() =>
        Assert.Equal(Management, DeploymentAim.ArnOf(Acme, NoTrail with { CallerAccountId = Member }).AccountId);

    [Fact]
    public void A_new_bucket_lies_in_the_home_Region_unless_another_is_asked_for()
    {
        var wanted = Acme with { CreateBucket = true, HomeRegion = "eu-west-1" };

        Assert.Equal("eu-west-1", new DeploymentAim(wanted, Nothing).BucketRegion);
        Assert.Equal("eu-north-1", new DeploymentAim(wanted with { BucketRegion = "eu-north-1" }, Nothing).BucketRegion);
        Assert.Equal("us-east-1", new DeploymentAim(wanted, Right).BucketRegion);
    }

    [Fact]
    public void Only_who_sees_all_trails_tells_policies_which_there_are()
    {
        Assert.NotNull(new DeploymentAim(Acme, Right).TrailArns);
        Assert.Null(new DeploymentAim(Acme, Right with { CallerAccountId = Member }).TrailArns);
    }

    private static string HomeOf(TrailSpecification wanted, DeploymentFacts facts) => DeploymentAim.ArnOf(wanted, facts).Region;
}
