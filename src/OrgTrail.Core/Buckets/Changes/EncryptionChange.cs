using OrgTrail.Keys;

namespace OrgTrail.Buckets;

/// <summary>Encrypts new objects. What is stronger than asked for stays.</summary>
internal static class EncryptionChange
{
    internal static void Add(ChangeDraft draft)
    {
        var (name, seen, asked) = (draft.Facts.BucketName, draft.Facts.Encryption, draft.Wanted.Encryption);
        if (!draft.CanSee(seen, "The default encryption", asked is not null)) return;
        var wanted = asked ?? seen.Value ?? BucketEncryption.S3Managed;
        if (seen.Value is { } now && Satisfies(now, wanted)) return;

        draft.Change(
            BucketSetting.Encryption, seen.Value?.ToString(), wanted.ToString(),
            (buckets, cancellation) => buckets.Settings.PutEncryptionAsync(name, wanted, cancellation));
    }

    // A bucket key is for SSE-KMS alone (S3 user guide, "Reducing the cost of SSE-KMS with Amazon S3 Bucket Keys").
    private static bool Satisfies(BucketEncryption now, BucketEncryption wanted) => wanted.Algorithm == BucketEncryption.S3Algorithm
        ? now.Algorithm == wanted.Algorithm
        : IsSameKey(now.KmsKeyId, wanted.KmsKeyId)
            && (now.Algorithm == BucketEncryption.DoubleKmsAlgorithm || (now.Algorithm == wanted.Algorithm && now.BucketKeyEnabled == wanted.BucketKeyEnabled));

    // A bucket shows its key as somebody gave it: by ARN or by id.
    private static bool IsSameKey(string? now, string? wanted) =>
        now == wanted || KeyArn.HasId(wanted, now);
}
