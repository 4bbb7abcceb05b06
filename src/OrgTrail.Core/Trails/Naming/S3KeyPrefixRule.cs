namespace OrgTrail.Trails;

/// <summary>The rule for a trail's prefix in its bucket.</summary>
internal static class S3KeyPrefixRule
{
    // CloudTrail API reference, CreateTrail, parameter S3KeyPrefix.
    private const int Longest = 200;

    internal static NamingRule Rule { get; } = new(
        "InvalidS3KeyPrefix",
        "S3 key prefix",
        "Use at most 200 characters, without a leading or trailing '/', without the folder 'AWSLogs' (CloudTrail adds both), and without '*', '?' or '${', which would be wildcards in the bucket policy. Leave it out for no prefix.",
        Fault);

    private static string? Fault(string prefix)
    {
        if (prefix.Length == 0)
        {
            return null;
        }

        if (NameCharacters.Forbidden(prefix, c => !char.IsControl(c) && c is not ('*' or '?')) is { } forbidden)
        {
            return $"contains {forbidden}";
        }

        return prefix switch
        {
            { Length: > Longest } => $"has {prefix.Length} characters, more than {Longest}",
            _ when prefix[0] == '/' => "begins with '/'",
            _ when prefix[^1] == '/' => "ends with '/'",
            _ when prefix.Contains("${", StringComparison.Ordinal) => "contains '${'",
            // CloudTrail user guide, "Setting bucket policy for multiple accounts": the prefix may not include AWSLogs/.
            _ when prefix.Split('/').Contains("AWSLogs") => "contains the folder 'AWSLogs'",
            _ => null,
        };
    }
}
