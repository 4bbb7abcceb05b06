using Amazon.S3;
using Amazon.S3.Model;
using OrgTrail.Aws.S3;
using OrgTrail.Buckets;
using OrgTrail.Ports;
using LifecycleRule = OrgTrail.Buckets.LifecycleRule;

namespace OrgTrail.Aws.Ports;

/// <summary>The settings of buckets. The codes for what was never set: Amazon S3 API reference, List of error codes.</summary>
/// <param name="calls">Sends the requests, and is the owner's.</param>
internal sealed class AwsBucketSettings(BucketCalls calls) : IBucketSettings
{
    public async Task<PublicAccessBlock?> GetPublicAccessBlockAsync(string bucketName, CancellationToken cancellation)
    {
        const string Operation = "GetPublicAccessBlock";
        var answer = await calls.FindAsync(
            Operation, bucketName, "NoSuchPublicAccessBlockConfiguration",
            client => client.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = bucketName }, cancellation), cancellation).ConfigureAwait(false);
        return answer is null ? null : BucketMapping.ToBlock(calls.Required(Operation, answer.PublicAccessBlockConfiguration));
    }

    public Task PutPublicAccessBlockAsync(string bucketName, PublicAccessBlock block, CancellationToken cancellation)
    {
        var request = new PutPublicAccessBlockRequest { BucketName = bucketName, PublicAccessBlockConfiguration = BucketMapping.FromBlock(block) };
        return calls.SendAsync("PutPublicAccessBlock", bucketName, client => client.PutPublicAccessBlockAsync(request, cancellation), cancellation);
    }

    public async Task<string?> GetObjectOwnershipAsync(string bucketName, CancellationToken cancellation)
    {
        const string Operation = "GetBucketOwnershipControls";
        var answer = await calls.FindAsync(
            Operation, bucketName, "OwnershipControlsNotFoundError",
            client => client.GetBucketOwnershipControlsAsync(new GetBucketOwnershipControlsRequest { BucketName = bucketName }, cancellation), cancellation).ConfigureAwait(false);
        return answer is null ? null : calls.Required(Operation, answer.OwnershipControls?.Rules?.FirstOrDefault()?.ObjectOwnership?.Value);
    }

    public Task PutObjectOwnershipAsync(string bucketName, string ownership, CancellationToken cancellation)
    {
        var request = new PutBucketOwnershipControlsRequest { BucketName = bucketName, OwnershipControls = new OwnershipControls { Rules = [new OwnershipControlsRule { ObjectOwnership = ownership }] } };
        return calls.SendAsync("PutBucketOwnershipControls", bucketName, client => client.PutBucketOwnershipControlsAsync(request, cancellation), cancellation);
    }

    public async Task<string?> GetVersioningAsync(string bucketName, CancellationToken cancellation)
    {
        var answer = await calls.SendAsync(
            "GetBucketVersioning", bucketName,
            client => client.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = bucketName }, cancellation), cancellation).ConfigureAwait(false);
        // A bucket that never had versioning has no status; the SDK calls that "Off".
        return answer.VersioningConfig?.Status is { } status && status != VersionStatus.Off ? status.Value : null;
    }

    public Task EnableVersioningAsync(string bucketName, CancellationToken cancellation)
    {
        var request = new PutBucketVersioningRequest { BucketName = bucketName, VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled } };
        return calls.SendAsync("PutBucketVersioning", bucketName, client => client.PutBucketVersioningAsync(request, cancellation), cancellation);
    }

    public async Task<BucketEncryption?> GetEncryptionAsync(string bucketName, CancellationToken cancellation) =>
        BucketMapping.ToEncryption(await ReadEncryptionAsync(bucketName, cancellation).ConfigureAwait(false));

    public async Task PutEncryptionAsync(string bucketName, BucketEncryption encryption, CancellationToken cancellation)
    {
        var present = await ReadEncryptionAsync(bucketName, cancellation).ConfigureAwait(false);
        var request = new PutBucketEncryptionRequest { BucketName = bucketName, ServerSideEncryptionConfiguration = BucketMapping.FromEncryption(encryption, present) };
        await calls.SendOnceAsync("PutBucketEncryption", bucketName, client => client.PutBucketEncryptionAsync(request, cancellation), cancellation).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<LifecycleRule>> GetLifecycleAsync(string bucketName, CancellationToken cancellation) =>
        await ReadLifecycleAsync(bucketName, cancellation).ConfigureAwait(false) is { } found ? found.Document.Rules : [];

    public async Task PutLifecycleRuleAsync(string bucketName, LifecycleRule rule, CancellationToken cancellation)
    {
        var present = await ReadLifecycleAsync(bucketName, cancellation).ConfigureAwait(false) ?? new LifecycleAnswer();
        if (present.Document.Rules.Contains(rule)) return;
        present.Document.Put(rule);
        var request = new PutLifecycleConfigurationRequest { BucketName = bucketName };
        if (present.MinimumObjectSize is { Length: > 0 } size) request.TransitionDefaultMinimumObjectSize = size;
        await calls.SendOnceAsync("PutBucketLifecycleConfiguration", bucketName, client => client.PutLifecycleAsync(request, present.Document, cancellation), cancellation).ConfigureAwait(false);
    }

    public async Task<AccessLogging?> GetAccessLoggingAsync(string bucketName, CancellationToken cancellation) =>
        BucketMapping.ToLogging(await ReadLoggingAsync(bucketName, cancellation).ConfigureAwait(false));

    public async Task PutAccessLoggingAsync(string bucketName, AccessLogging logging, CancellationToken cancellation)
    {
        var present = await ReadLoggingAsync(bucketName, cancellation).ConfigureAwait(false);
        if (BucketMapping.ToLogging(present) == logging) return;
        var request = new PutBucketLoggingRequest { BucketName = bucketName, LoggingConfig = BucketMapping.FromLogging(logging, present) };
        await calls.SendOnceAsync("PutBucketLogging", bucketName, client => client.PutBucketLoggingAsync(request, cancellation), cancellation).ConfigureAwait(false);
    }

    public async Task<ObjectLock?> GetObjectLockAsync(string bucketName, CancellationToken cancellation) =>
        BucketMapping.ToLock(await ReadLockAsync(bucketName, cancellation).ConfigureAwait(false));

    public async Task PutObjectLockAsync(string bucketName, ObjectLock objectLock, CancellationToken cancellation)
    {
        var present = await ReadLockAsync(bucketName, cancellation).ConfigureAwait(false);
        if (BucketMapping.ToLock(present) == objectLock) return;
        var request = new PutObjectLockConfigurationRequest { BucketName = bucketName, ObjectLockConfiguration = BucketMapping.FromLock(objectLock, present) };
        await calls.SendOnceAsync("PutObjectLockConfiguration", bucketName, client => client.PutObjectLockConfigurationAsync(request, cancellation), cancellation).ConfigureAwait(false);
    }

    private async Task<ServerSideEncryptionConfiguration?> ReadEncryptionAsync(string bucketName, CancellationToken cancellation)
    {
        const string Operation = "GetBucketEncryption";
        var answer = await calls.FindAsync(
            Operation, bucketName, "ServerSideEncryptionConfigurationNotFoundError",
            client => client.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = bucketName }, cancellation), cancellation).ConfigureAwait(false);
        if (answer is null) return null;

        calls.Required(Operation, answer.ServerSideEncryptionConfiguration?.ServerSideEncryptionRules is [var rule, ..] ? rule : null);
        return answer.ServerSideEncryptionConfiguration;
    }

    private async Task<S3BucketLoggingConfig?> ReadLoggingAsync(string bucketName, CancellationToken cancellation)
    {
        var answer = await calls.SendAsync(
            "GetBucketLogging", bucketName,
            client => client.GetBucketLoggingAsync(new GetBucketLoggingRequest { BucketName = bucketName }, cancellation), cancellation).ConfigureAwait(false);
        return answer.BucketLoggingConfig;
    }

    private async Task<ObjectLockConfiguration?> ReadLockAsync(string bucketName, CancellationToken cancellation)
    {
        const string Operation = "GetObjectLockConfiguration";
        var answer = await calls.FindAsync(
            Operation, bucketName, "ObjectLockConfigurationNotFoundError",
            client => client.GetObjectLockConfigurationAsync(new GetObjectLockConfigurationRequest { BucketName = bucketName }, cancellation), cancellation).ConfigureAwait(false);
        if (answer is null) return null;

        calls.Required(Operation, answer.ObjectLockConfiguration?.ObjectLockEnabled?.Value);
        return answer.ObjectLockConfiguration;
    }

    private Task<LifecycleAnswer?> ReadLifecycleAsync(string bucketName, CancellationToken cancellation) => calls.FindAsync(
        "GetBucketLifecycleConfiguration", bucketName, "NoSuchLifecycleConfiguration",
        client => client.GetLifecycleAsync(new GetLifecycleConfigurationRequest { BucketName = bucketName }, cancellation), cancellation);
}
