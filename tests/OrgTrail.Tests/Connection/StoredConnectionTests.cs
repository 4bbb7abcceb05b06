using OrgTrail.Connection;
using OrgTrail.Tests.Doubles;

namespace OrgTrail.Tests.Connection;

public sealed class StoredConnectionTests
{
    [Fact]
    public void No_variables_are_no_connection() => Assert.Equal(StoredConnection.None, Read(null, null));

    [Fact]
    public void Empty_variables_are_no_connection() => Assert.Equal(StoredConnection.None, Read("", ""));

    [Fact]
    public void A_name_is_a_profile() => Assert.Equal(new StoredConnection(null, "management", null), Read("management", null));

    [Fact]
    public void An_object_is_credentials() =>
        Assert.Equal("AKIDEXAMPLE", Read(new AwsToolsCredentials("AKIDEXAMPLE", "secret", null), null).Credential!().AccessKey);

    [Fact]
    public void A_foreign_object_fails_when_it_is_needed()
    {
        var stored = Read(new Uri("https://example.com"), null);

        var problem = Assert.Throws<OrgTrailException>(() => stored.Credential!()).Problem;

        Assert.Equal("InvalidCredential", problem.Id);
        Assert.Contains("System.Uri", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_Region_is_read() => Assert.Equal("eu-central-1", Read("management", "eu-central-1").Region);

    private static StoredConnection Read(object? credentials, object? region) => StoredConnection.Read(name => name switch
    {
        "StoredAWSCredentials" => credentials,
        "StoredAWSRegion" => region,
        _ => throw new ArgumentException(name),
    });
}
