namespace OrgTrail.Keys;

/// <summary>What CloudTrail demands of a KMS key, whatever its policy (CloudTrail user guide, "Encrypting CloudTrail log files, digest files, and event data stores with AWS KMS keys").</summary>
public static class KeyRules
{
    /// <summary>What keeps CloudTrail from using a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="bucketRegion">The Region of the trail's bucket; <see langword="null"/> when it is not known.</param>
    /// <returns>Of <c>KmsKeyWrongRegion</c>, <c>KmsKeyNotSymmetric</c>, <c>KmsKeyNotEnabled</c> and <c>KmsKeyNotCustomerManaged</c>; empty when the key will do.</returns>
    public static IReadOnlyList<Problem> Check(KmsKey key, string? bucketRegion)
    {
        ArgumentNullException.ThrowIfNull(key);
        var problems = new List<Problem>();
        if (bucketRegion is not null && key.Region != bucketRegion)
        {
            problems.Add(WrongRegion(key.Arn, key.Region, bucketRegion));
        }

        if (!key.IsSymmetric)
        {
            problems.Add(NotSymmetric(key));
        }

        if (!key.IsEnabled)
        {
            problems.Add(NotEnabled(key));
        }

        if (key.Manager == "AWS")
        {
            problems.Add(NotCustomerManaged(key));
        }

        return problems;
    }

    /// <summary>A key of another Region than the bucket's: S3 encrypts by none.</summary>
    /// <param name="key">The key as it was given.</param>
    /// <param name="region">Its Region.</param>
    /// <param name="bucketRegion">The Region of the bucket.</param>
    internal static Problem WrongRegion(string key, string region, string bucketRegion) => Unfit(
        "KmsKeyWrongRegion",
        $"Key {key} lies in Region {region}, the bucket in {bucketRegion}.",
        $"Use a key in {bucketRegion}. A multi-Region key can be replicated there: aws kms replicate-key --key-id {key} --replica-region {bucketRegion} --region {region}.");

    private static Problem NotSymmetric(KmsKey key) => Unfit(
        "KmsKeyNotSymmetric",
        $"Key {key.Arn} is a key of the kind {key.Spec} for {key.Usage}, not a symmetric key that encrypts.",
        $"Use a key of the kind SYMMETRIC_DEFAULT for ENCRYPT_DECRYPT: aws kms create-key --region {key.Region}. The kind of a key cannot be changed.");

    private static Problem NotEnabled(KmsKey key) => Unfit(
        "KmsKeyNotEnabled",
        $"Key {key.Arn} is in the state {key.State}, not Enabled.",
        key.State == "PendingDeletion"
            ? $"Keep the key, or the logs that it encrypted are lost: aws kms cancel-key-deletion --key-id {key.Arn} --region {key.Region}, then aws kms enable-key with the same parameters. Or use another key for the trail."
            : $"Enable the key, aws kms enable-key --key-id {key.Arn} --region {key.Region}, or use another one for the trail.");

    private static Problem NotCustomerManaged(KmsKey key) => Unfit(
        "KmsKeyNotCustomerManaged",
        $"Key {key.Arn} is managed by AWS; its policy does not let CloudTrail in and cannot be changed.",
        $"Use a key of your own: aws kms create-key --region {key.Region}.");

    private static Problem Unfit(string id, string what, string advice) => new(id, ProblemKind.InvalidState, what, advice);
}
