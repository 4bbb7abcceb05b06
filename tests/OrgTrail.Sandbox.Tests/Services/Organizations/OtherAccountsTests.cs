using OrgTrail.Aws;
using OrgTrail.Connection;
using OrgTrail.Ports;

namespace OrgTrail.Sandbox.Tests.Services.Organizations;

public sealed class OtherAccountsTests : IDisposable
{
    private readonly SandboxServer _server = SandboxServer.Start(new() { AccountCount = 3 });

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_key_of_twelve_digits_is_that_account()
    {
        using var member = await Connect("222222222222");

        Assert.Equal("222222222222", (await member.Identity.GetCallerAsync(default)).AccountId);
        Assert.Equal("111111111111", (await member.Organizations.DescribeAsync(default)).ManagementAccountId);
        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => member.Organizations.EnableTrustedServiceAsync("cloudtrail.amazonaws.com", default));
        Assert.Equal(ProblemKind.PermissionDenied, refusal.Problem.Kind);
    }

    [Fact]
    public async Task A_delegated_administrator_sees_what_the_management_account_sees()
    {
        using var management = await Connect("111111111111");
        using var administrator = await Connect("333333333333");
        await management.Organizations.EnableTrustedServiceAsync("cloudtrail.amazonaws.com", default);
        _server.State.Organizations.Organization!.DelegatedAdministrators["cloudtrail.amazonaws.com"] = ["333333333333"];
        _server.State.Organizations.EmptyPages = true;

        Assert.Equal("cloudtrail.amazonaws.com", (await All(administrator.Organizations.ListTrustedServicesAsync(default))).Single().ServicePrincipal);
        Assert.Equal(["333333333333"], (await All(administrator.Organizations.ListDelegatedAdministratorsAsync("cloudtrail.amazonaws.com", default))).Select(administrator => administrator.AccountId));
    }

    [Fact]
    public async Task A_profile_with_a_role_calls_from_the_roles_account()
    {
        var profiles = Path.GetTempFileName();
        await File.WriteAllTextAsync(profiles, """
            [management]
            aws_access_key_id = 111111111111
            aws_secret_access_key = any

            [member]
            role_arn = arn:aws:iam::222222222222:role/OrganizationAccountAccessRole
            source_profile = management
            """);
        using var member = await Connect(new ConnectionOptions { ProfileName = "member", ProfileLocation = profiles });

        Assert.Equal("222222222222", (await member.Identity.GetCallerAsync(default)).AccountId);
        Assert.Equal("222222222222", Assert.Single(_server.State.Iam.Sessions).Value.AccountId);
        File.Delete(profiles);
    }

    [Fact]
    public async Task An_account_outside_is_told_so()
    {
        using var outsider = await Connect("999999999999");

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => outsider.Organizations.DescribeAsync(default));
        Assert.Equal("OrganizationsNotInUse", refusal.Problem.Id);
    }

    private Task<ICloud> Connect(string account) => Connect(new ConnectionOptions { AccessKey = account, SecretKey = "any" });

    private Task<ICloud> Connect(ConnectionOptions options) =>
        new AwsCloudProvider().ConnectAsync(options with { Region = "us-east-1", EndpointUrl = _server.Endpoint }, new Quiet(), default);

    private static async Task<List<T>> All<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items) all.Add(item);
        return all;
    }
}
