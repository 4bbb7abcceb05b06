namespace OrgTrail.Sandbox.State;

/// <summary>A state in a file.</summary>
internal static class StateFile
{
    /// <exception cref="OrgTrailException">The file cannot be read, or holds no state.</exception>
    public static SandboxState Load(string path) => StateText.Read(Attempt("read", path, () => File.ReadAllBytes(path)), $"The file '{path}'");

    /// <summary>Writes all or nothing: a file that was there stays as it was until the new one is complete.</summary>
    /// <exception cref="OrgTrailException">The file cannot be written.</exception>
    public static void Save(string path, byte[] text) => Attempt("written", path, () =>
    {
        var part = $"{path}.{Environment.ProcessId}.part";
        File.WriteAllBytes(part, text);
        File.Move(part, path, overwrite: true);
        return text;
    });

    private static T Attempt<T>(string done, string path, Func<T> access)
    {
        try
        {
            return access();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OrgTrailException(
                new Problem(
                    "StateFileUnavailable",
                    failed is UnauthorizedAccessException ? ProblemKind.PermissionDenied : ProblemKind.NotFound,
                    $"The state file '{path}' cannot be {done}: {failed.Message.TrimEnd('.')}.",
                    "Give the path of a file that you may read and write, in a folder that exists."),
                failed);
        }
    }
}
