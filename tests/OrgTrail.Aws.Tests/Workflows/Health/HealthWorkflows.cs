namespace OrgTrail.Aws.Tests.Workflows.Health;

/// <summary>Breaks a healthy trail in the sandbox, one thing at a time, and looks which checks notice over the wire.</summary>
public sealed class HealthWorkflows
{
    // What breaks, and the checks that notice: those that hang on what was broken, and none beside them.
    private static readonly Dictionary<string, (Func<HealthySandbox, Task> Break, string Noticed)> Defects = new()
    {
        ["nothing"] = (_ => Task.CompletedTask, ""),
        ["all features are off"] = (Do(sandbox => sandbox.Organization.FeatureSet = "CONSOLIDATED_BILLING"), "Fail AllFeatures, Unknown TrustedAccess"),
        ["trusted access is disabled"] = (
            sandbox => sandbox.CallAsync(async session =>
            {
                await session.Cloud.Organizations.DisableTrustedServiceAsync(TrustedAccess.CloudTrail, default);
                return true;
            }),
            "Fail TrustedAccess, Fail OrganizationTrail, Unknown Coverage"),
        ["the service-linked role is gone"] = (Do(sandbox => sandbox.State.Iam.Roles.RemoveAll(role => role.Name == "AWSServiceRoleForCloudTrail")), "Fail ServiceLinkedRole"),
        ["there is a second organization trail"] = (
            Do(sandbox => sandbox.State.CloudTrail.Trails.Add(new() { Name = "old", OwnerAccountId = HealthySandbox.Management, HomeRegion = "eu-west-1", S3BucketName = "old-audit", IsOrganizationTrail = true })),
            "Warning DuplicateTrails"),
        ["the trail covers one Region"] = (Change(new() { IsMultiRegionTrail = false }), "Warning MultiRegion"),
        ["validation is off"] = (Change(new() { EnableLogFileValidation = false }), "Warning LogFileValidation"),
        ["logging is stopped"] = (
            sandbox => sandbox.CallAsync(async session =>
            {
                await session.Cloud.TrailsIn("us-east-1").StopLoggingAsync("acme", default);
                return true;
            }),
            "Fail Logging, Unknown LogFreshness, Unknown DigestFreshness, Unknown CloudWatchLogs, Unknown Coverage"),
        ["write events only"] = (Select(new() { ReadWriteType = "WriteOnly" }), "Fail ManagementEvents"),
        ["its own deliveries are recorded"] = (Select(new() { DataResources = [new() { Type = "AWS::S3::Object", Values = ["arn:aws:s3:::"] }] }), "Warning OwnDeliveries"),
        ["events of KMS are left out"] = (Select(new() { ExcludeManagementEventSources = ["kms.amazonaws.com"] }), "Warning ManagementEvents"),
        ["the bucket is gone"] = (
            Do(sandbox => sandbox.State.S3.Buckets.TryRemove(HealthySandbox.Bucket, out _)),
            "Fail LogDelivery, Fail DigestDelivery, Fail Bucket, Unknown BucketOwner, Unknown BucketPolicy, Unknown PublicAccess, Unknown TlsOnly, Unknown Versioning, Unknown AccessLogging, Unknown KeyRegion, Unknown Coverage"),
        ["the bucket belongs to a stranger"] = (
            Do(sandbox => sandbox.LogBucket.OwnerAccountId = "999999999999"),
            "Unknown Bucket, Unknown BucketOwner, Unknown BucketPolicy, Unknown PublicAccess, Unknown TlsOnly, Unknown Versioning, Unknown AccessLogging, Unknown KeyRegion, Unknown Coverage"),
        ["the bucket policy is gone"] = (Do(sandbox => sandbox.LogBucket.Policy = null), "Fail LogDelivery, Fail DigestDelivery, Fail BucketPolicy, Warning TlsOnly"),
        ["a Deny is in the way"] = (
            Do(sandbox => sandbox.LogBucket.Policy = Insert(sandbox.LogBucket.Policy!, """{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::acme-audit/*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-other"}}}""")),
            "Fail LogDelivery, Fail DigestDelivery, Fail BucketPolicy"),
        ["plain HTTP is let in"] = (Do(sandbox => sandbox.LogBucket.Policy = sandbox.LogBucket.Policy!.Replace("aws:SecureTransport", "aws:MultiFactorAuthPresent", StringComparison.Ordinal)), "Warning TlsOnly"),
        ["public access is not blocked"] = (Do(sandbox => sandbox.LogBucket.PublicAccessBlock = null), "Warning PublicAccess"),
        ["versioning is suspended"] = (Do(sandbox => sandbox.LogBucket.Versioning = "Suspended"), "Warning Versioning"),
        ["requests are not logged"] = (Do(sandbox => sandbox.LogBucket.Configurations.Remove("logging")), "Warning AccessLogging"),
        ["the key is disabled"] = (Do(sandbox => sandbox.Key.KeyState = "Disabled"), "Fail LogDelivery, Fail DigestDelivery, Fail KeyState"),
        ["the key is about to be deleted"] = (Do(sandbox => (sandbox.Key.KeyState, sandbox.Key.RotationPeriodInDays) = ("PendingDeletion", null)), "Fail LogDelivery, Fail DigestDelivery, Fail KeyState, Warning KeyRotation"),
        ["the key policy is another one"] = (
            Do(sandbox => sandbox.Key.Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"kms:*","Resource":"*"}}"""),
            "Fail LogDelivery, Fail DigestDelivery, Fail KeyPolicy"),
        ["the key is not rotated"] = (Do(sandbox => sandbox.Key.RotationPeriodInDays = null), "Warning KeyRotation"),
        ["there is no key"] = (Change(new() { KmsKeyId = "" }), "Warning Encryption"),
        ["there is no log group"] = (Change(new() { CloudWatchLogsLogGroupArn = "", CloudWatchLogsRoleArn = "" }), "Warning CloudWatchLogs"),
        ["there is no topic"] = (Change(new() { SnsTopicName = "" }), ""),
        ["there are no tags"] = (Do(sandbox => sandbox.State.CloudTrail.Trails[0].Tags.Clear()), "Warning Tags"),
        ["an account delivers nothing"] = (
            Do(sandbox =>
            {
                sandbox.Organization.Accounts[2].DisabledRegions = ["us-east-1"];
                sandbox.Server.Advance(TimeSpan.FromHours(4));
            }),
            "Fail Coverage"),
        ["an account delivers nothing from a Region"] = (
            Do(sandbox =>
            {
                sandbox.Organization.Accounts[1].DisabledRegions = ["eu-west-1"];
                sandbox.Server.Advance(TimeSpan.FromHours(4));
            }),
            "Fail Coverage"),
    };

    public static TheoryData<string> Names => [.. Defects.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_defect_is_noticed_by_exactly_the_checks_that_it_concerns(string defect)
    {
        using var sandbox = await HealthySandbox.StartAsync();
        var (breaks, noticed) = Defects[defect];
        await breaks(sandbox);

        var results = await sandbox.DiagnoseAsync();

        Assert.Equal(noticed, string.Join(", ", results.Where(result => result.Verdict != CheckVerdict.Pass).Select(result => $"{result.Verdict} {result.CheckId}")));
        Assert.All(results, result => Assert.Equal(result.Verdict == CheckVerdict.Pass, result.Remedy.Length == 0));
    }

    [Fact]
    public async Task A_delegated_administrator_sees_nearly_as_much_as_the_management_account()
    {
        using var sandbox = await HealthySandbox.StartAsync();
        sandbox.Organization.DelegatedAdministrators[TrustedAccess.CloudTrail] = [HealthySandbox.LogArchive];

        var results = await sandbox.DiagnoseAsync(HealthySandbox.LogArchive);

        string[] organization = ["CallerRole", "AllFeatures", "TrustedAccess", "OrganizationTrail", "MultiRegion", "DuplicateTrails", "Logging", "ManagementEvents", "OwnDeliveries", "LogFreshness", "Tags"];
        Assert.All(results.Where(result => organization.Contains(result.CheckId)), result => Assert.Equal(CheckVerdict.Pass, result.Verdict));
        Assert.DoesNotContain(results, result => result.Verdict is CheckVerdict.Fail or CheckVerdict.Warning);
    }

    [Fact]
    public async Task The_account_of_the_bucket_sees_the_bucket_and_little_else()
    {
        using var sandbox = await HealthySandbox.StartAsync();
        sandbox.LogBucket.OwnerAccountId = HealthySandbox.LogArchive;

        var results = (await sandbox.DiagnoseAsync(HealthySandbox.LogArchive)).ToDictionary(result => result.CheckId);

        string[] seen = ["Bucket", "BucketOwner", "BucketPolicy", "PublicAccess", "TlsOnly", "Versioning", "AccessLogging"];
        string[] unseen = ["CallerRole", "TrustedAccess", "ServiceLinkedRole", "LogDelivery", "Coverage"];
        Assert.All(seen, check => Assert.Equal(CheckVerdict.Pass, results[check].Verdict));
        Assert.All(unseen, check => Assert.Equal(CheckVerdict.Unknown, results[check].Verdict));
        Assert.Contains("organizations:ListAccounts", results["Coverage"].Remedy, StringComparison.Ordinal);
    }

    private static Func<HealthySandbox, Task> Do(Action<HealthySandbox> change) => sandbox =>
    {
        change(sandbox);
        return Task.CompletedTask;
    };

    private static Func<HealthySandbox, Task> Change(TrailSettings changes) => sandbox =>
        sandbox.CallAsync(session => session.Cloud.TrailsIn("us-east-1").UpdateAsync("acme", changes, default));

    private static Func<HealthySandbox, Task> Select(EventSelector selector) => sandbox =>
        sandbox.CallAsync(async session =>
        {
            await session.Cloud.TrailsIn("us-east-1").Selectors.PutEventsAsync("acme", new() { Basic = [selector] }, default);
            return true;
        });

    private static string Insert(string policy, string statement) => policy.Insert(policy.LastIndexOf(']'), "," + statement);
}
