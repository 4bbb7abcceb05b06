using OrgTrail.Connection;

namespace OrgTrail.Core.Tests.Connection;

public sealed class ConnectionOptionsTests
{
    private static readonly ConnectionOptions Inherited = new()
    {
        ProfileName = "management",
        Region = "us-east-1",
        EndpointUrl = "http://127.0.0.1:5000",
    };

    [Fact]
    public void Nothing_of_its_own_takes_the_connection_as_it_came() =>
        Assert.Equal(Inherited, new ConnectionOptions { SessionRegion = "eu-west-1" }.OnTopOf(Inherited));

    [Fact]
    public void A_Region_of_its_own_keeps_the_credentials() =>
        Assert.Equal(Inherited with { Region = "eu-west-1" }, new ConnectionOptions { Region = "eu-west-1" }.OnTopOf(Inherited));

    [Fact]
    public void Credentials_of_its_own_make_a_connection_of_its_own()
    {
        var own = new ConnectionOptions { ProfileName = "delegated" };

        Assert.Equal(own, own.OnTopOf(Inherited));
    }

    [Fact]
    public void Secrets_are_in_no_text()
    {
        var options = new ConnectionOptions { AccessKey = "AKIDEXAMPLE", SecretKey = "S3CRET", SessionToken = "T0KEN" };

        Assert.DoesNotContain("S3CRET", options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("T0KEN", options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("S3CRET", new AccessKeys("AKIDEXAMPLE", "S3CRET").ToString(), StringComparison.Ordinal);
    }
}
