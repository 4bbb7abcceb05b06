using OrgTrail.Ports;

namespace OrgTrail.Policies;

/// <summary>The policy of one bucket or key, where it is in force.</summary>
/// <param name="kind">What sort of policy it is.</param>
/// <param name="name">Whose it is, for people: a bucket's name, a key's ARN.</param>
/// <param name="arn">The ARN of what has it.</param>
internal sealed class LivePolicy(PolicyKind kind, string name, string arn)
{
    /// <summary>What sort of policy it is.</summary>
    public PolicyKind Kind { get; } = kind;

    /// <summary>Whose it is, for people: <c>bucket acme-audit</c>.</summary>
    public string Owner { get; } = $"{kind.Noun} {name}";

    /// <summary>The ARN of what has it.</summary>
    public string Arn { get; } = arn;

    /// <summary>Reads it; <see langword="null"/> for none.</summary>
    public required Func<CancellationToken, Task<string?>> ReadAsync { get; init; }

    /// <summary>Replaces it: one request, which nothing below repeats.</summary>
    public required Func<string, CancellationToken, Task> WriteAsync { get; init; }

    /// <summary>The policy of a bucket.</summary>
    public static LivePolicy Of(IBuckets buckets, string bucketName, string arn) => new(PolicyKind.Bucket, bucketName, arn)
    {
        ReadAsync = cancellation => buckets.GetPolicyAsync(bucketName, cancellation),
        WriteAsync = (policy, cancellation) => buckets.PutPolicyAsync(bucketName, policy, cancellation),
    };

    /// <summary>The policy of a key.</summary>
    public static LivePolicy Of(IKeys keys, string arn) => new(PolicyKind.Key, arn, arn)
    {
        ReadAsync = async cancellation => await keys.GetPolicyAsync(arn, cancellation),
        WriteAsync = (policy, cancellation) => keys.PutPolicyAsync(arn, policy, cancellation),
    };
}
