using System.Text;

namespace OrgTrail.Pipeline;

/// <summary>How a change is shown before it is made.</summary>
internal static class ChangeText
{
    /// <summary>What <c>-Confirm</c> asks; the description follows. Word for word PowerShell's own question.</summary>
    internal const string Question = "Are you sure you want to perform this action?\n";

    /// <summary>The heading of the question.</summary>
    internal const string Caption = "Confirm";

    /// <summary>The change in PowerShell's own words, and what it comes to, a line each.</summary>
    internal static string Describe(string target, string action, IReadOnlyList<string> changes)
    {
        var text = new StringBuilder($"Performing the operation \"{action}\" on target \"{target}\".");
        foreach (var change in changes) text.Append("\n    ").Append(change.ReplaceLineEndings("\n    "));
        return text.ToString();
    }
}
