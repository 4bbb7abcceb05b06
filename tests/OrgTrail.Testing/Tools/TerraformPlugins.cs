namespace OrgTrail.Testing;

/// <summary>Finds a folder with the hashicorp/aws provider, laid out as a filesystem mirror, so that Terraform needs no network.</summary>
internal static class TerraformPlugins
{
    private const string Provider = "registry.terraform.io/hashicorp/aws";

    /// <summary>The mirror's folder; null when no known place has the provider.</summary>
    public static string? Find() => Places().FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, Provider)));

    /// <summary>
    /// The variable TF_PLUGIN_MIRROR of our own, then the places in which Terraform itself looks for a mirror ("CLI
    /// Configuration File: Implied Local Mirror Directories"), its plugin cache, and any folder of /opt.
    /// </summary>
    private static IEnumerable<string> Places()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Variable("TF_PLUGIN_MIRROR")
            .Concat(Variable("TF_PLUGIN_CACHE_DIR"))
            .Append(Path.Combine(home, ".terraform.d", "plugins"))
            .Append(Path.Combine(home, ".terraform.d", "plugin-cache"))
            .Append(Path.Combine(data, "terraform", "plugins"))
            .Append("/usr/local/share/terraform/plugins")
            .Append("/usr/share/terraform/plugins")
            .Concat(Directory.Exists("/opt") ? Directory.EnumerateDirectories("/opt").Order(StringComparer.Ordinal) : []);
    }

    private static IEnumerable<string> Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } folder ? [folder] : [];
}
