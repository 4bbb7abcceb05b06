using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Tests.Observations;

/// <summary>The sandbox answers as AWS was seen to.</summary>
public sealed class ObservationTests
{
    public static TheoryData<string> Rows => [.. Observation.All.Select(row => row.ToString())];

    [Theory]
    [MemberData(nameof(Rows))]
    public void It_answers_as_the_table_says(string row)
    {
        var observation = Observation.All.Single(known => known.ToString() == row);
        using var sandbox = new ObservedSandbox();
        foreach (var call in observation.Given)
            sandbox.Prepare(call);

        var answer = sandbox.Do(observation.When);

        var whole = Whole(answer);
        Assert.True(observation.Then == Outcome(answer), $"{Outcome(answer)} instead of {observation.Then}: {whole}");
        Assert.All(observation.Has, text => Assert.Contains(sandbox.Named(text), whole, StringComparison.Ordinal));
        Assert.All(observation.Lacks, text => Assert.DoesNotContain(sandbox.Named(text), whole, StringComparison.Ordinal));
    }

    private static string Outcome(HttpResponse answer)
    {
        if (answer.Status < 400) return $"{answer.Status}";
        var text = ObservedSandbox.Text(answer);
        var code = text.StartsWith('{') ? (string?)JsonNode.Parse(text)!["__type"]
            : text.Length == 0 ? null : XElement.Parse(text).DescendantsAndSelf().First(element => element.Name.LocalName == "Code").Value;
        return $"{answer.Status} {code}".Trim();
    }

    private static string Whole(HttpResponse answer) => new StringBuilder()
        .AppendJoin('\n', answer.Headers.Select(header => $"{header.Key}: {header.Value}"))
        .Append('\n')
        .Append(ObservedSandbox.Text(answer))
        .ToString();
}
