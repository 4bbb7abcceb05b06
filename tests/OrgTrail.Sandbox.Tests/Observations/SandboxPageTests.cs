using System.Text;
using OrgTrail.Testing;

namespace OrgTrail.Sandbox.Tests.Observations;

/// <summary>The page docs/sandbox.md tells what the table holds.</summary>
public sealed class SandboxPageTests
{
    private const string Mark = "<!-- From here on made from the table: run the tests with ORGTRAIL_WRITE_DOCS=1 -->";

    [Fact]
    public void The_page_lists_every_observation()
    {
        var path = Path.Combine(RepositoryPaths.Root, "docs", "sandbox.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var wanted = page[..(page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)] + "\n" + List();
        if (Environment.GetEnvironmentVariable("ORGTRAIL_WRITE_DOCS") == "1") File.WriteAllText(path, page = wanted);

        Assert.Equal(wanted, page);
    }

    [Fact]
    public void No_row_says_the_same_as_another() =>
        Assert.Equal(Observation.All.Count, Observation.All.Select(row => row.ToString()).Distinct().Count());

    private static string List()
    {
        var text = new StringBuilder();
        foreach (var topic in Observation.All.GroupBy(row => row.Topic))
        {
            text.Append('\n').Append("### ").Append(topic.Key).Append("\n\n| | Answer | Seen |\n|---|---|---|\n");
            foreach (var row in topic)
                text.Append("| ").Append(row.That).Append(" | ").Append(row.Then).Append(" | ").Append(row.Seen is { } seen ? $"{seen}, {row.Source}" : $"not seen; {row.Source}").Append(" |\n");
        }

        return text.ToString();
    }
}
