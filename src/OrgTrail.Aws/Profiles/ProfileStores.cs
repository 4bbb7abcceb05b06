namespace OrgTrail.Aws.Profiles;

/// <summary>All places where profiles are kept, in the order of AWS Tools for PowerShell: on Windows the encrypted store comes first.</summary>
internal sealed class ProfileStores
{
    private readonly IReadOnlyList<IProfileStore> _stores;

    /// <summary>Reads the configuration files.</summary>
    /// <param name="location">Path of the credentials file, which then is the only place besides its config file; <see langword="null"/> for the usual places.</param>
    public ProfileStores(string? location) =>
        _stores = location is null && OperatingSystem.IsWindows() ? [new WindowsProfileStore(), new ProfileFiles(null)] : [new ProfileFiles(location)];

    public string Places => string.Join(", ", _stores.Select(store => store.Places));

    public IReadOnlyList<string> Names => [.. _stores.SelectMany(store => store.Names).Distinct(StringComparer.Ordinal)];

    public Profile? Find(string name) => _stores.Select(store => store.Find(name)).FirstOrDefault(profile => profile is not null);
}
