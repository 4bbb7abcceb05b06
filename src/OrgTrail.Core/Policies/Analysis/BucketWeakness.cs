namespace OrgTrail.Policies;

/// <summary>What the statements of a bucket policy grant beyond the trail.</summary>
internal sealed class BucketWeakness(TrailDelivery delivery) : Weakness(
    TrailCaller.Of(delivery),
    TrailCalls.For(delivery, kmsKeyId: null, logFileValidation: true),
    [TrailCalls.GetBucketAcl, TrailCalls.PutObject])
{
    /// <inheritdoc/>
    protected override string? ScopeMessage(IReadOnlyList<ServiceRequest> own, Func<ServiceRequest, bool> grants)
    {
        bool GrantsKey(string folder) =>
            grants(TrailCalls.Put(folder + SymbolicText.Foreign + "/" + SymbolicText.Foreign, Trail, Encryption.S3Managed));

        return GrantsKey($"{delivery.BucketArn}/") ? "the resource is the whole bucket, not the trail's folders."
            : GrantsKey(delivery.LogsArn) ? "the resource covers the folders of all accounts and organizations under AWSLogs/."
            : null;
    }
}
