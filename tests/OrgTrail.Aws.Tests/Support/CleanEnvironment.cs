using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Support;

/// <summary>An environment without anything of AWS, with an empty home; put back at the end.</summary>
internal sealed class CleanEnvironment : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    public CleanEnvironment()
    {
        foreach (var name in ThrowawayEnvironment.Variables().Keys)
            this[name] = null;
        this["HOME"] = Home;
        this["AWS_EC2_METADATA_DISABLED"] = "true";
        // A refusal is to be seen at once, not after retries.
        this["AWS_MAX_ATTEMPTS"] = "1";
    }

    /// <summary>The home folder.</summary>
    public string Home { get; } = Directory.CreateTempSubdirectory("orgtrail-home-").FullName;

    public string? this[string name]
    {
        set
        {
            _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>Writes a file below the home folder.</summary>
    public string Write(string path, string text)
    {
        var file = Path.Combine(Home, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);
        Directory.Delete(Home, recursive: true);
    }
}
