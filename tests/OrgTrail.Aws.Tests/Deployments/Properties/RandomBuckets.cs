using System.Text.Json.Nodes;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>Random buckets: absent, own, somebody else's, and set up in whatever way.</summary>
internal static class RandomBuckets
{
    /// <summary>A lifecycle rule of others.</summary>
    public const string TheirRule = """<Rule><ID>theirs</ID><Filter><Prefix>reports/</Prefix></Filter><Status>Enabled</Status><Expiration><Days>3</Days></Expiration></Rule>""";

    // OrgTrail's own, as they are written, and as somebody may have changed them.
    private static readonly string[] OurRules =
    [
        "<Rule><ID>OrgTrail</ID><Filter><Prefix>AWSLogs/</Prefix></Filter><Status>Enabled</Status><Expiration><Days>900</Days></Expiration></Rule>",
        "<Rule><ID>OrgTrail</ID><Filter><Prefix>AWSLogs/</Prefix></Filter><Status>Disabled</Status><Transition><Days>60</Days><StorageClass>GLACIER</StorageClass></Transition></Rule>",
        "<Rule><ID>OrgTrail</ID><Filter><Prefix>trails/AWSLogs/</Prefix></Filter><Status>Enabled</Status><Expiration><Days>900</Days></Expiration><NoncurrentVersionExpiration><NoncurrentDays>7</NoncurrentDays></NoncurrentVersionExpiration></Rule>",
        "<Rule><ID>OrgTrail</ID><Filter><And><Prefix>AWSLogs/</Prefix><Tag><Key>a</Key><Value>b</Value></Tag></And></Filter><Status>Enabled</Status><Expiration><Days>10</Days></Expiration></Rule>",
    ];

