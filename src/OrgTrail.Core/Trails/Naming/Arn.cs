using System.Diagnostics.CodeAnalysis;

namespace OrgTrail.Trails;

/// <summary>
/// An ARN in its parts, whatever it names: the one place that takes ARNs apart and puts them together. What a part must be
/// like is a matter of who asks, as <see cref="TrailArn"/> and <see cref="Keys.KeyArn"/> do.
/// </summary>
/// <param name="Partition">The partition, for example <c>aws</c>.</param>
/// <param name="Service">The service, for example <c>s3</c>.</param>
/// <param name="Region">The Region; empty for what has none.</param>
/// <param name="AccountId">The account; empty for what has none.</param>
/// <param name="Resource">All the rest, colons and slashes included.</param>
internal readonly record struct Arn(string Partition, string Service, string Region, string AccountId, string Resource)
{
    private const string Prefix = "arn:";
    private const int Parts = 6;

    /// <summary>The last part of the resource: the name of a trail, a role, a key or a topic.</summary>
    public string ResourceName => Resource[(Resource.LastIndexOfAny(['/', ':']) + 1)..];

    /// <summary>Whether it is the root user of an account, which stands for the account.</summary>
    public bool IsRoot => this is { Service: "iam", Region: "", Resource: "root" };

    /// <summary>Whether a text is meant as an ARN, however malformed, and not as a name.</summary>
    public static bool IsMeantBy([NotNullWhen(true)] string? text) => text is not null && text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes a text apart; <see langword="null"/> when it does not have the six parts of an ARN.</summary>
    public static Arn? Find(string? text) =>
        text?.Split(':', Parts) is ["arn", var partition, var service, var region, var account, var resource]
            ? new Arn(partition, service, region, account, resource)
            : null;

    /// <summary>A bucket.</summary>
    public static Arn OfBucket(string partition, string bucketName) => new(partition, "s3", "", "", bucketName);

    /// <summary>The root user of an account.</summary>
    public static Arn OfRoot(string partition, string accountId) => new(partition, "iam", "", accountId, "root");

    /// <summary>The ARN as AWS writes it.</summary>
    public override string ToString() => $"{Prefix}{Partition}:{Service}:{Region}:{AccountId}:{Resource}";
}
