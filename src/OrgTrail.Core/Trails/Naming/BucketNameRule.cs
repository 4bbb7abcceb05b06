namespace OrgTrail.Trails;

/// <summary>
/// The rule for bucket names. CloudTrail user guide, "Naming requirements for CloudTrail resources, S3 buckets, and KMS
/// keys": CloudTrail demands the strict rules even where S3 still knows older, looser names.
/// </summary>
internal static class BucketNameRule
{
    private const int Shortest = 3;
    private const int Longest = 63;

    internal static NamingRule Rule { get; } = new(
        "InvalidBucketName",
        "bucket name",
        "Use 3 to 63 lower-case letters, digits, '.' or '-', beginning and ending with a letter or digit, no '..', '.-' or '-.', and not in the form of an IP address.",
        Fault);

    private static string? Fault(string name)
    {
        if (name.Length == 0)
        {
            return "is empty";
        }

        if (name.Any(char.IsAsciiLetterUpper))
        {
            return "has an upper-case letter";
        }

        if (NameCharacters.Forbidden(name, c => IsLetterOrDigit(c) || c is '.' or '-') is { } forbidden)
        {
            return $"contains {forbidden}";
        }

        return name switch
        {
            { Length: < Shortest } => $"has {name.Length} characters, fewer than {Shortest}",
            { Length: > Longest } => $"has {name.Length} characters, more than {Longest}",
            _ when !IsLetterOrDigit(name[0]) => $"begins with '{name[0]}'",
            _ when !IsLetterOrDigit(name[^1]) => $"ends with '{name[^1]}'",
            _ when AdjacentMarks(name) is { } marks => $"has '{marks}'",
            _ when NameCharacters.LooksLikeIPv4(name) => "has the form of an IP address",
            _ => null,
        };
    }

    private static string? AdjacentMarks(string name) =>
        Array.Find(["..", ".-", "-."], marks => name.Contains(marks, StringComparison.Ordinal));

    private static bool IsLetterOrDigit(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
