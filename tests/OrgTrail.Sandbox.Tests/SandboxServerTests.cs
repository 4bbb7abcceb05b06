namespace OrgTrail.Sandbox.Tests;

public sealed class SandboxServerTests
{
    [Fact]
    public void It_begins_with_an_organization_that_follows_from_the_seed()
    {
        using var one = SandboxServer.Start(new() { AccountCount = 12, Seed = 7 });
        using var same = SandboxServer.Start(new() { AccountCount = 12, Seed = 7 });
        using var other = SandboxServer.Start(new() { Seed = 8 });

        var organization = one.State.Organizations.Organization!;
        Assert.Matches("^o-[a-z0-9]{10}$", organization.Id);
        Assert.Equal(organization.Id, same.State.Organizations.Organization!.Id);
        Assert.NotEqual(organization.Id, other.State.Organizations.Organization!.Id);
        Assert.Equal(12, organization.Accounts.Select(account => account.Id).Distinct().Count());
        Assert.Equal(["111111111111", "222222222222"], organization.Accounts.Take(2).Select(account => account.Id));
        Assert.Equal("100000000012", organization.Accounts[^1].Id);
        Assert.Equal(10, other.State.Organizations.Organization.Accounts.Count);
    }

    [Fact]
    public void Reset_leaves_no_object_and_no_part_of_one()
    {
        using var server = SandboxServer.Start(new());
        using var client = new RawClient(server.Endpoint);
        Send(Signed.S3("PUT", "/audit"));
        Send(Signed.S3("PUT", "/audit/key", "x"));
        var upload = Send(Signed.S3("POST", "/audit/big?uploads")).Split("<UploadId>")[1].Split("</")[0];
        Send(Signed.S3("PUT", $"/audit/big?partNumber=1&uploadId={upload}", "x"));
        Assert.NotEmpty(server.Context.Objects.List(":parts", "", ""));

        server.Reset();

        Assert.Empty(server.State.S3.Buckets);
        Assert.Empty(server.Context.Objects.List("audit", "", ""));
        Assert.Empty(server.Context.Objects.List(":parts", "", ""));

        string Send(string request)
        {
            client.Send(request);
            var answer = client.Read();
            Assert.Equal(200, answer.Status);
            return answer.Body;
        }
    }

    [Fact]
    public void It_can_begin_without_an_organization()
    {
        using var server = SandboxServer.Start(new() { Organization = false, Regions = ["eu-central-1"] });

        Assert.Null(server.State.Organizations.Organization);
        Assert.Equal(["eu-central-1"], server.State.Regions);
    }

    [Fact]
    public void The_management_account_can_be_chosen()
    {
        using var server = SandboxServer.Start(new() { ManagementAccountId = "222222222222", AccountCount = 3 });

        Assert.Equal(
            ["222222222222", "111111111111", "333333333333"],
            server.State.Organizations.Organization!.Accounts.Select(account => account.Id));
    }

    [Theory]
    [InlineData(0, "111111111111", 0)]
    [InlineData(10_001, "111111111111", 0)]
    [InlineData(1, "11111111111", 0)]
    [InlineData(1, "11111111111x", 0)]
    [InlineData(1, "111111111111", 65_536)]
    public void Options_that_make_no_sense_are_refused(int accounts, string management, int port)
    {
        var options = new SandboxOptions { AccountCount = accounts, ManagementAccountId = management, Port = port };

        Assert.Equal(ProblemKind.InvalidInput, Assert.Throws<OrgTrailException>(() => SandboxServer.Start(options)).Problem.Kind);
    }
}
