namespace OrgTrail.Aws.Profiles;

/// <summary>A profile of the AWS configuration files. Never printed: some of its values are secrets.</summary>
/// <param name="name">Its name.</param>
/// <param name="store">Where it was found, for a person to read.</param>
/// <param name="values">Its settings.</param>
internal sealed class Profile(string name, string store, IReadOnlyDictionary<string, string> values)
{
    public string Name => name;

    public string Store => store;

    /// <summary>A setting as the configuration files name it, for example <c>role_arn</c>; <see langword="null"/> when it is not set, or empty.</summary>
    public string? this[string key] => values.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    /// <summary>Whether a setting is there that tells how to get credentials.</summary>
    public bool HasCredentials =>
        (this["aws_access_key_id"] ?? this["aws_secret_access_key"] ?? this["role_arn"] ?? this["credential_process"]
            ?? this["sso_session"] ?? this["sso_start_url"] ?? this["sso_account_id"] ?? this["login_session"]) is not null;

    public override string ToString() => $"profile '{name}'";
}
