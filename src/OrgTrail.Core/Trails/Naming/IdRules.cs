using System.Text.RegularExpressions;

namespace OrgTrail.Trails;

/// <summary>The rules for ids that AWS hands out.</summary>
internal static partial class IdRules
{
    // Organizations API reference, DescribeOrganization: Id matches ^o-[a-z0-9]{10,32}$.
    internal static NamingRule OrganizationId { get; } = new(
        "InvalidOrganizationId",
        "organization id",
        "Use the id that Organizations shows: 'o-' and 10 to 32 lower-case letters or digits, for example o-exampleorgid.",
        id => id.Length == 0 ? "is empty" : OrganizationIdShape().IsMatch(id) ? null : "is not 'o-' followed by 10 to 32 lower-case letters or digits");

    // Organizations API reference, Account: Id matches ^\d{12}$.
    internal static NamingRule AccountId { get; } = new(
        "InvalidAccountId",
        "account id",
        "Use the 12 digits of the account, leading zeros included, as text and without dashes, for example '012345678901'.",
        AccountIdFault);

    private static string? AccountIdFault(string id) => id switch
    {
        "" => "is empty",
        _ when id.All(char.IsAsciiDigit) => id.Length == 12 ? null : $"has {id.Length} digits, not 12",
        _ => "is not made of 12 digits",
    };

    [GeneratedRegex(@"\Ao-[a-z0-9]{10,32}\z")]
    private static partial Regex OrganizationIdShape();
}
