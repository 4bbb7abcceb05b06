using System.Reflection;
using System.Text.RegularExpressions;
using OrgTrail.Connection;
using OrgTrail.Help;
using OrgTrail.Testing;

namespace OrgTrail.Tests.Conventions;

/// <summary>The module as it was built: its cmdlets, and what its manifest says of them.</summary>
internal static partial class ModuleAssemblies
{
    public static Assembly Cmdlets { get; } = typeof(ConnectedCmdlet).Assembly;

    public static Assembly Core { get; } = typeof(Trail).Assembly;

    public static IReadOnlyList<CmdletPage> Pages { get; } = new CmdletReader(XmlDocs.Beside(Cmdlets.Location)).Read(Cmdlets);

    public static string Manifest { get; } = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "OrgTrail.psd1"));

    public static IReadOnlyList<string> ExportedCmdlets { get; } =
        [.. QuotedName().Matches(ExportList().Match(Manifest).Groups["names"].Value).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(@"CmdletsToExport\s*=\s*@\((?<names>[^)]*)\)")]
    private static partial Regex ExportList();

    [GeneratedRegex("'(?<name>[^']+)'")]
    private static partial Regex QuotedName();
}
