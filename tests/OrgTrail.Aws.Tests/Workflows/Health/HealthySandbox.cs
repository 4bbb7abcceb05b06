using OrgTrail.Buckets;
using OrgTrail.Connection;
using OrgTrail.Policies;
using OrgTrail.Sandbox;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Workflows.Health;

/// <summary>A sandbox in which an organization trail is as it should be, and has been for hours. A test breaks one thing.</summary>
internal sealed class HealthySandbox : IDisposable
{
    public const string Management = "111111111111";
    public const string LogArchive = "222222222222";
    public const string Arn = $"arn:aws:cloudtrail:us-east-1:{Management}:trail/acme";
    public const string Bucket = "acme-audit";
    public const string KeyArn = $"arn:aws:kms:us-east-1:{Management}:key/00000000-0000-4000-8000-000000000000";
    private const string Group = $"arn:aws:logs:us-east-1:{Management}:log-group:acme";
    private const string Topic = $"arn:aws:sns:us-east-1:{Management}:acme";

    private const string Trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"sts:AssumeRole"}}""";
    private const string Publish = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"SNS:Publish","Resource":"*"}}""";

    private readonly RecordedFeedback _feedback = new();

    private HealthySandbox()
    {
        foreach (var account in Organization.Accounts) account.JoinedTimestamp = Server.Context.Clock.Now.AddDays(-30);
        Organization.TrustedServices[TrustedAccess.CloudTrail] = Server.Context.Clock.Now;
        State.Kms.Keys.Add(new() { Arn = KeyArn, Policy = TrailKeyPolicy.Merge(null, [TrailKeyUse.For(Management, "us-east-1", "acme", KeyArn)]).Policy, RotationPeriodInDays = 365 });
        State.Logs.LogGroups.Add(new() { Name = "acme", AccountId = Management, Region = "us-east-1", Arn = Group });
        State.Iam.Roles.Add(new() { AccountId = Management, Name = "acme-logs", Id = "AROAEXAMPLEID12345678", AssumeRolePolicyDocument = Trust, AttachedPolicies = ["arn:aws:iam::aws:policy/any"] });
        State.Sns.Topics.Add(new() { Arn = Topic, Policy = Publish });
        State.S3.Buckets["acme-access"] = new() { Name = "acme-access", OwnerAccountId = Management, Region = "us-east-1" };
        State.S3.Buckets[Bucket] = new()
        {
            Name = Bucket,
            OwnerAccountId = Management,
            Region = "us-east-1",
            Policy = DenyInsecureTransport.Merge(TrailBucketPolicy.Merge(null, TrailDelivery.For(Bucket, null, Organization.Id, Management, "us-east-1", "acme")).Policy, $"arn:aws:s3:::{Bucket}").Policy,
            Versioning = "Enabled",
            Configurations = { ["logging"] = "<BucketLoggingStatus xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><LoggingEnabled><TargetBucket>acme-access</TargetBucket><TargetPrefix>acme/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>" },
        };
    }

    public SandboxServer Server { get; } = SandboxServer.Start(new() { AccountCount = 3, Regions = ["us-east-1", "eu-west-1"] });

    public SandboxState State => Server.State;

    public SandboxOrganization Organization => State.Organizations.Organization!;

    public SandboxBucket LogBucket => State.S3.Buckets[Bucket];

    public SandboxKey Key => State.Kms.Keys[0];

    /// <summary>Creates the trail by the wire, starts it, and lets hours pass.</summary>
    public static async Task<HealthySandbox> StartAsync()
    {
        var sandbox = new HealthySandbox();
        await sandbox.CallAsync(async session =>
        {
            var trails = session.Cloud.TrailsIn("us-east-1");
            await trails.CreateAsync(
                new()
                {
                    Name = "acme",
                    S3BucketName = Bucket,
                    IsOrganizationTrail = true,
                    IsMultiRegionTrail = true,
                    EnableLogFileValidation = true,
                    KmsKeyId = KeyArn,
                    CloudWatchLogsLogGroupArn = $"{Group}:*",
                    CloudWatchLogsRoleArn = $"arn:aws:iam::{Management}:role/acme-logs",
                    SnsTopicName = Topic,
                    Tags = new Dictionary<string, string> { ["Owner"] = "security" },
                },
                default);
            await trails.StartLoggingAsync("acme", default);
            return true;
        });
        sandbox.Server.Advance(TimeSpan.FromHours(5));
        return sandbox;
    }

    /// <summary>Makes all checks.</summary>
    /// <param name="account">As this account.</param>
    public Task<IReadOnlyList<CheckResult>> DiagnoseAsync(string account = Management) =>
        CallAsync(session => Diagnosis.MakeAsync(session, Arn, Server, _feedback), account);

    /// <summary>Does something with a connection.</summary>
    public async Task<T> CallAsync<T>(Func<CloudSession, Task<T>> call, string account = Management)
    {
        var options = new ConnectionOptions { AccessKey = account, SecretKey = "any", Region = "us-east-1", EndpointUrl = Server.Endpoint };
        var session = new CloudSession(options, await new AwsCloudProvider().ConnectAsync(options, _feedback, default));
        try
        {
            return await call(session);
        }
        finally
        {
            session.Leave();
        }
    }

    public void Dispose()
    {
        Assert.Empty(Server.InternalErrors);
        Server.Dispose();
    }
}
