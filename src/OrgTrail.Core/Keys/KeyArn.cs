using OrgTrail.Trails;

namespace OrgTrail.Keys;

/// <summary>The ARN of a KMS key, in its parts: <c>arn:&lt;partition&gt;:kms:&lt;Region&gt;:&lt;account&gt;:key/&lt;id&gt;</c>.</summary>
/// <param name="Partition">The partition, for example <c>aws</c>.</param>
/// <param name="Region">The Region that the key lies in.</param>
/// <param name="AccountId">The account that owns it.</param>
/// <param name="KeyId">The key's id.</param>
public readonly record struct KeyArn(string Partition, string Region, string AccountId, string KeyId)
{
    private const string ResourceType = "key/";

    /// <summary>Whether a text is meant as the ARN of a key, however malformed, and not as an id, an alias or an alias ARN.</summary>
    public static bool IsMeantBy(string? text) =>
        text is not null && text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase) && !text.Contains(":alias/", StringComparison.Ordinal);

    /// <summary>The Region that an ARN of a key or an alias names; <see langword="null"/> for an id or an alias name, which mean the called Region.</summary>
    public static string? RegionOf(string? text) =>
        text?.Split(':', 6) is ["arn", _, "kms", { Length: > 0 } region, _, _] ? region : null;

    /// <summary>Takes an ARN apart.</summary>
    /// <exception cref="OrgTrailException">The text is not the ARN of a key (<c>InvalidKmsKey</c>).</exception>
    public static KeyArn Parse(string? text)
    {
        var parts = (text ?? "").Split(':', 6);
        return Fault(parts) is { } fault
            ? throw Invalid($"{NamingRule.Quote(text ?? "")} is not the ARN of a KMS key: {fault}.")
            : new KeyArn(parts[1], parts[3], parts[4], parts[5][ResourceType.Length..]);
    }

    /// <summary>The ARN as AWS writes it.</summary>
    public override string ToString() => $"arn:{Partition}:kms:{Region}:{AccountId}:{ResourceType}{KeyId}";

    /// <summary>Refuses a key of another partition, or of another account than the given one.</summary>
    internal void Require(string partition, string? accountId)
    {
        if (partition != Partition)
        {
            throw Invalid($"Key {this} lies in the partition '{Partition}', the trail in '{partition}'.");
        }

        if (accountId is not null && accountId != AccountId)
        {
            throw Invalid($"Key {this} belongs to account {AccountId}, not to {NamingRule.Quote(accountId)}.");
        }
    }

    private static string? Fault(string[] parts) => parts switch
    {
        not ["arn", _, _, _, _, _] => "it does not have the six parts of an ARN",
        [_, _, not "kms", ..] => $"it belongs to the service {NamingRule.Quote(parts[2])}, not 'kms'",
        [_, _, _, var region, ..] when Trails.Partition.Find(region) is null => $"{NamingRule.Quote(region)} is not the code of a Region",
        [_, var partition, _, var region, ..] when Trails.Partition.Find(region) is var home && home != partition => $"Region {region} lies in the partition '{home}', not {NamingRule.Quote(partition)}",
        [_, _, _, _, var account, _] when NamingRule.AccountId.Check(account) is not null => $"{NamingRule.Quote(account)} is no account id",
        [.., var resource] when !resource.StartsWith(ResourceType, StringComparison.Ordinal) || resource.Length == ResourceType.Length || resource.Any(IsNoPartOfAnId) => "its resource is not a key",
        _ => null,
    };

    private static bool IsNoPartOfAnId(char c) => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '/');

    private static OrgTrailException Invalid(string what) => new(new Problem(
        "InvalidKmsKey",
        ProblemKind.InvalidInput,
        what,
        "Use a key's ARN, arn:<partition>:kms:<Region>:<account id>:key/<key id>; in its own account a key's id or alias will do, too."));
}
