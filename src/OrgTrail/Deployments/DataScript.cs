using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace OrgTrail.Deployments;

/// <summary>A text in PowerShell's language that is one hashtable and nothing else.</summary>
internal static partial class DataScript
{
    /// <summary>
    /// Whether a text may be parsed: nothing stands before its table, and nothing in it makes PowerShell load a module or an
    /// assembly while it only reads, as <c>using</c> and <c>configuration</c> do.
    /// </summary>
    /// <param name="text">The text.</param>
    internal static bool MayBeParsed(string text) =>
        text.AsSpan(BlanksAndComments().Match(text).Length).StartsWith("@{") && !Loading().IsMatch(text);

    /// <summary>The table that a script is; <see langword="null"/> when it is, or has, anything else.</summary>
    /// <param name="script">The parsed text.</param>
    internal static HashtableAst? TableOf(ScriptBlockAst script) => script is
    {
        UsingStatements.Count: 0,
        Attributes.Count: 0,
        ParamBlock: null,
        ScriptRequirements: null,
        DynamicParamBlock: null,
        BeginBlock: null,
        ProcessBlock: null,
        EndBlock:
        {
            Unnamed: true,
            Traps: null or { Count: 0 },
            Statements: [PipelineAst { PipelineElements: [CommandExpressionAst { Redirections.Count: 0, Expression: HashtableAst table }] }],
        },
    } && EndsWith(script.Extent.Text, table) ? table : null;

    // With an & behind it the table would be a job, which the tree of PowerShell 5.1, that we are compiled against, does not show.
    private static bool EndsWith(string text, HashtableAst table)
    {
        var rest = text[table.Extent.EndOffset..];
        return BlanksAndComments().Match(rest).Length == rest.Length;
    }

    [GeneratedRegex(@"\A(\s|<\#.*?\#>|\#[^\r\n]*)*", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex BlanksAndComments();

    [GeneratedRegex(@"\bImport-DscResource\b|\bconfiguration\s+\S+\s*\{|^\s*using\s+(module|assembly|namespace)\b", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Loading();
}
