using System.Text.Json;

namespace OrgTrail.Benchmarks;

/// <summary>The commands of the AWS CLI that lead to the wanted state, as somebody has copied them from the documentation beforehand.</summary>
internal sealed class DeployCommands(SandboxProcess sandbox)
{
    private const string Bucket = "acme-audit";
    private const string Trail = "acme";
    private const string Account = SandboxProcess.ManagementAccount;

    public static int Count => Commands("o-unknown").Length;

    public Prepared Prepare() => new(Commands(sandbox.Organization().GetProperty("Id").GetString()!));

    public void Run(Prepared prepared)
    {
        foreach (var command in prepared.Commands)
            _ = sandbox.Cli.Run(command).Json;
    }

    private static string[][] Commands(string organization) =>
    [
        ["organizations", "describe-organization"],
        ["organizations", "enable-aws-service-access", "--service-principal", "cloudtrail.amazonaws.com"],
        ["s3api", "create-bucket", "--bucket", Bucket],
        ["s3api", "put-public-access-block", "--bucket", Bucket, "--public-access-block-configuration", "BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true"],
        ["s3api", "put-bucket-ownership-controls", "--bucket", Bucket, "--ownership-controls", "Rules=[{ObjectOwnership=BucketOwnerEnforced}]"],
        ["s3api", "put-bucket-versioning", "--bucket", Bucket, "--versioning-configuration", "Status=Enabled"],
        ["s3api", "put-bucket-encryption", "--bucket", Bucket, "--server-side-encryption-configuration", """{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}"""],
        ["s3api", "put-bucket-policy", "--bucket", Bucket, "--policy", Policy(organization)],
        ["cloudtrail", "create-trail", "--name", Trail, "--s3-bucket-name", Bucket, "--is-organization-trail", "--is-multi-region-trail", "--enable-log-file-validation", "--tags-list", "Key=Team,Value=security"],
        ["cloudtrail", "put-event-selectors", "--trail-name", Trail, "--advanced-event-selectors", Selectors],
        ["cloudtrail", "put-insight-selectors", "--trail-name", Trail, "--insight-selectors", """[{"InsightType":"ApiCallRateInsight"},{"InsightType":"ApiErrorRateInsight"}]"""],
        ["cloudtrail", "start-logging", "--name", Trail],
        ["cloudtrail", "get-trail", "--name", Trail],
        ["cloudtrail", "get-trail-status", "--name", Trail],
    ];

    private const string Selectors = """
        [{"Name":"Management events selector","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]},
         {"Name":"Objects in S3","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::S3::Object"]}]}]
        """;

    private static string Policy(string organization) => JsonSerializer.Serialize(new
    {
        Version = "2012-10-17",
        Statement = new object[]
        {
            new
            {
                Sid = "DenyInsecureTransport",
                Effect = "Deny",
                Principal = "*",
                Action = "s3:*",
                Resource = new[] { $"arn:aws:s3:::{Bucket}", $"arn:aws:s3:::{Bucket}/*" },
                Condition = new { Bool = new Dictionary<string, string> { ["aws:SecureTransport"] = "false" } },
            },
            TrailPolicy.Statement(Bucket, Trail, "s3:GetBucketAcl", "", Account),
            TrailPolicy.Statement(Bucket, Trail, "s3:PutObject", $"/AWSLogs/{Account}/*", Account),
            TrailPolicy.Statement(Bucket, Trail, "s3:PutObject", $"/AWSLogs/{organization}/*", Account),
        },
    });

    /// <summary>The commands with the organization's id in them.</summary>
    internal sealed record Prepared(string[][] Commands) : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
