using System.Text.RegularExpressions;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>What values must look like (AWS Organizations API reference).</summary>
internal static partial class OrganizationPatterns
{
    [GeneratedRegex(@"^\d{12}\z")]
    public static partial Regex Account();

    [GeneratedRegex(@"^r-[0-9a-z]{4,32}\z")]
    public static partial Regex Root();

    [GeneratedRegex(@"^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}\z")]
    public static partial Regex Unit();

    [GeneratedRegex(@"^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})\z")]
    public static partial Regex Parent();

    [GeneratedRegex(@"^(\d{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})\z")]
    public static partial Regex Child();

    [GeneratedRegex(@"^(r-[0-9a-z]{4,32}|\d{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})\z")]
    public static partial Regex Target();

    [GeneratedRegex(@"^h-[0-9a-z]{8,32}\z")]
    public static partial Regex Handshake();

    [GeneratedRegex(@"^car-[a-z0-9]{8,32}\z")]
    public static partial Regex AccountRequest();

    [GeneratedRegex(@"^p-[0-9a-zA-Z_]{8,128}\z")]
    public static partial Regex Policy();

    [GeneratedRegex(@"^[\w+=,.@-]{1,128}\z")]
    public static partial Regex ServicePrincipal();

    [GeneratedRegex(@"^(?=.{6,64}\z)[^\s@]+@[^\s@]+\.[^\s@]+\z")]
    public static partial Regex Email();

    [GeneratedRegex(@"^[\u0020-\u007E]{1,50}\z")]
    public static partial Regex AccountName();

    [GeneratedRegex(@"^[\w+=,.@-]{1,64}\z")]
    public static partial Regex RoleName();

    [GeneratedRegex(@"^[\s\S]{1,128}\z")]
    public static partial Regex UnitName();

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}\z")]
    public static partial Regex Tag();
}
