namespace OrgTrail.Completion;

/// <summary>Something that an argument may be completed to.</summary>
/// <param name="Text">The argument.</param>
/// <param name="ToolTip">What it is.</param>
internal sealed record Candidate(string Text, string ToolTip)
{
    /// <summary>The argument as it must stand in a command line.</summary>
    internal string Quoted => Text.All(IsPlain) ? Text : $"'{Text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static bool IsPlain(char character) => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '/' or ':';
}
