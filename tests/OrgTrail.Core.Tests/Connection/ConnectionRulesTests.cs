using OrgTrail.Connection;
using OrgTrail.Problems;

namespace OrgTrail.Core.Tests.Connection;

public sealed class ConnectionRulesTests
{
    public static TheoryData<string, object> Broken() => new()
    {
        { "InvalidCredential", new ConnectionOptions { SessionToken = "token\r\nX-Evil: 1" } },
        { "InvalidCredential", new ConnectionOptions { SessionToken = "tokenü" } },
        { "InvalidCredential", new ConnectionOptions { SecretKey = "secret\n" } },
        { "InvalidCredential", new ConnectionOptions { AccessKey = "AKID\0" } },
        { "InvalidCredential", new ConnectionOptions { AccessKey = " AKID" } },
        { "InvalidProfileName", new ConnectionOptions { ProfileName = "acme\u001b[2J" } },
        { "InvalidProfileName", new ConnectionOptions { SessionProfileName = "acme\r" } },
        { "InvalidProfileLocation", new ConnectionOptions { ProfileLocation = "file\n" } },
        { "InvalidRegion", new ConnectionOptions { Region = "us-east-1\r\nHost: evil" } },
        { "InvalidRegion", new ConnectionOptions { SessionRegion = "us-east-1\u0085" } },
        { "InvalidEndpointUrl", new ConnectionOptions { EndpointUrl = "http://127.0.0.1\t:80" } },
        { "InvalidEndpointUrl", new ConnectionOptions { EndpointUrl = "http://127.0.0.1\u2028" } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Control_characters_are_refused(string id, object options)
    {
        var problem = Assert.Throws<OrgTrailException>(() => ConnectionRules.Require((ConnectionOptions)options)).Problem;

        Assert.Equal(id, problem.Id);
        Assert.DoesNotContain(problem.ToString(), char.IsControl);
        Assert.DoesNotContain("Evil", problem.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_people_use_passes() => ConnectionRules.Require(new()
    {
        AccessKey = "AKIAIOSFODNN7EXAMPLE",
        SecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        SessionToken = "IQoJb3JpZ2luX2VjEJr//wEaCXVzLWVhc3QtMSJHMEUCIQDrkZ7x==",
        ProfileName = "Über uns, zentral",
        ProfileLocation = "/home/jürgen/aws files/credentials",
        Region = "eu-central-1",
        EndpointUrl = "http://localhost:4566",
    });

    [Fact]
    public void A_secret_says_nothing_of_itself_when_it_is_refused()
    {
        var problem = Assert.Throws<OrgTrailException>(() => ConnectionRules.Require(new() { SecretKey = "ümlaut-and-more" })).Problem;

        Assert.Contains("a character that no secret access key has", problem.What, StringComparison.Ordinal);
        Assert.DoesNotContain("ü", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://jd0e:pa55word-x@proxy:3128", "said pa55word-x", "said ***")]
    [InlineData("http://jd0e:pa55%2Fword-x@proxy:3128", "said pa55/word-x", "said ***")]
    [InlineData("jd0e:pa55word-y@proxy:3128", "said pa55word-y", "said ***")]
    [InlineData("http://CORP%5Cj.doe7:x@proxy", "CORP\\j.doe7", "***")]
    [InlineData("http://u:p@proxy", "http://u:p@proxy/ and HTTPS://v:q@proxy", "http://***@proxy/ and HTTPS://***@proxy")]
    [InlineData("http://proxy:3128", "http://proxy:3128/", "http://proxy:3128/")]
    public void The_user_in_the_address_of_a_proxy_is_known(string address, string text, string shown)
    {
        EnvironmentSecrets.KnowUserIn(address);

        Assert.Equal(shown, Secrets.Mask(text));
    }
}
