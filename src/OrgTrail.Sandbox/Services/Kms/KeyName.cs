using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>How a key is named: by id, ARN, alias or alias ARN.</summary>
/// <param name="AccountId">The account that the key is looked for in.</param>
/// <param name="Region">The Region that the key is looked for in.</param>
/// <param name="Id">The key's id; <see langword="null"/> for an alias.</param>
/// <param name="Alias">The alias with its <c>alias/</c>; <see langword="null"/> for an id.</param>
internal sealed record KeyName(string AccountId, string Region, string? Id, string? Alias)
{
    private const string AliasPrefix = "alias/";
    private const string KeyPrefix = "key/";

    /// <summary>Reads a name; ids and aliases belong to the caller's account and to <paramref name="region"/>.</summary>
    public static bool TryParse(string text, string accountId, string region, out KeyName name)
    {
        var arn = Arn.Find(text) is { Service: "kms", AccountId.Length: 12 } found && Partition.IsKnown(found.Partition) ? found : (Arn?)null;
        var rest = arn?.Resource ?? text;
        name = new KeyName(
            arn?.AccountId ?? accountId,
            arn?.Region ?? region,
            arn is not null ? (rest.StartsWith(KeyPrefix, StringComparison.Ordinal) ? rest[KeyPrefix.Length..] : null) : (IsAlias(rest) ? null : rest),
            IsAlias(rest) ? rest : null);
        return name.Alias is not null || (name.Id is { Length: > 0 } id && IsId(id));
    }

    /// <summary>The key; <see langword="null"/> when there is none.</summary>
    public SandboxKey? Find(KmsState state) => state.Keys.Find(key =>
        key.AccountId == AccountId && key.Region == Region && (key.Id == Id || (Alias is not null && key.Aliases.Contains(Alias))));

    private static bool IsAlias(string text) => text.StartsWith(AliasPrefix, StringComparison.Ordinal) && text.Length > AliasPrefix.Length;

    // A UUID, or mrk- and 32 hexadecimal digits for multi-Region keys (KMS developer guide, "Key identifiers").
    private static bool IsId(string text) =>
        Guid.TryParseExact(text, "D", out _) || (text.Length == 36 && text.StartsWith("mrk-", StringComparison.Ordinal) && text[4..].All(char.IsAsciiHexDigitLower));
}
