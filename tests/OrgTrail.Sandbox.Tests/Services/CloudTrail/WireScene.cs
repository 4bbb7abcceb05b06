using System.Text.Json;
using OrgTrail.Testing;

namespace OrgTrail.Sandbox.Tests.Services.CloudTrail;

/// <summary>A sandbox on the wire, called by the AWS CLI.</summary>
internal sealed class WireScene : IDisposable
{
    public const string Management = "111111111111";
    public const string Member = "222222222222";

    public WireScene()
    {
        Assert.SkipUnless(AwsCli.Available, AwsCli.MissingBecause);
        Server = SandboxServer.Start(new SandboxOptions { AccountCount = 3, Regions = ["us-east-1", "eu-west-1"] });
    }

    public SandboxServer Server { get; }

    public string OrganizationId => Server.State.Organizations.Organization!.Id;

    public string BucketPolicy => TrailPolicies.Bucket(organization: OrganizationId);

    /// <summary>Makes trusted access, the bucket with its policy, and a logging organization trail, all by the CLI.</summary>
    public void StartOrganizationTrail()
    {
        Aws("organizations", "enable-aws-service-access", "--service-principal", "cloudtrail.amazonaws.com");
        Aws("s3api", "create-bucket", "--bucket", Scene.Bucket);
        Aws("s3api", "put-bucket-policy", "--bucket", Scene.Bucket, "--policy", BucketPolicy);
        Aws("cloudtrail", "create-trail", "--name", "acme", "--s3-bucket-name", Scene.Bucket, "--is-organization-trail", "--is-multi-region-trail", "--enable-log-file-validation");
        Aws("cloudtrail", "start-logging", "--name", "acme");
    }

    /// <summary>Runs a command, which must succeed.</summary>
    public JsonElement Aws(params string[] arguments) => Run(arguments).Json;

    /// <summary>Runs a command, which must fail, and tells the code of the error.</summary>
    public string Refusal(params string[] arguments)
    {
        var result = Run(arguments);
        Assert.False(result.Succeeded, result.Text);
        return result.Error.Split('(', ')') is [_, var code, ..] ? code : result.Error;
    }

    public AwsCliResult Run(string[] arguments, string account = Management, string region = "us-east-1") =>
        new AwsCli(Server.Endpoint, region, account).Run(arguments);

    public void Dispose()
    {
        Assert.Empty(Server.InternalErrors);
        Server.Dispose();
    }
}
