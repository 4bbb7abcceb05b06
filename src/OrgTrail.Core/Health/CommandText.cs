namespace OrgTrail.Health;

/// <summary>Parts of commands that can be pasted.</summary>
internal static class CommandText
{
    /// <summary>The parameter for a trail's prefix, with a blank before it; nothing for a trail without one.</summary>
    public static string S3KeyPrefix(Trail trail) => S3KeyPrefix(trail.S3KeyPrefix);

    /// <summary>The same for a prefix.</summary>
    public static string S3KeyPrefix(string? s3KeyPrefix) => string.IsNullOrEmpty(s3KeyPrefix) ? "" : $" -S3KeyPrefix {Quote(s3KeyPrefix)}";

    /// <summary>A text as PowerShell takes it literally, whatever characters it has.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A command as it is run with the credentials of an account.</summary>
    /// <param name="command">The command of this module.</param>
    /// <param name="account">The account that can run it.</param>
    /// <param name="caller">The account of the credentials at hand: for it the command is as it stands.</param>
    public static string For(string command, string account, string caller) =>
        account == caller ? command : $"{command} -ProfileName <profile of account {account}>";
}
