using System.Management.Automation.Language;
using OrgTrail.Commands;
using OrgTrail.Files;

namespace OrgTrail.Deployments;

/// <summary>A file that describes a deployment. It is data: nothing in it is ever executed.</summary>
internal static class DeploymentFile
{
    private const string TableAlone = "hashtable @{ … } alone, without using, param, #requires, begin, process or end";
    private const string ConstantsOnly = "only constants are allowed, and nothing is executed";

    /// <summary>Reads the settings of a file.</summary>
    /// <param name="path">The full path; it ends in .psd1 or .json.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OrgTrailException">The file is not there, not readable, or not what its name says.</exception>
    internal static async Task<IReadOnlyDictionary<string, object?>> ReadAsync(string path, CancellationToken cancellation)
    {
        Func<string, IReadOnlyDictionary<string, object?>> read = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".psd1" => ReadData,
            ".json" => SpecificationJson.Read,
            _ => throw new OrgTrailException(SpecificationFileProblems.UnknownForm(path)),
        };
        return read(await TextFile.ReadAsync(path, cancellation));
    }

    private static IReadOnlyDictionary<string, object?> ReadData(string text)
    {
        if (!DataScript.MayBeParsed(text)) throw new OrgTrailException(SpecificationFileProblems.NoTable(TableAlone));
        var script = Parser.ParseInput(text, out _, out var errors);
        if (errors is [var error, ..])
            throw new OrgTrailException(SpecificationFileProblems.Malformed(error.Extent.StartLineNumber, error.Message.TrimEnd('.')));
        if (DataScript.TableOf(script) is not { } table)
            throw new OrgTrailException(SpecificationFileProblems.NoTable(TableAlone));
        if (LineOfCode(table) is { } line) throw new OrgTrailException(SpecificationFileProblems.Malformed(line, ConstantsOnly));
        try
        {
            return (IReadOnlyDictionary<string, object?>)PlainValues.Of(table.SafeGetValue())!;
        }
        catch (InvalidOperationException fault)
        {
            // PowerShell itself refuses to evaluate whatever else is no constant.
            throw new OrgTrailException(SpecificationFileProblems.Malformed(null, ConstantsOnly), fault);
        }
    }

    private static int? LineOfCode(HashtableAst table) =>
        table.Find(part => part is CommandAst or MemberExpressionAst or ScriptBlockExpressionAst or VariableExpressionAst && !IsConstant(part), searchNestedScriptBlocks: false)
            ?.Extent.StartLineNumber;

    private static bool IsConstant(Ast part) =>
        part is VariableExpressionAst variable && variable.VariablePath.UserPath.ToLowerInvariant() is "true" or "false" or "null";
}
