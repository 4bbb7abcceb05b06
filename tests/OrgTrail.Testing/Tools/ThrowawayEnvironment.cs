namespace OrgTrail.Testing;

/// <summary>An environment in which no AWS SDK finds anything of the machine it runs on.</summary>
public static class ThrowawayEnvironment
{
    /// <summary>The access key id that everything signs with; moto takes any.</summary>
    public const string AccessKey = "AKIAIOSFODNN7EXAMPLE";

    /// <summary>The secret that belongs to <see cref="AccessKey"/>: AWS's own documentation example.</summary>
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    /// <summary>The variables to set, and with null those to remove.</summary>
    /// <param name="region">The default Region.</param>
    /// <param name="withKeys">Whether to set the throwaway keys; otherwise the child has no credentials at all.</param>
    public static Dictionary<string, string?> Variables(string region = "us-east-1", bool withKeys = true)
    {
        var variables = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(name => name, _ => (string?)null, StringComparer.Ordinal);
        variables["AWS_EC2_METADATA_DISABLED"] = "true";
        variables["AWS_CONFIG_FILE"] = NoFile("config");
        variables["AWS_SHARED_CREDENTIALS_FILE"] = NoFile("credentials");
        // Version 2 of the AWS CLI would show its output in a pager.
        variables["AWS_PAGER"] = "";
        variables["AWS_REGION"] = variables["AWS_DEFAULT_REGION"] = region;
        variables["AWS_ACCESS_KEY_ID"] = withKeys ? AccessKey : null;
        variables["AWS_SECRET_ACCESS_KEY"] = withKeys ? SecretKey : null;
        return variables;
    }

    private static string NoFile(string name) => Path.Combine(Path.GetTempPath(), "orgtrail-no-such-folder", name);
}
