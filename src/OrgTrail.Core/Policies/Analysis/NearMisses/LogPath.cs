namespace OrgTrail.Policies;

/// <summary>The ARN of a bucket, or of objects in the layout of CloudTrail: <c>bucket/prefix/AWSLogs/owner/…</c>.</summary>
/// <param name="BucketArn">The bucket.</param>
/// <param name="IsObject">Whether there is a key behind it.</param>
/// <param name="Prefix">What stands before the folder of logs, without slashes around it; empty for nothing.</param>
/// <param name="Logs">The folder of logs as it is written; <see langword="null"/> when there is none.</param>
/// <param name="Owner">Whose folder it is; <see langword="null"/> when the key ends before.</param>
internal sealed record LogPath(string BucketArn, bool IsObject, string Prefix, string? Logs, string? Owner)
{
    internal const string LogsFolder = "AWSLogs";

    /// <summary>The folder of the owner, with its slash.</summary>
    internal string Folder => $"{BucketArn}/{(Prefix.Length == 0 ? "" : Prefix + "/")}{LogsFolder}/{Owner}/";

    internal static LogPath Of(SymbolicText resource) => Of(resource.ToString());

    internal static LogPath Of(string resource)
    {
        var parts = resource.Split('/');
        var logs = Array.FindIndex(parts, 1, part => string.Equals(part, LogsFolder, StringComparison.OrdinalIgnoreCase));
        return logs < 0
            ? new(parts[0], parts.Length > 1, string.Join('/', parts[1..]), null, null)
            : new(parts[0], true, string.Join('/', parts[1..logs]), parts[logs], parts.ElementAtOrDefault(logs + 1));
    }
}
