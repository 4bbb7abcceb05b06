namespace OrgTrail.Trails;

/// <summary>The rule for trail names. CloudTrail API reference, CreateTrail, parameter Name.</summary>
internal static class TrailNameRule
{
    private const int Shortest = 3;
    private const int Longest = 128;

    internal static NamingRule Rule { get; } = new(
        "InvalidTrailName",
        "trail name",
        "Use 3 to 128 letters, digits, '.', '_' or '-', beginning and ending with a letter or digit, no two punctuation marks side by side, and not in the form of an IP address.",
        Fault);

    private static string? Fault(string name)
    {
        if (name.Length == 0)
        {
            return "is empty";
        }

        if (NameCharacters.Forbidden(name, c => char.IsAsciiLetterOrDigit(c) || IsPunctuation(c)) is { } forbidden)
        {
            return $"contains {forbidden}";
        }

        return name switch
        {
            { Length: < Shortest } => $"has {name.Length} characters, fewer than {Shortest}",
            { Length: > Longest } => $"has {name.Length} characters, more than {Longest}",
            _ when IsPunctuation(name[0]) => "begins with a punctuation mark",
            _ when IsPunctuation(name[^1]) => "ends with a punctuation mark",
            _ when NameCharacters.HasTwoAdjacent(name, IsPunctuation) => "has two adjacent punctuation marks",
            _ when NameCharacters.LooksLikeIPv4(name) => "has the form of an IP address",
            _ => null,
        };
    }

    private static bool IsPunctuation(char c) => c is '.' or '_' or '-';
}
