using OrgTrail.Aws.Tests.Support;
using OrgTrail.Ports;

namespace OrgTrail.Aws.Tests.Ports;

/// <summary>
/// What only its sender may repeat, after a look at what is there by now: the SDK sends it once, whatever happens, also not
/// over another connection, as it does otherwise with one that breaks.
/// </summary>
public sealed class SentOnceTests : ConnectionTest
{
    private const string Policy = """{"Version":"2012-10-17","Statement":[]}""";

    private static readonly Dictionary<(string Service, string Operation), Func<ICloud, Task>> Writes = new()
    {
        [("S3", "PutBucketPolicy")] = cloud => cloud.Buckets.PutPolicyAsync("acme-audit", Policy, default),
        [("KMS", "PutKeyPolicy")] = cloud => cloud.KeysIn("eu-central-1").PutPolicyAsync("1234", Policy, default),
        [("CloudTrail", "CreateTrail")] = cloud => cloud.TrailsIn("eu-central-1").CreateAsync(new() { Name = "acme", S3BucketName = "acme-audit" }, default),
        [("S3", "PutBucketEncryption")] = cloud => cloud.Buckets.Settings.PutEncryptionAsync("acme-audit", new("AES256", null, false), default),
        [("S3", "PutBucketLifecycleConfiguration")] = cloud => cloud.Buckets.Settings.PutLifecycleRuleAsync("acme-audit", new("OrgTrail", true) { Prefix = "AWSLogs/", ExpireAfterDays = 400 }, default),
        [("S3", "PutBucketLogging")] = cloud => cloud.Buckets.Settings.PutAccessLoggingAsync("acme-audit", new("acme-access", ""), default),
        [("S3", "PutObjectLockConfiguration")] = cloud => cloud.Buckets.Settings.PutObjectLockAsync("acme-audit", new("GOVERNANCE", 1, null), default),
    };

    public static TheoryData<string, string, string> Cases =>
    [
        .. from write in Writes.Keys
           from mishap in (string[])["reset", "503", "throttled"]
           select new TheoryDataRow<string, string, string>(write.Service, write.Operation, mishap),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_is_not_sent_again(string service, string operation, string mishap)
    {
        Aws.On("S3", "GetBucketEncryption").Fails("ServerSideEncryptionConfigurationNotFoundError", "None.", 404);
        Aws.On("S3", "GetBucketLifecycleConfiguration").Fails("NoSuchLifecycleConfiguration", "None.", 404);
        Aws.On("S3", "GetBucketLogging").Answers("<BucketLoggingStatus/>");
        Aws.On("S3", "GetObjectLockConfiguration").Fails("ObjectLockConfigurationNotFoundError", "None.", 404);
        var script = Aws.On(service, operation);
        _ = mishap switch
        {
            "reset" => script.Resets(),
            "503" => script.Fails("ServiceUnavailable", "Not now.", 503),
            _ => script.Fails(service == "S3" ? "SlowDown" : "ThrottlingException", "Slower.", service == "S3" ? 503 : 400),
        };
        using var cloud = await ConnectAsync(ByHand);
        // A connection that has been used before is the one that the SDK takes for stale.
        await cloud.Identity.GetCallerAsync(default);

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => Writes[(service, operation)](cloud));

        Assert.Equal(mishap switch { "reset" => "ConnectionFailed", "503" => "ServiceFailed", _ => "Throttled" }, refusal.Problem.Id);
        Assert.Single(Aws.CallsOf(service, operation));
    }
}
