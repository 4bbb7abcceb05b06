namespace OrgTrail.Tests.Engine;

/// <summary>
/// The Pester suites in a real PowerShell, each test with a result of its own. They are shared out between two classes, which
/// xunit runs side by side: most of a suite's time is the start of processes.
/// </summary>
public abstract class PesterSuites<TShare>(PesterRuns runs) : IClassFixture<PesterRuns>
    where TShare : IPesterShare
{
    public static TheoryData<string> Suites => new(Shared().Select(suite => suite.Name));

    public static TheoryData<PesterRow> Tests => new(Shared()
        .SelectMany(suite => suite.TestNames().Select(test => PesterRow.Of(suite.Name, test))));

    [Theory]
    [MemberData(nameof(Tests))]
    public void Pester(PesterRow row)
    {
        var report = runs.Report(PesterSuite.Of(row.Suite));
        Assert.True(report.Error is null, report.Error);

        var cases = report.Tests.Where(outcome => outcome.Name == row.Test).ToList();
        Assert.True(cases.Count > 0, "Pester did not report this test.");
        var failed = cases.Where(outcome => outcome.Result is not ("Passed" or "Skipped" or "Inconclusive")).ToList();
        Assert.True(failed.Count == 0, string.Join("\n", failed));
        var skipped = cases.Where(outcome => outcome.Result is not "Passed").Select(outcome => outcome.Message).Distinct().ToList();
        Assert.SkipWhen(skipped.Count > 0, string.Join("; ", skipped));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Every_Pester_test_has_its_row(string suite)
    {
        var report = runs.Report(PesterSuite.Of(suite));
        Assert.True(report.Error is null, report.Error);

        Assert.Empty(report.FailedBlocks);
        var reported = report.Tests.Select(outcome => outcome.Name).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(PesterSuite.Of(suite).TestNames().Order(StringComparer.Ordinal), reported);
    }

    // In turn, so that neither class gets all of one letter; a new suite moves others, which does no harm.
    private static IEnumerable<PesterSuite> Shared() => PesterSuite.All().Where((_, index) => index % 2 == TShare.Index);
}

/// <summary>Which of the suites a class runs.</summary>
public interface IPesterShare
{
    /// <summary>0 or 1.</summary>
    static abstract int Index { get; }
}

public sealed class PesterSuitesInFirstPlace(PesterRuns runs) : PesterSuites<PesterSuitesInFirstPlace>(runs), IPesterShare
{
    public static int Index => 0;
}

public sealed class PesterSuitesInSecondPlace(PesterRuns runs) : PesterSuites<PesterSuitesInSecondPlace>(runs), IPesterShare
{
    public static int Index => 1;
}
