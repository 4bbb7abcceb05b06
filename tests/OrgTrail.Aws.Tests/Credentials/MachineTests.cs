using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Credentials;

/// <summary>Containers and instances.</summary>
public sealed class MachineTests : ConnectionTest
{
    private const string Path = "GET /latest/meta-data/";

    private const string MachineKeys = $$"""{"Code":"Success","AccessKeyId":"ASIAMACHINE","SecretAccessKey":"{{Secret}}","Token":"t","Expiration":"2099-01-01T00:00:00Z"}""";

    [Fact]
    public async Task A_container_has_an_endpoint_for_its_credentials()
    {
        Aws.On("Http", "GET /creds").AnswersRaw(200, "application/json", MachineKeys);
        Env["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = $"{Aws.Endpoint}/creds";
        Env["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "container-token";

        Assert.Equal("ASIAMACHINE", (await CallAsync(Nothing)).AccessKey);
        Assert.Equal("container-token", Assert.Single(Aws.CallsOf("Http", "GET /creds")).Headers["Authorization"]);
    }

    [Fact]
    public async Task A_container_endpoint_on_a_strange_host_is_refused()
    {
        Env["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://example.com/creds";
        Assert.Equal("ContainerCredentialsFailed", (await RefusedAsync(Nothing)).Id);
    }

    [Fact]
    public async Task An_instance_has_a_role_and_a_Region()
    {
        Instance();
        Aws.On("Http", $"{Path}iam/security-credentials/").AnswersRaw(200, "text/plain", "audit-role\n");
        Aws.On("Http", $"{Path}iam/security-credentials/audit-role").AnswersRaw(200, "application/json", MachineKeys);
        Aws.On("Http", $"{Path}placement/region").AnswersRaw(200, "text/plain", "ap-south-1");

        var call = await CallAsync(Nothing with { Region = null });
        Assert.Equal(("ASIAMACHINE", "ap-south-1"), (call.AccessKey, call.Region));
        Assert.All(Aws.CallsOf("Http", $"{Path}placement/region"), asked => Assert.Equal("metadata-token", asked.Headers["X-aws-ec2-metadata-token"]));
        Assert.Contains("instance metadata", Feedback.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_can_stand_on_the_role_of_the_instance()
    {
        Instance();
        Aws.On("Http", $"{Path}iam/security-credentials/").AnswersRaw(200, "text/plain", "audit-role");
        Aws.On("Http", $"{Path}iam/security-credentials/audit-role").AnswersRaw(200, "application/json", MachineKeys);
        Aws.On("STS", "AssumeRole").Fails("AccessDenied", "no", status: 403);
        Env.Write(".aws/config", "[profile work]\nrole_arn = arn:aws:iam::222222222222:role/audit\ncredential_source = Ec2InstanceMetadata\n");

        Assert.Equal("AssumeRoleRefused", (await RefusedAsync(Nothing with { ProfileName = "work" })).Id);
        Assert.Equal("ASIAMACHINE", Assert.Single(Aws.CallsOf("STS", "AssumeRole")).AccessKey);
    }

    [Theory]
    [InlineData(404, "not found", "no latest/meta-data/iam/security-credentials/")]
    [InlineData(200, "", "instance metadata")]
    public async Task An_instance_without_a_role_has_no_credentials(int status, string body, string said)
    {
        Instance();
        Aws.On("Http", $"{Path}iam/security-credentials/").AnswersRaw(status, "text/plain", body);
        var problem = await RefusedAsync(Nothing);

        Assert.Equal("NoCredentials", problem.Id);
        Assert.Contains(said, problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_computer_that_is_no_instance_is_soon_known_as_such()
    {
        Env["AWS_EC2_METADATA_DISABLED"] = null;
        Env["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = "http://127.0.0.1:1";
        var problem = await RefusedAsync(Nothing);

        Assert.Equal("NoCredentials", problem.Id);
        Assert.Contains("instance metadata (no answer)", problem.What, StringComparison.Ordinal);
        Assert.Equal("NoRegion", (await RefusedAsync(ByHand with { Region = null })).Id);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_the_metadata_service()
    {
        Instance();
        Aws.On("Http", $"{Path}placement/region").Hangs();
        using var cancellation = new CancellationTokenSource();

        var connecting = ConnectAsync(ByHand with { Region = null }, cancellation.Token);
        await Aws.FirstCall("Http", $"{Path}placement/region");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
    }

    private void Instance()
    {
        Env["AWS_EC2_METADATA_DISABLED"] = null;
        Env["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = Aws.Endpoint;
        Aws.On("Http", "PUT /latest/api/token").AnswersRaw(200, "text/plain", "metadata-token");
    }
}
