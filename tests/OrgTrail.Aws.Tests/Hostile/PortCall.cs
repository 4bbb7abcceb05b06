using OrgTrail.Aws.Tests.Workflows.Health;
using OrgTrail.Buckets;
using OrgTrail.Ports;
using OrgTrail.Trails;
using LifecycleRule = OrgTrail.Buckets.LifecycleRule;

namespace OrgTrail.Aws.Tests.Hostile;

/// <summary>One thing that the ports can do, as a cmdlet does it.</summary>
/// <param name="Name">The port and its member.</param>
/// <param name="MakeAsync">Does it.</param>
internal sealed record PortCall(string Name, Func<ICloud, CancellationToken, Task> MakeAsync)
{
    private const string Bucket = HealthySandbox.Bucket;
    private const string Region = "us-east-1";
    private const string Arn = HealthySandbox.Arn;
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::acme-audit","arn:aws:s3:::acme-audit/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}},{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:*","Resource":["arn:aws:s3:::acme-audit","arn:aws:s3:::acme-audit/*"]}]}""";
    private const string KeyPolicy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"kms:*","Resource":"*"},{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"kms:*","Resource":"*"}]}""";

    private static readonly EventSelectors Events = new() { Basic = [new EventSelector { ReadWriteType = "WriteOnly", IncludeManagementEvents = true, DataResources = [new DataResource { Type = "AWS::S3::Object", Values = ["arn:aws:s3:::other/"] }] }] };
    private static readonly InsightSelectors Insights = new() { Selectors = [new InsightSelector { InsightType = "ApiCallRateInsight" }] };

    /// <summary>All of them, in an order in which each finds what it needs.</summary>
    public static IReadOnlyList<PortCall> All { get; } =
    [
        new("Identity.GetCaller", (cloud, end) => cloud.Identity.GetCallerAsync(end)),
        new("Organizations.Describe", (cloud, end) => cloud.Organizations.DescribeAsync(end)),
        new("Organizations.ListTrustedServices", (cloud, end) => ReadAsync(cloud.Organizations.ListTrustedServicesAsync(end))),
        new("Organizations.EnableTrustedService", (cloud, end) => cloud.Organizations.EnableTrustedServiceAsync("config.amazonaws.com", end)),
        new("Organizations.DisableTrustedService", (cloud, end) => cloud.Organizations.DisableTrustedServiceAsync("config.amazonaws.com", end)),
        new("Organizations.ListAllFeaturesHandshakes", (cloud, end) => ReadAsync(cloud.Organizations.ListAllFeaturesHandshakesAsync(end))),
        new("Organizations.FindAccount", (cloud, end) => cloud.Organizations.FindAccountAsync(HealthySandbox.LogArchive, end)),
        new("Organizations.ListAccounts", (cloud, end) => ReadAsync(cloud.Organizations.ListAccountsAsync(end))),
        new("Delegations.Register", (cloud, end) => cloud.TrailsIn(Region).Delegations.RegisterAsync(HealthySandbox.LogArchive, end)),
        new("Organizations.ListDelegatedAdministrators", (cloud, end) => ReadAsync(cloud.Organizations.ListDelegatedAdministratorsAsync("cloudtrail.amazonaws.com", end))),
        new("Delegations.Deregister", (cloud, end) => cloud.TrailsIn(Region).Delegations.DeregisterAsync(HealthySandbox.LogArchive, end)),
        new("Roles.Exists", (cloud, end) => cloud.Roles.ExistsAsync("acme-logs", end)),
        new("Keys.Describe", (cloud, end) => cloud.KeysIn(Region).DescribeAsync(KeyId, end)),
        new("Keys.GetPolicy", (cloud, end) => cloud.KeysIn(Region).GetPolicyAsync(KeyId, end)),
        new("Keys.PutPolicy", (cloud, end) => cloud.KeysIn(Region).PutPolicyAsync(KeyId, KeyPolicy, end)),
        new("Keys.IsRotated", (cloud, end) => cloud.KeysIn(Region).IsRotatedAsync(KeyId, end)),
        new("Trails.Get", (cloud, end) => cloud.TrailsIn(Region).GetAsync(Arn, end)),
        new("Trails.Describe", (cloud, end) => cloud.TrailsIn(Region).DescribeAsync(end)),
        new("Trails.List", (cloud, end) => ReadAsync(cloud.TrailsIn(Region).ListAsync(end))),
        new("Trails.GetStatus", (cloud, end) => cloud.TrailsIn(Region).GetStatusAsync(TrailArn.Parse(Arn), end)),
        new("Buckets.PutPolicy", (cloud, end) => cloud.Buckets.PutPolicyAsync(Bucket, Policy, end)),
        new("Trails.Create", (cloud, end) => cloud.TrailsIn(Region).CreateAsync(new() { Name = "second", S3BucketName = Bucket }, end)),
        new("Trails.Update", (cloud, end) => cloud.TrailsIn(Region).UpdateAsync(Arn, new() { IncludeGlobalServiceEvents = true }, end)),
        new("Trails.StartLogging", (cloud, end) => cloud.TrailsIn(Region).StartLoggingAsync(Arn, end)),
        new("Trails.StopLogging", (cloud, end) => cloud.TrailsIn(Region).StopLoggingAsync(Arn, end)),
        new("Selectors.PutEvents", (cloud, end) => cloud.TrailsIn(Region).Selectors.PutEventsAsync(Arn, Events, end)),
        new("Selectors.GetEvents", (cloud, end) => cloud.TrailsIn(Region).Selectors.GetEventsAsync(Arn, end)),
        new("Selectors.PutInsights", (cloud, end) => cloud.TrailsIn(Region).Selectors.PutInsightsAsync(Arn, Insights, end)),
        new("Selectors.GetInsights", (cloud, end) => cloud.TrailsIn(Region).Selectors.GetInsightsAsync(Arn, end)),
        new("Tags.Add", (cloud, end) => cloud.TrailsIn(Region).Tags.AddAsync(TrailArn.Parse(Arn), new Dictionary<string, string> { ["team"] = "audit" }, end)),
        new("Tags.List", (cloud, end) => cloud.TrailsIn(Region).Tags.ListAsync(TrailArn.Parse(Arn), end)),
        new("Buckets.Find", (cloud, end) => cloud.Buckets.FindAsync(Bucket, null, end)),
        new("Buckets.Create", (cloud, end) => cloud.Buckets.CreateAsync("acme-new", "eu-west-1", false, end)),
        new("Buckets.GetPolicy", (cloud, end) => cloud.Buckets.GetPolicyAsync(Bucket, end)),
        new("Settings.PutPublicAccessBlock", (cloud, end) => cloud.Buckets.Settings.PutPublicAccessBlockAsync(Bucket, new(true, true, true, true), end)),
        new("Settings.GetPublicAccessBlock", (cloud, end) => cloud.Buckets.Settings.GetPublicAccessBlockAsync(Bucket, end)),
        new("Settings.PutObjectOwnership", (cloud, end) => cloud.Buckets.Settings.PutObjectOwnershipAsync(Bucket, "BucketOwnerEnforced", end)),
        new("Settings.GetObjectOwnership", (cloud, end) => cloud.Buckets.Settings.GetObjectOwnershipAsync(Bucket, end)),
        new("Settings.EnableVersioning", (cloud, end) => cloud.Buckets.Settings.EnableVersioningAsync(Bucket, end)),
        new("Settings.GetVersioning", (cloud, end) => cloud.Buckets.Settings.GetVersioningAsync(Bucket, end)),
        new("Settings.PutEncryption", (cloud, end) => cloud.Buckets.Settings.PutEncryptionAsync(Bucket, new BucketEncryption("AES256", null, false), end)),
        new("Settings.GetEncryption", (cloud, end) => cloud.Buckets.Settings.GetEncryptionAsync(Bucket, end)),
        new("Settings.PutLifecycleRule", (cloud, end) => cloud.Buckets.Settings.PutLifecycleRuleAsync(Bucket, new LifecycleRule("first", true) { ExpireAfterDays = 400 }, end)),
        new("Settings.PutLifecycleRule again", (cloud, end) => cloud.Buckets.Settings.PutLifecycleRuleAsync(Bucket, new LifecycleRule("second", true) { ExpireAfterDays = 500 }, end)),
        new("Settings.GetLifecycle", (cloud, end) => cloud.Buckets.Settings.GetLifecycleAsync(Bucket, end)),
        new("Settings.PutAccessLogging", (cloud, end) => cloud.Buckets.Settings.PutAccessLoggingAsync(Bucket, new AccessLogging("acme-access", "logs/"), end)),
        new("Settings.GetAccessLogging", (cloud, end) => cloud.Buckets.Settings.GetAccessLoggingAsync(Bucket, end)),
        new("Settings.PutObjectLock", (cloud, end) => cloud.Buckets.Settings.PutObjectLockAsync(Bucket, new ObjectLock("GOVERNANCE", 1, null), end)),
        new("Settings.GetObjectLock", (cloud, end) => cloud.Buckets.Settings.GetObjectLockAsync(Bucket, end)),
        new("Objects.FindKey", (cloud, end) => cloud.Buckets.Objects.FindKeyAsync(Bucket, "AWSLogs/", null, end)),
        new("Objects.ListFolders", (cloud, end) => ReadAsync(cloud.Buckets.Objects.ListFoldersAsync(Bucket, "AWSLogs/", end))),
        new("Trails.Delete", (cloud, end) => cloud.TrailsIn(Region).DeleteAsync("second", end)),
    ];

    private static string KeyId => HealthySandbox.KeyArn;

    private static async Task ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items)
        {
            // Reading is all.
        }
    }
}
