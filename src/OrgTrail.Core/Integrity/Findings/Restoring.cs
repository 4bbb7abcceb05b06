using OrgTrail.Health;

namespace OrgTrail.Integrity;

/// <summary>What to do about a file that cannot be read.</summary>
internal static class Restoring
{
    /// <summary>The words for a refusal: the command that restores an archived file, or the problem's own advice.</summary>
    public static string Remedy(string bucket, string key, Problem problem) => problem.Id == ProblemIds.ObjectArchived
        ? $"aws s3api restore-object --bucket {CommandText.Quote(bucket)} --key {CommandText.Quote(key)} --restore-request Days=7"
        : problem.Advice;
}
