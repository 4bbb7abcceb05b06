using OrgTrail.Aws.Connection;
using OrgTrail.Files;
using OrgTrail.Problems;

namespace OrgTrail.Aws.Profiles;

/// <summary>
/// The two AWS configuration files, read when asked. The SDK's own reader is not used: it fixes the files' places at its
/// first use in a process, and cannot list profiles when one of them is broken.
/// </summary>
internal sealed class ProfileFiles : IProfileStore
{
    public const string DefaultProfile = "default";

    // Of these, every profile's value is a secret, also when another profile is in use: a message may quote the file.
    private static readonly string[] SecretKeys = ["aws_secret_access_key", "aws_session_token", "aws_security_token"];

    private readonly string? _credentialsPath;
    private readonly string? _configPath;
    private readonly Dictionary<string, Dictionary<string, string>> _credentials;
    private readonly Dictionary<string, Dictionary<string, string>> _config;

    /// <summary>Reads the files.</summary>
    /// <param name="location">Path of the credentials file; <see langword="null"/> for the usual one.</param>
    /// <exception cref="OrgTrailException">A file is there and cannot be read (<c>ProfileFileUnreadable</c>).</exception>
    public ProfileFiles(string? location)
    {
        _credentialsPath = location ?? HomeFolder.Resolve(EnvironmentVariable.Get("AWS_SHARED_CREDENTIALS_FILE") ?? "~/.aws/credentials");
        // As the AWS SDK for .NET does: the config file lies beside the credentials file, unless AWS_CONFIG_FILE says where.
        _configPath = EnvironmentVariable.Get("AWS_CONFIG_FILE") is { } config
            ? HomeFolder.Resolve(config)
            : _credentialsPath is null ? null : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(_credentialsPath)) ?? "", "config");
        _credentials = Read(_credentialsPath);
        _config = Read(_configPath);
    }

    public string Places => (_credentialsPath ?? _configPath) is null
        ? "no file, since HOME names no folder"
        : string.Join(" and ", new[] { _credentialsPath, _configPath }.OfType<string>().Select(Place));

    public IReadOnlyList<string> Names =>
    [
        .. _credentials.Keys
            .Concat(_config.Keys.Select(ProfileName).OfType<string>())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

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
        return new Profile(name, (inCredentials is null ? _configPath : _credentialsPath)!, values);
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

    private static string Place(string path) => File.Exists(path) ? path : $"{path} (does not exist)";

    private static Dictionary<string, Dictionary<string, string>> Known(Dictionary<string, Dictionary<string, string>> sections)
    {
        foreach (var secret in sections.Values.SelectMany(section => SecretKeys.Select(section.GetValueOrDefault)))
            Secrets.Know(secret);
        return sections;
    }

    private static string Text(string path) =>
        BoundedFile.ReadAsync(path, BoundedFile.LongestText, TimeProvider.System, CancellationToken.None).GetAwaiter().GetResult();

    private static Dictionary<string, Dictionary<string, string>> Read(string? path)
    {
        try
        {
            return File.Exists(path) ? Known(IniFile.Read(Text(path!).Split('\n'))) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OrgTrailException(ProfileProblems.Unreadable(path!, exception.Message), exception);
        }
    }
}
