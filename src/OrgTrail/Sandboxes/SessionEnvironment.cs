namespace OrgTrail.Sandboxes;

/// <summary>
/// The environment variables that AWS SDKs, AWS Tools and the AWS CLI find their connection by: pointed elsewhere for a
/// while, and restored to what they were.
/// </summary>
internal sealed class SessionEnvironment
{
    private readonly Dictionary<string, string?> _before;

    /// <summary>Replaces all of AWS's variables by the given ones, so that nothing of the real connection is left over.</summary>
    public SessionEnvironment(IReadOnlyDictionary<string, string> variables)
    {
        _before = SandboxVariables.Ours().ToDictionary(variable => variable.Name, variable => variable.Value);
        foreach (var name in variables.Keys) _before.TryAdd(name, Environment.GetEnvironmentVariable(name));

        foreach (var name in _before.Keys) Environment.SetEnvironmentVariable(name, variables.GetValueOrDefault(name));
    }

    /// <summary>Restores them, and removes those that came up in the meantime: what was set for the sandbox is wrong for AWS.</summary>
    public void Restore()
    {
        foreach (var (name, _) in SandboxVariables.Ours())
        {
            if (!_before.ContainsKey(name)) Environment.SetEnvironmentVariable(name, null);
        }

        foreach (var (name, value) in _before) Environment.SetEnvironmentVariable(name, value);
    }
}