    private const string Namespace = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
    private const string LogsArrive = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::acme-access/*"}]}""";
    private const string OpenToTheOrganization = """{"Effect":"Allow","Principal":{"AWS":["111111111111","222222222222","333333333333","444444444444"]},"Action":"s3:ListBucket","Resource":"arn:aws:s3:::acme-audit"}""";

    /// <summary>Adds buckets.</summary>
    /// <returns>The statements of others in their policies.</returns>
    public static IReadOnlyList<(string Resource, JsonNode Statement)> Fill(SandboxState state, Draw draw, string caller, bool isSettled)
    {
        AddAccessLogs(state, draw, caller);
        if (draw.Percent(30)) Add(state, new() { Name = Names.OtherBucket, OwnerAccountId = caller, Region = Names.Home });
        if (!isSettled && draw.Percent(35)) return [];

        var bucket = new SandboxBucket
        {
            Name = Names.Bucket,
            OwnerAccountId = isSettled || draw.Percent(78) ? caller : draw.Of(Names.Management, Names.LogArchive, Names.LogArchive, Names.Stranger),
            Region = draw.Percent(85) ? Names.Home : Names.Elsewhere,
        };
        SetUp(bucket, draw, isSettled);
        Add(state, bucket);
        return [.. FillPolicy(bucket, draw, caller, state.Organizations.Organization!.Id, isSettled).Select(statement => ($"arn:aws:s3:::{Names.Bucket}", statement))];
    }

    private static IReadOnlyList<JsonNode> FillPolicy(SandboxBucket bucket, Draw draw, string caller, string organization, bool isSettled)
    {
        if (!isSettled && draw.Percent(2))
        {
            bucket.Policy = draw.Of("""{"Statement":""", """{"Version":"2012-10-17","Statement":[{"Effect":"Perhaps"}]}""");
            return [];
        }

        IReadOnlyList<JsonNode> theirs =
        [
            .. BucketStatements.Theirs(draw, bucket.Name, organization, isSettled),
            .. bucket.OwnerAccountId != caller && draw.Percent(50) ? [JsonNode.Parse(OpenToTheOrganization)!] : (JsonNode[])[],
        ];
        var ours = BucketStatements.Ours(draw, bucket.Name, organization, isSettled || bucket.OwnerAccountId != caller);
        JsonNode[] all = draw.Shuffled([.. theirs, .. theirs.Any(BucketStatements.IsLarge) ? [] : ours]);
        if (all.Length > 0 || draw.Percent(20)) bucket.Policy = PolicyTexts.Of(draw, all);
        return theirs;
    }

    private static void SetUp(SandboxBucket bucket, Draw draw, bool isSettled)
    {
        bucket.PublicAccessBlock = isSettled || draw.Percent(50) ? new() : draw.Of(null, new SandboxPublicAccessBlock { BlockPublicPolicy = false, RestrictPublicBuckets = draw.Percent(50) });
        bucket.ObjectOwnership = isSettled || draw.Percent(60) ? "BucketOwnerEnforced" : draw.Of(null, "BucketOwnerPreferred", "ObjectWriter");
        bucket.Versioning = isSettled ? "Enabled" : draw.Of(null, "Enabled", "Enabled", "Suspended");
        if (draw.Percent(30)) bucket.Tags["Theirs"] = "1";
        if (draw.Percent(30)) bucket.Configurations["encryption"] = Encryption(draw);
        if (draw.Percent(30)) bucket.Configurations["lifecycle"] = $"<LifecycleConfiguration {Namespace}>{TheirRule}{(draw.Percent(40) ? draw.Of(OurRules) : "")}</LifecycleConfiguration>";
        if (draw.Percent(15)) bucket.Configurations["logging"] = $"<BucketLoggingStatus {Namespace}><LoggingEnabled><TargetBucket>{Names.AccessLogs}</TargetBucket><TargetPrefix>theirs/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>";
        if (bucket.Versioning == "Enabled" && draw.Percent(20)) Lock(bucket, draw);
    }

    private static void Lock(SandboxBucket bucket, Draw draw)
    {
        bucket.ObjectLockEnabled = true;
        if (draw.Percent(60)) bucket.Configurations["object-lock"] = Retention(draw.Of("GOVERNANCE", "COMPLIANCE"), draw.Between(1, 40));
    }

    private static string Retention(string mode, int days) =>
        $"<ObjectLockConfiguration {Namespace}><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>{mode}</Mode><Days>{days}</Days></DefaultRetention></Rule></ObjectLockConfiguration>";

    private static string Encryption(Draw draw)
    {
        var choice = draw.Of(
            "<SSEAlgorithm>AES256</SSEAlgorithm>",
            $"<SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>{Names.KeyArn(Names.OtherKeyId, Names.Home, Names.Management)}</KMSMasterKeyID>",
            $"<SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>{Names.KeyId}</KMSMasterKeyID>",
            "<SSEAlgorithm>aws:kms:dsse</SSEAlgorithm>",
            "<SSEAlgorithm>aws:kms</SSEAlgorithm>");
        return $"<ServerSideEncryptionConfiguration {Namespace}><Rule><ApplyServerSideEncryptionByDefault>{choice}</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>{draw.Of("true", "false")}</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>";
    }

    private static void AddAccessLogs(SandboxState state, Draw draw, string caller)
    {
        if (draw.Percent(8)) return;
        var bucket = new SandboxBucket
        {
            Name = Names.AccessLogs,
            OwnerAccountId = draw.Percent(94) ? caller : Names.Stranger,
            Region = draw.Percent(94) ? Names.Home : Names.Elsewhere,
            Policy = draw.Percent(70) ? LogsArrive : null,
        };
        if (draw.Percent(6)) (bucket.ObjectLockEnabled, bucket.Versioning, bucket.Configurations["object-lock"]) = (true, "Enabled", Retention("GOVERNANCE", 1));
        Add(state, bucket);
    }

    private static void Add(SandboxState state, SandboxBucket bucket) => state.S3.Buckets[bucket.Name] = bucket;
}
