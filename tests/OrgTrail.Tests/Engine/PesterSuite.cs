using System.Text.RegularExpressions;
using OrgTrail.Testing;

namespace OrgTrail.Tests.Engine;

/// <summary>A file of Pester tests, as far as its text shows it: xunit wants to know the tests before anything runs.</summary>
internal sealed partial class PesterSuite
{
    private PesterSuite(string file) => File = file;

    public string File { get; }

    /// <summary>The path below the suites' folder, which names the suite.</summary>
    public string Name => Path.GetRelativePath(RepositoryPaths.PesterSuites, File).Replace('\\', '/');

    public static IEnumerable<PesterSuite> All() => Directory
        .EnumerateFiles(RepositoryPaths.PesterSuites, "*.Tests.ps1", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => new PesterSuite(file));

    public static PesterSuite Of(string name) => new(Path.Combine(RepositoryPaths.PesterSuites, name));

    /// <summary>The name of each test with the blocks around it, in the order of the file. A template with many cases counts once.</summary>
    public IReadOnlyList<string> TestNames() => Names(System.IO.File.ReadLines(File));

    /// <summary>How a test is called here, from the names of the blocks around it and its own.</summary>
    public static string Join(IEnumerable<string> path) => string.Join(" > ", path);

    /// <summary>Blocks are told apart by their indentation: the files are formatted, and a parser for PowerShell is not at hand without PowerShell.</summary>
    internal static IReadOnlyList<string> Names(IEnumerable<string> lines)
    {
        var tests = new List<string>();
        var blocks = new Stack<(int Indent, string Name)>();
        foreach (var block in lines.Select(line => Block().Match(line)).Where(match => match.Success))
        {
            var indent = block.Groups["indent"].Length;
            while (blocks.TryPeek(out var outer) && outer.Indent >= indent)
                blocks.Pop();

            blocks.Push((indent, Unquoted(block.Groups["name"].Value)));
            if (block.Groups["kind"].Value.Equals("It", StringComparison.OrdinalIgnoreCase))
                tests.Add(Join(blocks.Reverse().Select(outer => outer.Name)));
        }

        return tests.Distinct(StringComparer.Ordinal).ToList();
    }

    private static string Unquoted(string name) => name[0] == '\''
        ? name[1..^1].Replace("''", "'", StringComparison.Ordinal)
        : name[1..^1];

    [GeneratedRegex("""^(?<indent>\s*)(?<kind>Describe|Context|It)\s+(-Name\s+)?(?<name>'([^']|'')*'|"[^"]*")""", RegexOptions.IgnoreCase)]
    private static partial Regex Block();
}
