using System.Xml.Linq;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>What a bucket that was to be set up must be like after a deployment.</summary>
/// <param name="situation">What was there, and what was wanted.</param>
/// <param name="region">The trail's home Region.</param>
internal sealed class ReachedBucket(Situation situation, string region)
{
    private readonly SandboxBucket? _before = situation.Bucket;

    /// <summary>Demands it of the state now.</summary>
    public void Check(SandboxState state)
    {
        if (!situation.Flag("CreateBucket", false)) return;
        var bucket = state.S3.Buckets[situation.Text("S3BucketName")!];
        Assert.Equal((situation.Caller, _before?.Region ?? situation.Text("BucketRegion") ?? region), (bucket.OwnerAccountId, bucket.Region));
        Assert.Equal(_before is { ObjectOwnership: not null } && !situation.Force ? _before.ObjectOwnership : "BucketOwnerEnforced", bucket.ObjectOwnership);
        CheckEncryption(bucket);
        CheckRetention(bucket);
        CheckLifecycle(bucket);
        CheckAccessLogging(bucket);
    }

    // A key that is asked for is the bucket's, too; the choice of others stays otherwise.
    private void CheckEncryption(SandboxBucket bucket)
    {
        var (before, after) = (Values(_before, "encryption"), Values(bucket, "encryption"));
        if (situation.Text("KmsKeyId") is { Length: > 0 } && situation.KeyArn(region) is { } key && key.Split(':')[4] == situation.Caller)
            Assert.Contains(after, value => value == $"KMSMasterKeyID {key}" || key.EndsWith(value.Replace("KMSMasterKeyID ", ":key/", StringComparison.Ordinal), StringComparison.Ordinal));
        else if (situation.Text("KmsKeyId") is null or "" && before.Length > 0)
            Assert.Equal(before, after);
    }

    private void CheckRetention(SandboxBucket bucket)
    {
        if (situation.Text("ObjectLockMode") is not { } mode)
        {
            Assert.Equal(Values(_before, "object-lock"), Values(bucket, "object-lock"));
            return;
        }

        var wanted = Values(bucket, "object-lock");
        Assert.True(bucket.ObjectLockEnabled);
        Assert.Contains($"Mode {mode.ToUpperInvariant()}", wanted);
        Assert.Contains(situation.Wanted.TryGetValue("ObjectLockDays", out var days) ? $"Days {days}" : $"Years {situation.Wanted["ObjectLockYears"]}", wanted);
    }

    private void CheckLifecycle(SandboxBucket bucket)
    {
        var prefix = situation.Text("S3KeyPrefix") ?? situation.TrailAt(region)?.S3KeyPrefix;
        var folder = string.IsNullOrEmpty(prefix) ? "AWSLogs/" : $"{prefix}/AWSLogs/";
        foreach (var (setting, element) in new[] { ("ArchiveAfterDays", "Transition"), ("ExpireAfterDays", "Expiration") })
        {
            if (!situation.Wanted.TryGetValue(setting, out var days)) continue;
            Assert.Contains(Elements(bucket, "lifecycle").Where(rule => rule.Name.LocalName == "Rule"), rule =>
                Texts(rule).Contains($"Prefix {folder}") && Texts(rule).Contains("Status Enabled")
                && rule.Elements().Any(action => action.Name.LocalName == element && Texts(action).Contains($"Days {days}")));
        }

        if (!situation.Wanted.ContainsKey("ArchiveAfterDays") && !situation.Wanted.ContainsKey("ExpireAfterDays")) Assert.Equal(Values(_before, "lifecycle"), Values(bucket, "lifecycle"));
    }

    private void CheckAccessLogging(SandboxBucket bucket)
    {
        var before = Values(_before, "logging");
        // Who only names the bucket keeps the prefix that is there.
        if (situation.Text("AccessLogBucket") is { } target && !(situation.Text("AccessLogPrefix") is null && before.Contains($"TargetBucket {target}")))
            Assert.Equal([$"TargetBucket {target}", $"TargetPrefix {situation.Text("AccessLogPrefix")}"], Values(bucket, "logging"));
        else
            Assert.Equal(before, Values(bucket, "logging"));
    }

    private static string[] Values(SandboxBucket? bucket, string setting) => [.. Elements(bucket, setting).Take(1).SelectMany(Texts)];

    private static IEnumerable<XElement> Elements(SandboxBucket? bucket, string setting) =>
        bucket?.Configurations.TryGetValue(setting, out var text) == true ? XElement.Parse(text).DescendantsAndSelf() : [];

    private static IEnumerable<string> Texts(XElement element) =>
        element.DescendantsAndSelf().Where(inner => !inner.HasElements).Select(inner => $"{inner.Name.LocalName} {inner.Value}");
}
