namespace OrgTrail.Keys;

/// <summary>A KMS key, as DescribeKey shows it.</summary>
/// <param name="Arn">The key's ARN.</param>
internal sealed record KmsKey(string Arn)
{
    /// <summary>The account that owns it.</summary>
    public required string AccountId { get; init; }

    /// <summary>The Region that it lies in.</summary>
    public required string Region { get; init; }

    /// <summary><c>Enabled</c>, <c>Disabled</c>, <c>PendingDeletion</c>, … (KMS API reference, KeyMetadata).</summary>
    public required string State { get; init; }

    /// <summary>For example <c>SYMMETRIC_DEFAULT</c>, the only one that CloudTrail takes.</summary>
    public required string Spec { get; init; }

    /// <summary><c>ENCRYPT_DECRYPT</c>, <c>SIGN_VERIFY</c>, …</summary>
    public required string Usage { get; init; }

    /// <summary><c>CUSTOMER</c> or <c>AWS</c>. The policy of a key of AWS's own cannot be changed.</summary>
    public required string Manager { get; init; }

    /// <summary>Whether it is symmetric and encrypts, as CloudTrail demands.</summary>
    public bool IsSymmetric => Spec == "SYMMETRIC_DEFAULT" && Usage == "ENCRYPT_DECRYPT";

    /// <summary>Whether it can be used now.</summary>
    public bool IsEnabled => State == "Enabled";
}
