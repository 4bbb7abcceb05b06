using OrgTrail.Trails;

namespace OrgTrail.Keys;

/// <summary>The ARN of a KMS key, in its parts: <c>arn:&lt;partition&gt;:kms:&lt;Region&gt;:&lt;account&gt;:key/&lt;id&gt;</c>.</summary>
/// <param name="Partition">The partition, for example <c>aws</c>.</param>
/// <param name="Region">The Region that the key lies in.</param>
/// <param name="AccountId">The account that owns it.</param>
/// <param name="KeyId">The key's id.</param>
internal readonly record struct KeyArn(string Partition, string Region, string AccountId, string KeyId)
{
    private const string Service = "kms";
    private const string ResourceType = "key/";
    private const string AliasType = "alias/";

    /// <summary>Whether a text is meant as the ARN of a key, however malformed, and not as an id, an alias or an alias ARN.</summary>
    public static bool IsMeantBy(string? text) =>
        Arn.IsMeantBy(text) && Arn.Find(text)?.Resource.StartsWith(AliasType, StringComparison.Ordinal) != true;

    /// <summary>The Region that an ARN of a key or an alias names; <see langword="null"/> for an id or an alias name, which mean the called Region.</summary>
    public static string? RegionOf(string? text) =>
        Arn.Find(text) is { Service: Service, Region: { Length: > 0 } region } ? region : null;

    /// <summary>Takes an ARN apart.</summary>
    /// <exception cref="OrgTrailException">The text is not the ARN of a key (<c>InvalidKmsKey</c>).</exception>
    public static KeyArn Parse(string? text)
    {
        var arn = Arn.Find(text);
        var fault = arn is { } parts ? Fault(parts) : "it does not have the six parts of an ARN";
        return fault is null && arn is { } right
            ? new KeyArn(right.Partition, right.Region, right.AccountId, right.Resource[ResourceType.Length..])
            : throw Invalid($"{NamingRule.Quote(text ?? "")} is not the ARN of a KMS key: {fault}.");
    }

    /// <summary>Whether a key's ARN is that of a key that is named by its id alone.</summary>
    internal static bool HasId(string? arn, string? keyId) => keyId is not null && Arn.Find(arn)?.Resource == ResourceType + keyId;

    /// <summary>The ARN as AWS writes it.</summary>
    public override string ToString() => new Arn(Partition, Service, Region, AccountId, ResourceType + KeyId).ToString();

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

    private static string? Fault(Arn arn) => arn switch
    {
        { Service: not Service } => $"it belongs to the service {NamingRule.Quote(arn.Service)}, not '{Service}'",
        _ when Trails.Partition.Find(arn.Region) is null => $"{NamingRule.Quote(arn.Region)} is not the code of a Region",
        _ when Trails.Partition.Find(arn.Region) is var home && home != arn.Partition => $"Region {arn.Region} lies in the partition '{home}', not {NamingRule.Quote(arn.Partition)}",
        _ when NamingRule.AccountId.Check(arn.AccountId) is not null => $"{NamingRule.Quote(arn.AccountId)} is no account id",
        _ when !arn.Resource.StartsWith(ResourceType, StringComparison.Ordinal) || arn.Resource.Length == ResourceType.Length || arn.Resource.Any(IsNoPartOfAnId) => "its resource is not a key",
        _ => null,
    };

    private static bool IsNoPartOfAnId(char c) => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '/');

    private static OrgTrailException Invalid(string what) => new(new Problem(
        "InvalidKmsKey",
        ProblemKind.InvalidInput,
        what,
        "Use a key's ARN, arn:<partition>:kms:<Region>:<account id>:key/<key id>; in its own account a key's id or alias will do, too."));
}
