using System.Collections;

namespace OrgTrail.Sandboxes;

/// <summary>
/// The environment variables that AWS SDKs, AWS Tools and the AWS CLI find their connection by: pointed elsewhere for a
/// while, and restored to what they were.
/// </summary>
internal sealed class SessionEnvironment
{
    private const string Prefix = "AWS_";

    private readonly Dictionary<string, string?> _before;

    /// <summary>Replaces all of AWS's variables by the given ones, so that nothing of the real connection is left over.</summary>
    public SessionEnvironment(IReadOnlyDictionary<string, string> variables)
    {
        _before = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(variable => ((string)variable.Key).StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value);
        foreach (var name in variables.Keys) _before.TryAdd(name, Environment.GetEnvironmentVariable(name));

        foreach (var name in _before.Keys) Environment.SetEnvironmentVariable(name, variables.GetValueOrDefault(name));
    }

    /// <summary>Restores them.</summary>
    public void Restore()
    {
        foreach (var (name, value) in _before) Environment.SetEnvironmentVariable(name, value);
    }
}
