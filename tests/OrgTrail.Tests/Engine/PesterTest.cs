namespace OrgTrail.Tests.Engine;

/// <summary>The outcome of one Pester test, or of one case of a template.</summary>
/// <param name="Path">The names of the blocks around it and its own, unexpanded.</param>
/// <param name="ExpandedName">Its name with the values of its case.</param>
/// <param name="Result">Passed, Failed, Skipped, Inconclusive or NotRun.</param>
/// <param name="Message">Why it failed or was skipped; empty when it passed.</param>
internal sealed record PesterTest(IReadOnlyList<string> Path, string ExpandedName, string Result, string Message)
{
    public string Name => PesterSuite.Join(Path);

    public override string ToString() => $"{ExpandedName}: {Message}";
}
