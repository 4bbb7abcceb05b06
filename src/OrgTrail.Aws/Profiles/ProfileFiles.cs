using OrgTrail.Aws.Connection;

namespace OrgTrail.Aws.Profiles;

/// <summary>
/// The two AWS configuration files, read when asked. The SDK's own reader is not used: it fixes the files' places at its
/// first use in a process, and cannot list profiles when one of them is broken.
/// </summary>
internal sealed class ProfileFiles : IProfileStore
{
    public const string DefaultProfile = "default";

    private readonly string _credentialsPath;
    private readonly string? _configPath;
    private readonly Dictionary<string, Dictionary<string, string>> _credentials;
    private readonly Dictionary<string, Dictionary<string, string>> _config;

    /// <summary>Reads the files.</summary>
    /// <param name="location">Path of the credentials file; <see langword="null"/> for the usual one.</param>
    /// <exception cref="OrgTrailException">A file is there and cannot be read (<c>ProfileFileUnreadable</c>).</exception>
    public ProfileFiles(string? location)
    {
        _credentialsPath = location ?? EnvironmentVariable.Get("AWS_SHARED_CREDENTIALS_FILE") ?? Path.Combine(Home, ".aws", "credentials");
        // As the AWS SDK for .NET does: the config file lies beside the credentials file, unless AWS_CONFIG_FILE says where.
        _configPath = EnvironmentVariable.Get("AWS_CONFIG_FILE") ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(_credentialsPath)) ?? "", "config");
        _credentials = Read(_credentialsPath);
        _config = Read(_configPath);
    }

    public string Places => $"{Place(_credentialsPath)} and {Place(_configPath)}";

    public IReadOnlyList<string> Names =>
    [
        .. _credentials.Keys
            .Concat(_config.Keys.Select(ProfileName).OfType<string>())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static string Home => EnvironmentVariable.Get("HOME") ?? EnvironmentVariable.Get("USERPROFILE") ?? Directory.GetCurrentDirectory();

    /// <summary>A profile with what both files say of it; the credentials file counts more.</summary>
    public Profile? Find(string name)
    {
        var (inCredentials, inConfig) = (_credentials.GetValueOrDefault(name), ConfigSection(name));
        if (inCredentials is null && inConfig is null) return null;

        var values = Merge(inConfig, inCredentials);
        if (values.GetValueOrDefault("sso_session") is { } session)
            values = Merge(_config.GetValueOrDefault($"sso-session {session}"), values);
        if (values.GetValueOrDefault("services") is { } services)
            values = Merge(_config.GetValueOrDefault($"services {services}"), values);
        return new Profile(name, inCredentials is null ? _configPath! : _credentialsPath, values);
    }

    private Dictionary<string, string>? ConfigSection(string name) =>
        _config.GetValueOrDefault($"profile {name}") ?? (name == DefaultProfile ? _config.GetValueOrDefault(DefaultProfile) : null);

    private static string? ProfileName(string section) => section switch
    {
        DefaultProfile => DefaultProfile,
        _ when section.StartsWith("profile ", StringComparison.Ordinal) => section["profile ".Length..],
        _ => null,
    };

    private static Dictionary<string, string> Merge(Dictionary<string, string>? weaker, Dictionary<string, string>? stronger)
    {
        var merged = new Dictionary<string, string>(weaker ?? [], StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in stronger ?? [])
            merged[key] = value;
        return merged;
    }

    private static string Place(string? path) => File.Exists(path) ? path : $"{path} (does not exist)";

    private static Dictionary<string, Dictionary<string, string>> Read(string path)
    {
        try
        {
            return File.Exists(path) ? IniFile.Read(File.ReadLines(path)) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OrgTrailException(ProfileProblems.Unreadable(path, exception.Message), exception);
        }
    }
}
